"""What only a person can decide."""

from __future__ import annotations

from collections.abc import Iterator

from ...hcl.nodes import GetAttribute, Index, LegacyIndex
from ...hcl.tree import Attribute, Body
from ...terraform.module import Module
from ...terraform.references import Reference
from ..places import bodies, has, places, readers, tops
from ..table import Entry, Table
from .hit import Hit, to_decide


def ask(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Asks at each block of a type, or at each place of a path, and where it is read. ``missing``: where
    nothing is at the path, nor any of ``without`` beside it, but ``with``; ``value``: only where the argument
    has that value; ``reads``: only where it is read; ``indexed``: only where an element of it is read."""
    question, advice = str(entry.keys["question"]), " or ".join(entry.keys.get("choices", ()))
    is_read_only = bool(entry.keys.get("reads") or entry.keys.get("indexed"))
    for block in () if is_read_only else tops(entry, table.provider, module):
        if not entry.path:
            yield to_decide(block, question, advice)
        elif entry.keys.get("missing"):
            for body in bodies(block, entry.path[:-1]):
                if _is_missing(entry, body):
                    yield to_decide(body.owner or block, question, advice)
        else:
            for at in places(block, entry.path):
                wanted = entry.keys.get("value")
                if wanted is None or (isinstance(at, Attribute) and at.source.strip() == wanted):
                    yield to_decide(at, question, advice)
    if entry.path and not entry.keys.get("missing") and entry.keys.get("value") is None:
        for found, step in readers(entry, table.provider, module):
            if not entry.keys.get("indexed") or _is_indexed(found, step):
                yield to_decide(found.attribute, question, advice, step)


def _is_missing(entry: Entry, body: Body) -> bool:
    beside = entry.keys.get("with")
    if beside is not None and not has(body, beside):
        return False
    return not any(has(body, one) for one in (entry.path[-1], *entry.keys.get("without", ())))


def _is_indexed(found: Reference, step: GetAttribute) -> bool:
    steps = found.node.steps
    number = next(place for place, one in enumerate(steps) if one is step)
    return number + 1 < len(steps) and isinstance(steps[number + 1], Index | LegacyIndex)
