"""An argument or a block is gone, and nothing takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.tree import Attribute, Block
from ...projection import Refused
from ...terraform.module import Module
from ..places import has, places, readers, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide
from .ignored import forget_ignored


def remove(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Removes it: always, where it has a ``value``, or where something is set beside it (``with``). What
    reads it is to decide: nothing has that value any more, unless it is ``readable`` still."""
    name = entry.path[-1]
    is_readable = bool(entry.keys.get("readable"))
    gone = "cannot be set" if is_readable else "does not exist"
    message = f"'{name}' of {entry.type} {gone} any more"
    if entry.because:
        message += f": {entry.because}"
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            if not _counts(entry, at):
                continue
            top = block if len(entry.path) == 1 else None
            yield Hit(Outcome.DONE, at, message, partial(_remove, at, top, name))
    if not {"value", "with", "where", "readable"} & entry.keys.keys():
        for found, step in readers(entry, table.provider, module):
            yield to_decide(found.attribute, f"{message}, and its value is read here", within=step)


def _counts(entry: Entry, at: Attribute | Block) -> bool:
    wanted, beside = entry.keys.get("value"), entry.keys.get("with")
    if wanted is not None and not (isinstance(at, Attribute) and at.source.strip() == wanted):
        return False
    return beside is None or (at.parent is not None and has(at.parent, beside))


def _remove(at: Attribute | Block, top: Block | None, name: str) -> None:
    if at.parent is None:
        raise Refused("it is no longer there")
    if top is not None:
        forget_ignored(top, name)
    at.remove()
