"""Renames variables and outputs with all uses in their module and in the local modules that call it."""

from __future__ import annotations

from tffix import (
    Address,
    Block,
    Module,
    Reference,
    hidden_mention,
    mentioned_around,
    output_of,
    why_unsure,
    with_output,
)


def obstacle(address: Address, name: str, module: Module) -> str:
    """Why a variable or output cannot be renamed here, as a clause, or nothing."""
    old = address.parts[-1]
    for one in (module, *(caller for caller, _ in module.callers)):
        if unsure := why_unsure(one) or _mention(old, one):
            return unsure
    if any(block.labels == (name,) for block in module.blocks(_kind(address))):
        return f"{name} is taken"
    if len([block for block in module.blocks(_kind(address)) if block.labels == (old,)]) != 1:
        return "it is declared more than once"
    if address.parts[0] == "output" and any(_takes_all(caller, call) for caller, call in module.callers):
        return "a caller uses all outputs at once"
    if place := mentioned_around(address, module):
        return f"{place} mentions it"
    return ""


def rename(address: Address, name: str, module: Module) -> None:
    """Gives a variable or output another name, here and in the callers. There must be no obstacle."""
    block = module.get(address)
    assert isinstance(block, Block)
    old = address.parts[-1]
    if address.parts[0] == "var":
        module.redirect(module.references_to(address), lambda one: f"var.{name}{one.rest}")
        for caller, call in module.callers:
            argument = call.get(old)
            if argument is not None:
                argument.rename(name)
                caller.changed()
    else:
        for caller, call in module.callers:
            uses = [use for use in _uses(caller, call) if output_of(use) == old]
            caller.redirect(uses, lambda one: with_output(one, name))
    block.relabel(name)
    module.changed()


def _kind(address: Address) -> str:
    return {"var": "variable"}.get(address.parts[0], address.parts[0])


def _mention(word: str, module: Module) -> str:
    file = hidden_mention(word, module)
    return f"{file} mentions it" if file else ""


def _uses(caller: Module, call: Block) -> list[Reference]:
    return caller.references_to(Address(("module", *call.labels)))


def _takes_all(caller: Module, call: Block) -> bool:
    """Whether a caller hands on the outputs of a call without naming one, so that they are named later."""
    history = ("moved", "removed", "import")
    return any(
        output_of(use) is None and use.attribute.name != "depends_on" and use.block.type not in history
        for use in _uses(caller, call)
    )
