"""Blocks have become an argument: an object, or a list of objects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.tree import Attribute, Block
from ...projection import Refused
from ...rules.block_values import value_of_blocks
from ...terraform.module import Module
from ..places import bodies, nested, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide

_ANYTHING = "dynamic"


def argument(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes the blocks of a name as one argument. ``list``: it takes a list of objects."""
    old, type_ = entry.path[-1], ["list", _ANYTHING] if entry.keys.get("list") else _ANYTHING
    new = str(entry.keys.get("to", old))
    shape = "[{ … }]" if entry.keys.get("list") else "{ … }"
    message = f"'{old}' of {entry.type} is an argument now: {new} = {shape}"
    for block in tops(entry, table.provider, module):
        for body in bodies(block, entry.path[:-1]):
            children = list(nested(body, old))
            if not children:
                continue
            if body.get(new) is not None or value_of_blocks(children, type_) is None:
                yield to_decide(children[0], message, f"write it as {new} = {shape}")
                continue
            yield Hit(Outcome.DONE, children[0], message, partial(_write, children, type_, new))


def _write(children: list[Block], type_: object, name: str) -> None:
    value = value_of_blocks(children, type_)
    first, *others = children
    if value is None or any(child.parent is None for child in children):
        raise Refused("the blocks are no longer there")
    attribute = Attribute.new(name, value)
    attribute.trailing = first.trailing if not others else "\n"
    for other in others:
        other.remove()
    assert first.parent is not None
    first.parent.replace(first, [attribute])
