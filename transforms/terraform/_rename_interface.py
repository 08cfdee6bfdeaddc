"""Renames variables and outputs with all uses in their module and in the local modules that call it."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Module, Reference, nodes

from ._evidence import hidden_mention, why_unsure


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
            uses = [use for use, step in _uses(caller, call) if step is not None and step.name == old]
            caller.redirect(uses, lambda one: _renamed(one.node, old, name))
    block.relabel(name)
    module.changed()


def _kind(address: Address) -> str:
    return {"var": "variable"}.get(address.parts[0], address.parts[0])


def _mention(word: str, module: Module) -> str:
    file = hidden_mention(word, module)
    return f"{file} mentions it" if file else ""


def _uses(caller: Module, call: Block) -> Iterator[tuple[Reference, nodes.GetAttribute | None]]:
    """The references to a module call, each with the step that names an output."""
    for reference in caller.references_to(Address(("module", *call.labels))):
        steps = [step for step in reference.node.steps[1:] if not isinstance(step, nodes.Index | nodes.Splat)]
        first = steps[0] if steps else None
        yield reference, first if isinstance(first, nodes.GetAttribute) else None


def _takes_all(caller: Module, call: Block) -> bool:
    """Whether a caller hands on the outputs of a call without naming one, so that they are named later."""
    history = ("moved", "removed", "import")
    return any(
        step is None and use.attribute.name != "depends_on" and use.block.type not in history
        for use, step in _uses(caller, call)
    )


def _renamed(node: nodes.Traversal, old: str, name: str) -> str:
    is_output = (one for one in node.steps[1:] if isinstance(one, nodes.GetAttribute) and one.name == old)
    step = next(is_output)
    return f"{node.source[node.start : step.start]}.{name}{node.source[step.end : node.end]}"
