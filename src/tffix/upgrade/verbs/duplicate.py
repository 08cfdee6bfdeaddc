"""One argument has become several, which all take its value."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.tree import Attribute
from ...projection import Refused
from ...terraform.module import Module
from ..places import places, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide


def duplicate(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes its value to each of them."""
    names = [str(one) for one in entry.keys["to"]]
    message = f"'{entry.path[-1]}' of {entry.type} is {' and '.join(map(repr, names))} now"
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            if not isinstance(at, Attribute) or at.parent is None:
                continue
            if any(at.parent.get(name) is not None for name in names):
                yield to_decide(at, f"{message}, and one of them is set", "remove the old one")
                continue
            yield Hit(Outcome.DONE, at, message, partial(_duplicate, at, names))


def _duplicate(attribute: Attribute, names: list[str]) -> None:
    body = attribute.parent
    if body is None:
        raise Refused("the argument is no longer there")
    first, *others = names
    attribute.rename(first)
    for name in reversed(others):
        body.set(name, attribute.source, after=first)
