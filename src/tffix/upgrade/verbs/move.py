"""An argument has gone into a nested block."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.source import parse_block
from ...hcl.tree import Attribute, Body
from ...projection import Refused
from ...terraform.module import Module
from ..places import nested, places, readers, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide
from .reading import rewrite
from .values import carried


def move(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Moves it, into the block that is there or a new one. ``values``: old to new values."""
    *inner, new = str(entry.keys["to"]).split(".")
    message = f"'{entry.path[-1]}' of {entry.type} is '{entry.keys['to']}' now"
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            if not isinstance(at, Attribute) or at.parent is None:
                continue
            inside = _inside(at.parent, inner)
            if inside is None or (not inside[1] and inside[0].get(new) is not None):
                yield to_decide(at, f"{message}, and there is such a block already", "write it there")
                continue
            value = carried(at, entry.keys)
            if not value:
                yield to_decide(at, f"{message}, and this value has no certain counterpart")
                continue
            yield Hit(Outcome.DONE, at, message, partial(_move, at, inner, new, value.strip()))
    for found, step in readers(entry, table.provider, module):
        if entry.keys.get("values"):
            yield to_decide(found.attribute, f"{message}, with other values, and is read here", within=step)
            continue
        path = "".join(f".{one}[0]" for one in inner)
        fix = partial(rewrite, found, step, f"{path}.{new}")
        yield Hit(Outcome.DONE, found.attribute, message, fix, within=step)


def _inside(body: Body, names: list[str]) -> tuple[Body, list[str]] | None:
    """The body of the innermost of some nested blocks that is there, and the names of the missing ones; None
    where that is not certain: a dynamic block, or several of one name."""
    for number, name in enumerate(names):
        found = list(nested(body, name))
        if not found:
            return body, names[number:]
        if len(found) > 1 or found[0].type == "dynamic":
            return None
        body = found[0].body
    return body, []


def _move(attribute: Attribute, inner: list[str], new: str, value: str) -> None:
    inside = _inside(attribute.parent, inner) if attribute.parent is not None else None
    if inside is None:
        raise Refused("the argument is no longer there")
    body, missing = inside
    if not missing:
        body.set(new, value)
    else:
        opened = "".join(f"{name} {{\n" for name in missing)
        closed = "}\n" * len(missing)
        body.append(parse_block(f"{opened}{new} = {value}\n{closed}"))
    attribute.remove()
