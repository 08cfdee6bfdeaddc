"""What only a person can decide."""

from __future__ import annotations

from collections.abc import Iterator

from ...hcl.tree import Attribute
from ...terraform.module import Module
from ..places import bodies, nested, places, readers, tops
from ..table import Entry, Table
from .hit import Hit, to_decide


def ask(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Asks at each block of a type, or at each place of a path. ``missing``: where nothing is at the path;
    ``value``: only where the argument has that value."""
    question, advice = str(entry.keys["question"]), " or ".join(entry.keys.get("choices", ()))
    for block in tops(entry, table.provider, module):
        if not entry.path:
            yield to_decide(block, question, advice)
        elif entry.keys.get("missing"):
            for body in bodies(block, entry.path[:-1]):
                if body.get(entry.path[-1]) is None and not any(nested(body, entry.path[-1])):
                    yield to_decide(body.owner or block, question, advice)
        else:
            for at in places(block, entry.path):
                wanted = entry.keys.get("value")
                if wanted is None or (isinstance(at, Attribute) and at.source.strip() == wanted):
                    yield to_decide(at, question, advice)
    if entry.path and not entry.keys.get("missing") and entry.keys.get("value") is None:
        for found, step in readers(entry, table.provider, module):
            yield to_decide(found.attribute, question, advice, step)
