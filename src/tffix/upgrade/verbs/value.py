"""A value is written in another form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.nodes import quote
from ...hcl.tree import Attribute
from ...terraform.module import Module
from ..places import places, tops
from ..table import Entry, Table
from .hit import Hit, Outcome


def value(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes the new form of the values that the table names; others stay. ``strip``: what a text does not
    begin with any more; ``split``: what stood between the members of what is a list now."""
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            if isinstance(at, Attribute) and (new := _new(entry, at.source.strip())) is not None:
                message = f"{at.source.strip()} of {entry.told} is written {new} now"
                yield Hit(Outcome.DONE, at, message, partial(at.set, new))


def _new(entry: Entry, source: str) -> str | None:
    if mark := entry.keys.get("split"):
        return _split(source, mark)
    start = entry.keys.get("strip")
    if start is not None and source.startswith(f'"{start}'):
        return '"' + source[len(start) + 1 :]
    found = entry.keys.get("values", {}).get(source)
    return None if found is None else str(found)


def _split(source: str, mark: str) -> str | None:
    """The list of a text's members; None where it is one already."""
    if source.startswith(("[", "split(", "toset(", "tolist(")):
        return None
    if source.startswith('"') and "${" not in source:
        members = [one.strip() for one in source.strip('"').split(mark)]
        return f"[{', '.join(quote(one) for one in members if one)}]"
    return f'split("{mark}", {source})'
