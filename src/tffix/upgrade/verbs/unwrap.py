"""The arguments of a nested block have become arguments of the block around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ...hcl.tree import Attribute, Block
from ...projection import Refused
from ...terraform.module import Module
from ..places import bodies, nested, tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide


def unwrap(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes them there. ``members``: the old names and the new ones."""
    members = entry.keys["members"]
    message = f"'{entry.path[-1]}' of {entry.type} is no block any more: {', '.join(members.values())}"
    for block in tops(entry, table.provider, module):
        for body in bodies(block, entry.path[:-1]):
            found = list(nested(body, entry.path[-1]))
            for one in found:
                plain = one.type != "dynamic" and not list(one.blocks()) and len(found) == 1
                known = all(attribute.name in members for attribute in one.body.attributes)
                free = not any(body.get(name) is not None for name in members.values())
                if plain and known and free:
                    yield Hit(Outcome.DONE, one, message, partial(_unwrap, one, members))
                else:
                    yield to_decide(one, message, "write the arguments there")


def _unwrap(block: Block, members: Mapping[str, str]) -> None:
    body = block.parent
    if body is None:
        raise Refused("the block is no longer there")
    for attribute in block.body.attributes:
        body.insert_before(block, Attribute.new(members[attribute.name], attribute.source))
    block.remove()
