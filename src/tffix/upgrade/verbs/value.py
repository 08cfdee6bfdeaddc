"""A value is written in another form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.tree import Attribute
from ...terraform.module import Module
from ..places import places, tops
from ..table import Entry, Table
from .hit import Hit, Outcome


def value(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes the new form of the values that the table names; others stay."""
    values = entry.keys["values"]
    for block in tops(entry, table.provider, module):
        for at in places(block, entry.path):
            if isinstance(at, Attribute) and (new := values.get(at.source.strip())) is not None:
                message = f"{at.source.strip()} of {entry.told} is written {new} now"
                yield Hit(Outcome.DONE, at, message, partial(at.set, new))
