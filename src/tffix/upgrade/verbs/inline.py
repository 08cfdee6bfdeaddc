"""A data source is gone, and what it returned is what one of its arguments says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.nodes import GetAttribute, Index, LegacyIndex, Traversal
from ...hcl.tree import Attribute, Block
from ...projection import Refused
from ...terraform.address import Address
from ...terraform.module import Module
from ...terraform.references import Reference
from ..places import tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide
from .reading import put

_OWN = ("each", "count", "self")


def inline(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes the argument in the place of what reads the data source, then removes it. ``reads``: which
    argument an attribute stands for; ``without``: arguments that have no such place."""
    message = f"{entry.told} does not exist any more"
    for block in tops(entry, table.provider, module):
        address = Address.of(block)
        if address is None:
            continue
        set_ = [one for one in (*entry.keys.get("without", ()), "count", "for_each") if block.get(one)]
        if set_:
            yield to_decide(block, f"{message}: its '{set_[0]}' has no place where it is read")
            continue
        references = module.references_to(address)
        for found in references:
            at = _argument(entry, block, found)
            if at is None:
                yield to_decide(found.attribute, f"{message}, and is read here", within=found.node)
                continue
            fix = partial(put, found.attribute, found.node, at.source.strip())
            told = f"{message}: its '{at.name}' is written here"
            yield Hit(Outcome.DONE, found.attribute, told, fix, within=found.node)
        if not references:
            yield Hit(Outcome.DONE, block, message, partial(_remove, block))


def _argument(entry: Entry, block: Block, found: Reference) -> Attribute | None:
    """The argument whose value a reference reads, if it can be written there."""
    steps = found.node.steps[found.mention.length - 1 :]
    if any(not isinstance(one, GetAttribute | Index | LegacyIndex) for one in steps):
        return None
    names = [one.name for one in steps if isinstance(one, GetAttribute)]
    at = block.get(str(entry.keys["reads"].get(".".join(names), "")))
    if at is None or any(one.root in _OWN for one in at.expression.find(Traversal)):
        return None
    return at


def _remove(block: Block) -> None:
    if block.parent is None:
        raise Refused("it is no longer there")
    block.remove()
