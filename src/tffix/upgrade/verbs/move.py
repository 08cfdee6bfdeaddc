"""An argument has gone into a nested block."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.source import parse_block
from ...hcl.tree import Attribute, Block
from ...projection import Refused
from ...terraform.module import Module
from ..places import places, readers, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide
from .reading import rewrite


def move(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Moves it, into the block that is there or a new one."""
    inner, new = str(entry.keys["to"]).split(".")
    message = f"'{entry.path[-1]}' of {entry.type} is '{inner}.{new}' now"
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            if not isinstance(at, Attribute) or at.parent is None:
                continue
            beside = [one for one in at.parent.blocks() if inner in (one.type, *one.labels)]
            if any(one.type == "dynamic" or one.get(new) is not None for one in beside) or len(beside) > 1:
                yield to_decide(at, f"{message}, and there is such a block already", "write it there")
                continue
            yield Hit(Outcome.DONE, at, message, partial(_move, at, beside, inner, new))
    for found, step in readers(entry, table.provider, module):
        fix = partial(rewrite, found, step, f".{inner}[0].{new}")
        yield Hit(Outcome.DONE, found.attribute, message, fix, within=step)


def _move(attribute: Attribute, beside: list[Block], inner: str, new: str) -> None:
    body = attribute.parent
    if body is None:
        raise Refused("the argument is no longer there")
    if beside:
        beside[0].body.set(new, attribute.source)
        attribute.remove()
        return
    body.append(parse_block(f"{attribute.leading.lstrip()}{inner} {{\n{new} = {attribute.source}\n}}\n"))
    attribute.remove()
