"""An argument of a nested block has gone out of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.nodes import Literal, inside
from ...hcl.tree import Attribute, Block
from ...projection import Refused
from ...terraform.module import Module
from ..places import has, places, readers, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide
from .reading import put


def lift(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes the argument beside where the block was, and removes the block. ``switch``: the argument that
    switched the block on or off; without it, the block was on."""
    name, outer, new = entry.path[-1], entry.path[-2], str(entry.keys["to"])
    message = f"'{outer}.{name}' of {entry.type} is '{new}' now"
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path[:-1]):
            value = _value(at, name, entry.keys.get("switch"))
            body = at.parent
            if value is None or body is None or has(body, new) or not isinstance(at, Block):
                yield to_decide(at, message, f"write it as {new} = …")
            else:
                yield Hit(Outcome.DONE, at, message, partial(_lift, at, new, value))
    for found, step in readers(entry, table.provider, module):
        steps = found.node.steps
        last = next(number for number, one in enumerate(steps) if one is step)
        first = max(number for number, one in enumerate(steps[:last]) if one.text.strip() == f".{outer}")
        kept = found.node.text[: steps[first].start - found.node.start]
        rest = found.node.text[step.end - found.node.start :]
        fix = partial(put, found.attribute, found.node, f"{kept}.{new}{rest}")
        yield Hit(Outcome.DONE, found.attribute, message, fix, within=step)


def _value(at: Attribute | Block, name: str, switch: str | None) -> str | None:
    """The source of the new argument; nothing where the block was off, None where that is not certain."""
    if not isinstance(at, Block) or at.type == "dynamic" or any(True for _ in at.blocks()):
        return None
    others = [one.name for one in at.body.attributes if one.name not in (name, switch)]
    argument, on = at.get(name), at.get(switch) if switch else None
    if others:
        return None
    if on is not None:
        node = inside(on.expression)
        if isinstance(node, Literal):
            return argument.source.strip() if node.value is True and argument is not None else ""
        return f"{node.text} ? {argument.source.strip()} : null" if argument is not None else None
    return argument.source.strip() if argument is not None else ""


def _lift(block: Block, new: str, value: str) -> None:
    body = block.parent
    if body is None:
        raise Refused("the block is no longer there")
    if value:
        body.set(new, value)
    block.remove()
