"""A type of resource has another name now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.tree import Block
from ...projection import Refused
from ...terraform.address import Address
from ...terraform.module import Module
from ...terraform.refactoring import add_moved
from ..places import tops
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide


def replace(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Writes the new type. ``moved``: the provider moves what is deployed, as a moved block asks for; a data
    source needs none. Else a person must take it over."""
    into = str(entry.keys["into"])
    message = f"{entry.type} is {into} now"
    for block in tops(entry, table.provider, module):
        if entry.kind == "resource" and not entry.keys.get("moved"):
            advice = "remove it from the state, and import it by its new type"
            yield to_decide(block, message, advice)
            continue
        if _is_taken(entry, block, into, module):
            yield to_decide(block, f"{message}, and there is one of that name", "rename one of the two")
            continue
        outcome = Outcome.MOVED if entry.kind == "resource" else Outcome.DONE
        yield Hit(outcome, block, message, partial(_replace, block, into, module))


def _is_taken(entry: Entry, block: Block, into: str, module: Module) -> bool:
    return any(one.labels == (into, block.labels[1]) for one in module.blocks(entry.kind))


def _replace(block: Block, into: str, module: Module) -> None:
    old = Address.of(block)
    if old is None or block.parent is None:
        raise Refused("it is no longer there")
    new = Address((*old.parts[:-2], into, old.parts[-1]))
    references = module.references_to(old)
    block.relabel(into, block.labels[1])
    module.redirect(
        [one for one in references if one.block.type not in ("moved", "removed")],
        lambda one: f"{new}{one.rest}",
    )
    if old.is_resource:
        add_moved(old, new, module, after=block)
