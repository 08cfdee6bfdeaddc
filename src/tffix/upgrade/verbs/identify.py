"""A resource is named by its id now, and by its name no more."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.nodes import GetAttribute, Traversal, inside
from ...hcl.tree import Attribute
from ...projection import Refused
from ...terraform.module import Module
from ..places import places, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide


def identify(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes the id of the resource or data source whose name is read there. ``of``: its type; ``drop``: the
    arguments that said where it is."""
    name, new, type_ = entry.path[-1], str(entry.keys["to"]), str(entry.keys["of"])
    message = f"{entry.type} names what it belongs to by '{new}' now, and not by '{name}'"
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            if not isinstance(at, Attribute) or at.parent is None:
                continue
            value = "" if at.parent.get(new) is not None else _id(at, type_)
            if value is None:
                yield to_decide(at, message, f'data "{type_}" with that name, and its id')
                continue
            yield Hit(Outcome.DONE, at, message, partial(_write, at, new, value, entry.keys.get("drop", [])))


def _id(at: Attribute, type_: str) -> str | None:
    node = inside(at.expression)
    if not isinstance(node, Traversal) or type_ not in node.names[:2] or not node.steps:
        return None
    last = node.steps[-1]
    if not isinstance(last, GetAttribute) or last.name != "name":
        return None
    return f"{node.text[: last.start - node.start]}.id"


def _write(at: Attribute, new: str, value: str, dropped: list[str]) -> None:
    body = at.parent
    if body is None:
        raise Refused("the argument is no longer there")
    for name in dropped:
        other = body.get(name)
        if other is not None:
            other.remove()
    if not value:
        at.remove()
        return
    at.rename(new)
    at.set(value)
