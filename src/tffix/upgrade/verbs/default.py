"""A default has changed: the old one is written out where nothing is set."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.tree import Block, Body
from ...terraform.module import Module
from ..places import bodies, has, nested, tops
from ..table import Entry, Table
from .hit import Hit, Outcome
from .ignored import is_ignored


def default(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes the old default out. ``with`` and ``without`` name arguments beside it that must, or must not,
    be set for the default to count; ``value`` is that of the first."""
    name, was = entry.path[-1], str(entry.keys["was"])
    message = f"the default of '{name}' of {entry.type} has changed: the old one, {was}, is written out"
    for block in tops(entry, table.provider, module):
        if len(entry.path) == 1 and is_ignored(block, name):
            continue
        for body in bodies(block, entry.path[:-1]):
            if body.get(name) is None and not any(nested(body, name)) and _counts(entry, body):
                yield Hit(Outcome.KEPT, _owner(body, block), message, partial(body.set, name, was))


def _counts(entry: Entry, body: Body) -> bool:
    beside, without = entry.keys.get("with"), entry.keys.get("without", [])
    if beside is not None:
        found = body.get(beside)
        if found is None and not any(nested(body, beside)):
            return False
        wanted = entry.keys.get("value")
        if wanted is not None and (found is None or found.source.strip() != wanted):
            return False
    return not any(has(body, one) for one in ([without] if isinstance(without, str) else without))


def _owner(body: Body, top: Block) -> Block:
    owner = body.owner
    if owner is None:
        return top
    return top if owner.type == "content" else owner
