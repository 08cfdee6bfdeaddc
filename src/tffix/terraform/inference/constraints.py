"""The types that type constraints say: `type = map(object({ name = string, size = optional(number) }))`.

Facts: Terraform language documentation, "Type Constraints".
"""

from __future__ import annotations

from collections.abc import Callable

from ...hcl.nodes import Call, Expression, Object, Template, Traversal, Tuple
from ..address import object_items
from .abstract import Abstract
from .types import ANY, BOOL, NUMBER, STRING, ObjectType, TupleType, Type, list_of, map_of, set_of

Evaluate = Callable[[Expression], Abstract]

_WORDS: dict[str, Type] = {
    "any": ANY,
    "string": STRING,
    "number": NUMBER,
    "bool": BOOL,
    "list": list_of(ANY),
    "map": map_of(ANY),
    "set": set_of(ANY),
}
_COLLECTIONS: dict[str, Callable[[Type], Type]] = {"list": list_of, "map": map_of, "set": set_of}


def constraint(node: Expression, evaluate: Evaluate) -> Type:
    """The type of a constraint; ``any`` where it is none, or cannot be told. ``evaluate`` gives the values
    of the defaults of optional attributes."""
    if isinstance(node, Traversal) and not node.steps:
        return _WORDS.get(node.root, ANY)
    if isinstance(node, Template):  # the way of Terraform 0.11: type = "map"
        return _WORDS.get(node.literal or "", ANY)
    if not isinstance(node, Call) or not node.arguments:
        return ANY
    inner = node.arguments[0]
    if node.name in _COLLECTIONS:
        return _COLLECTIONS[node.name](constraint(inner, evaluate))
    if node.name == "object" and isinstance(inner, Object):
        return _object(inner, evaluate)
    if node.name == "tuple" and isinstance(inner, Tuple):
        return TupleType(tuple(constraint(item, evaluate) for item in inner.items))
    return ANY


def _object(node: Object, evaluate: Evaluate) -> Type:
    attributes: dict[str, Type] = {}
    optional: dict[str, Abstract | None] = {}
    for name, item in object_items(node).items():
        value = item.value
        if isinstance(value, Call) and value.name == "optional" and value.arguments:
            optional[name] = evaluate(value.arguments[1]) if len(value.arguments) > 1 else None
            value = value.arguments[0]
        attributes[name] = constraint(value, evaluate)
    return ObjectType(attributes, optional)
