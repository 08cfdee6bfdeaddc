"""An argument or a block is gone, and nothing takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.tree import Attribute, Block
from ...projection import Refused
from ...terraform.module import Module
from ..places import places, readers, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide
from .ignored import forget_ignored


def remove(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Removes it. What reads it is to decide: nothing has that value any more."""
    name = entry.path[-1]
    message = f"'{name}' of {entry.type} does not exist any more"
    if entry.because:
        message += f": {entry.because}"
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            wanted = entry.keys.get("value")
            if wanted is not None and not (isinstance(at, Attribute) and at.source.strip() == wanted):
                continue
            top = block if len(entry.path) == 1 else None
            yield Hit(Outcome.DONE, at, message, partial(_remove, at, top, name))
    if entry.keys.get("value") is None:
        for found, step in readers(entry, table.provider, module):
            yield to_decide(found.attribute, f"{message}, and its value is read here", within=step)


def _remove(at: Attribute | Block, top: Block | None, name: str) -> None:
    if at.parent is None:
        raise Refused("it is no longer there")
    if top is not None:
        forget_ignored(top, name)
    at.remove()
