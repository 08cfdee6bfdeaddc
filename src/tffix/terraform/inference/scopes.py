"""What `each`, `count`, `self` and the iterators of `dynamic` blocks stand for where an attribute is.

Facts: Terraform language documentation, "The for_each Meta-Argument", "The count Meta-Argument" and
"dynamic Blocks".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...hcl.tree import Attribute, Block
from ..references import iterator_names
from .abstract import ANYTHING, NO_MARKS, Abstract, element_type, object_of, unknown
from .types import ANY, NUMBER, STRING, Collection, ObjectType, Type

Scope = Mapping[str, Abstract]
Value = Callable[[Attribute, Block], Abstract]

_COUNT = object_of({"index": unknown(NUMBER)})


def scope_of(attribute: Attribute, block: Block, value: Value) -> Scope:
    """The names that are bound where an attribute of a top-level block is. ``value`` gives the values of the
    attributes that say over what is repeated."""
    scope: dict[str, Abstract] = {"self": ANYTHING}
    body = attribute.parent
    inner: list[Block] = []
    while body is not None and body.owner is not None and body.owner is not block:
        inner.append(body.owner)
        body = body.owner.parent
    is_repetition = attribute.parent is block.body and attribute.name in ("for_each", "count")
    if not is_repetition:
        if (each := block.get("for_each")) is not None:
            scope["each"] = _pair(value(each, block))
        if block.get("count") is not None:
            scope["count"] = _COUNT
    scope.setdefault("each", ANYTHING)
    scope.setdefault("count", ANYTHING)
    for nested in reversed(inner):
        if nested.type == "dynamic" and not _is_header(attribute, nested):
            over = nested.get("for_each")
            for name in iterator_names(nested):
                scope[name] = _pair(value(over, block)) if over is not None else ANYTHING
    return scope


def _is_header(attribute: Attribute, dynamic: Block) -> bool:
    """Whether an attribute is the ``for_each`` or another argument of a ``dynamic`` block itself."""
    return attribute.parent is dynamic.body and attribute.name != "labels"


def _pair(over: Abstract) -> Abstract:
    """``each``, of what is repeated over."""
    type_ = over.type
    item = _common(over)
    is_set = isinstance(type_, Collection) and type_.kind == "set"
    marks = over.marks
    key = unknown(STRING, marks)
    if isinstance(type_, Collection) and type_.kind == "list":
        key = unknown(NUMBER, marks)
    elif not isinstance(type_, Collection | ObjectType):
        key = unknown(ANY, marks)
    return object_of({"key": item if is_set else key, "value": item.marked(marks)})


def _common(over: Abstract) -> Abstract:
    """What all elements have in common; an element itself, where there is one only."""
    inside = over.value
    items = inside if isinstance(inside, list) else list(inside.values()) if isinstance(inside, dict) else []
    if len(items) == 1 and isinstance(items[0], Abstract):
        return items[0]
    return unknown(_type(over, items), NO_MARKS, any(one.is_later for one in items))


def _type(over: Abstract, items: list[Abstract]) -> Type:
    types = {one.type for one in items}
    return types.pop() if len(types) == 1 else element_type(over.type)
