"""An argument or a block has another name, and perhaps takes another form of its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ...hcl.tree import Attribute, Block
from ...projection import Refused
from ...terraform.module import Module
from ..places import places, readers, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide
from .ignored import rename_ignored
from .reading import put, rewrite
from .values import DROPPED, INVERTED, carried


def rename(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Renames it where it is set, in ``ignore_changes``, and where it is read. ``add``: arguments that a
    renamed block gets beside its own; ``with``: only blocks that have that argument."""
    old, new = entry.path[-1], str(entry.keys["to"])
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            if (inner := entry.keys.get("with")) and not (isinstance(at, Block) and at.get(inner)):
                continue
            yield _set(entry, block, at, old, new)
    for found, step in readers(entry, table.provider, module):
        message = f"{entry.told} is '{new}' now"
        if entry.keys.get("values") == INVERTED and found.node.steps[-1] is step:
            text = f"!{found.node.text[: step.start - found.node.start]}.{new}"
            fix = partial(put, found.attribute, found.node, text)
            yield Hit(Outcome.DONE, found.attribute, f"{message}, and says the opposite", fix, within=step)
            continue
        if any(entry.keys.get(one) for one in ("values", "wrap", "as", "with")):
            question = f"{message}, with other values: what is read here is no longer the same"
            yield to_decide(found.attribute, question, within=step)
            continue
        text = f".{new}[0]" if entry.keys.get("list") else f".{new}"
        yield Hit(Outcome.DONE, found.attribute, message, partial(rewrite, found, step, text), within=step)


def _set(entry: Entry, top: Block, at: Attribute | Block, old: str, new: str) -> Hit:
    message = f"'{old}' of {entry.type} is '{new}' now"
    body = at.parent
    if body is not None and isinstance(at, Attribute) and body.get(new) is not None:
        return to_decide(at, f"{message}, and both are set", "remove one of the two")
    is_top = len(entry.path) == 1
    if isinstance(at, Block):
        fix = partial(_rename_block, at, old, new, top if is_top else None, entry.keys.get("add", {}))
        return Hit(Outcome.DONE, at, message, fix)
    value = carried(at, entry.keys)
    if value is None:
        return to_decide(at, f"{message}, and this value has no certain counterpart", _choices(entry))
    told = f"{message}: this value asks for what is the default" if value == DROPPED else message
    return Hit(Outcome.DONE, at, told, partial(_rename, at, new, value, top if is_top else None))


def _choices(entry: Entry) -> str:
    values = entry.keys.get("values", {})
    known = ", ".join(f"{one} becomes {other or 'nothing'}" for one, other in values.items())
    return f"known: {known}" if known else ""


def _rename(attribute: Attribute, new: str, value: str, top: Block | None) -> None:
    old = attribute.name
    if attribute.parent is None:
        raise Refused("the argument is no longer there")
    if value == DROPPED:
        attribute.remove()
        return
    if top is not None:
        rename_ignored(top, old, new)
    attribute.rename(new)
    if value != attribute.source:
        attribute.set(value.strip())


def _rename_block(block: Block, old: str, new: str, top: Block | None, added: Mapping[str, str]) -> None:
    if top is not None:
        rename_ignored(top, old, new)
    for body in [one.body for one in block.blocks("content")] if block.type == "dynamic" else [block.body]:
        for name, value in added.items():
            body.set(name, value)
    if block.type != "dynamic":
        block.type = new
        return
    if block.get("iterator") is None:
        block.body.set("iterator", old, after="for_each")
    block.relabel(new)
