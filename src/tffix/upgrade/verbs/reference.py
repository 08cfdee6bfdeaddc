"""An attribute is read by another name or form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.nodes import GetAttribute, Index, LegacyIndex, Splat, Template
from ...terraform.module import Module
from ...terraform.references import Reference
from ..places import readers
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide
from .reading import put, rewrite


def reference(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Rewrites what reads it: ``to`` is its new name, with ``index`` it is a list now, ``suffix`` is what the
    value does not end with any more."""
    old = entry.path[-1]
    for found, step in readers(entry, table.provider, module):
        if suffix := entry.keys.get("suffix"):
            yield _with_suffix(entry, found, step, suffix)
        elif new := entry.keys.get("to"):
            message = f"{entry.told} is read as '{new}' now"
            fix = partial(rewrite, found, step, f".{new}")
            yield Hit(Outcome.DONE, found.attribute, message, fix, within=step)
        elif not _is_indexed(found, step):
            message = f"{entry.told} is a list now"
            fix = partial(rewrite, found, step, f".{old}[{entry.keys.get('index', 0)}]")
            yield Hit(Outcome.DONE, found.attribute, message, fix, within=step)


def _is_indexed(found: Reference, step: GetAttribute) -> bool:
    steps = found.node.steps
    number = next(place for place, one in enumerate(steps) if one is step)
    return number + 1 < len(steps) and isinstance(steps[number + 1], Index | LegacyIndex | Splat)


def _with_suffix(entry: Entry, found: Reference, step: GetAttribute, suffix: str) -> Hit:
    node = found.node
    message = f"{entry.told} does not end with '{suffix}' any more"
    texts = (one for one in found.attribute.expression.find(Template) if one.start <= node.start < one.end)
    if any(texts) or node.steps[-1] is not step:
        return to_decide(found.attribute, message, "see whether what is read must end so", within=step)
    fix = partial(put, found.attribute, node, f'"${{{node.text}}}{suffix}"')
    return Hit(Outcome.DONE, found.attribute, message, fix, within=step)
