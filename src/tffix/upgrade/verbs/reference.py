"""An attribute is read by another name or form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...hcl.nodes import (
    Call,
    GetAttribute,
    Index,
    LegacyIndex,
    Splat,
    Step,
    Template,
    Traversal,
    Tuple,
    inside,
)
from ...hcl.tree import Block
from ...terraform.module import Module
from ...terraform.references import Reference
from ..places import readers
from ..table import Entry, Table
from .hit import Hit, Outcome, to_decide
from .reading import put, rewrite


def reference(entry: Entry, table: Table, module: Module) -> Iterator[Hit]:
    """Rewrites what reads it: ``to`` is its new name, with ``index`` it is a list now, with ``single`` it is
    none any more, with ``set`` a set, ``suffix`` is what the value does not end with any more. ``within``:
    only in an argument of that resource type."""
    old = entry.path[-1]
    for found, step in readers(entry, table.provider, module):
        if not _is_within(entry, found):
            continue
        if suffix := entry.keys.get("suffix"):
            yield from _with_suffix(entry, found, step, suffix)
        elif entry.keys.get("set"):
            yield from _set(entry, found, step, module)
        elif entry.keys.get("single"):
            yield from _single(entry, found, step)
        elif new := entry.keys.get("to"):
            message = f"{entry.told} is read as '{new}' now"
            fix = partial(rewrite, found, step, f".{new}")
            yield Hit(Outcome.DONE, found.attribute, message, fix, within=step)
        elif not _is_indexed(found, step):
            message = f"{entry.told} is a list now"
            fix = partial(rewrite, found, step, f".{old}[{entry.keys.get('index', 0)}]")
            yield Hit(Outcome.DONE, found.attribute, message, fix, within=step)


def _is_within(entry: Entry, found: Reference) -> bool:
    within = entry.keys.get("within")
    if within is None:
        return True
    type_, _, argument = within.partition(".")
    return found.block.labels[:1] == (type_,) and found.attribute.name == argument


def _set(entry: Entry, found: Reference, step: GetAttribute, module: Module) -> Iterator[Hit]:
    after = _after(found, step)
    if not isinstance(after, Index | LegacyIndex):
        return
    message = f"{entry.told} is a set now: its elements have no numbers"
    block = module.get(found.address)
    at = block.get(entry.path[-1]) if isinstance(block, Block) and len(entry.path) == 1 else None
    node = inside(at.expression) if at is not None else None
    if not isinstance(node, Tuple) or len(node.items) != 1 or after.text.strip("[]. ") != "0":
        yield to_decide(found.attribute, message, "tolist(…), whose order is another", within=step)
        return
    start = found.node.start
    text = f"tolist({found.node.text[: step.end - start]})[0]{found.node.text[after.end - start :]}"
    yield Hit(Outcome.DONE, found.attribute, message, partial(put, found.attribute, found.node, text))


def _single(entry: Entry, found: Reference, step: GetAttribute) -> Iterator[Hit]:
    message = f"{entry.told} is a single object now, and no list"
    after = _after(found, step)
    if isinstance(after, GetAttribute | Splat):  # a splat makes a list of the object
        return
    if isinstance(after, Index | LegacyIndex) and after.text.strip("[]. ") == "0":
        yield Hit(
            Outcome.DONE, found.attribute, message, partial(put, found.attribute, after, ""), within=after
        )
        return
    yield to_decide(found.attribute, message, "see what is read of the list", within=step)


def _is_indexed(found: Reference, step: GetAttribute) -> bool:
    return isinstance(_after(found, step), Index | LegacyIndex | Splat)


def _after(found: Reference, step: GetAttribute) -> Step | None:
    steps = found.node.steps
    number = next(place for place, one in enumerate(steps) if one is step)
    return steps[number + 1] if number + 1 < len(steps) else None


def _with_suffix(entry: Entry, found: Reference, step: GetAttribute, suffix: str) -> Iterator[Hit]:
    """In a policy's resources the suffix is added, and where it was cut off nothing is to be cut off."""
    node, attribute = found.node, found.attribute
    message = f"{entry.told} does not end with '{suffix}' any more"
    cut = next((one for one in attribute.expression.find(Call) if _cuts(one, node, suffix)), None)
    if cut is not None:
        yield Hit(Outcome.DONE, attribute, message, partial(put, attribute, cut, node.text), within=cut)
    elif node.steps[-1] is step and found.block.labels[:1] == ("aws_iam_policy_document",):
        if not any(one.start < node.start < one.end for one in attribute.expression.find(Template)):
            text = f'"${{{node.text}}}{suffix}"'
            yield Hit(Outcome.DONE, attribute, message, partial(put, attribute, node, text), within=node)
    else:
        yield to_decide(attribute, message, "see whether what is read must end so", within=step)


def _cuts(call: Call, node: Traversal, suffix: str) -> bool:
    """Whether a call takes a suffix from the end of what is read."""
    if call.name not in ("replace", "trimsuffix") or len(call.arguments) < 2 or call.arguments[0] is not node:
        return False
    part = call.arguments[1]
    return isinstance(part, Template) and part.literal == suffix
