"""Values as the type constraint of a variable makes them: `type = map(string)`.

Facts: Terraform language documentation, "Type Constraints", with optional object attributes.
"""

from __future__ import annotations

from collections.abc import Callable

from ..hcl.nodes import Call, Expression, Object, Template, Traversal, Tuple
from .address import object_items
from .conversions import (
    UNKNOWN,
    InvalidError,
    LimitError,
    Value,
    has_unknown,
    to_bool,
    to_list,
    to_map,
    to_number,
    to_set,
    to_string,
)

_PRIMITIVES: dict[str, Callable[[Value], Value]] = {
    "string": to_string,
    "number": to_number,
    "bool": to_bool,
    "any": lambda value: value,
    "list": to_list,
    "set": to_set,
    "map": to_map,
}


def constrained(value: Value, constraint: Expression, default: Callable[[Expression], Value]) -> Value:
    """``value`` converted to a type. ``default`` evaluates the defaults of optional attributes."""
    if value is None or value is UNKNOWN:
        return value
    word = constraint.root if isinstance(constraint, Traversal) else None
    if isinstance(constraint, Template):  # the way of Terraform 0.11: type = "map"
        word = constraint.literal
        if word in ("list", "map"):
            value = {"list": to_list, "map": to_map}[word](value)
            return _each(value, lambda item: to_string(item))
    if word in _PRIMITIVES:
        return _PRIMITIVES[word](value)
    if isinstance(constraint, Call) and len(constraint.arguments) == 1:
        inner = constraint.arguments[0]
        if constraint.name == "object" and isinstance(inner, Object):
            return _object(value, inner, default)
        if constraint.name == "tuple" and isinstance(inner, Tuple):
            return _tuple(value, inner, default)
        if constraint.name in ("list", "set", "map"):
            return _collection(value, constraint.name, inner, default)
    raise LimitError


def _each(value: Value, convert: Callable[[Value], Value]) -> Value:
    if isinstance(value, dict):
        return {key: convert(item) for key, item in value.items()}
    return [convert(item) for item in value]


def _collection(value: Value, kind: str, inner: Expression, default: Callable[[Expression], Value]) -> Value:
    if not isinstance(value, dict if kind == "map" else list):
        raise InvalidError(f"a {kind} is required")
    if isinstance(inner, Traversal) and inner.root == "any":
        return _PRIMITIVES[kind](value)
    converted = _each(value, lambda item: constrained(item, inner, default))
    return to_set(converted) if kind == "set" else converted


def _object(value: Value, attributes: Object, default: Callable[[Expression], Value]) -> Value:
    if not isinstance(value, dict):
        raise InvalidError("an object is required")
    result: dict[str, Value] = {}
    for name, item in object_items(attributes).items():
        constraint, fallback, optional = item.value, None, False
        if isinstance(constraint, Call) and constraint.name == "optional" and constraint.arguments:
            optional = True
            fallback = constraint.arguments[1] if len(constraint.arguments) > 1 else None
            constraint = constraint.arguments[0]
        if name not in value and not optional:
            raise InvalidError(f"attribute {name} is required")
        given = value.get(name)
        if given is None and fallback is not None:
            given = default(fallback)
        result[name] = constrained(given, constraint, default)
    return result


def _tuple(value: Value, types: Tuple, default: Callable[[Expression], Value]) -> Value:
    if not isinstance(value, list) or len(value) != len(types.items) or has_unknown(value):
        raise InvalidError(f"a tuple of {len(types.items)} elements is required")
    return [constrained(item, one, default) for item, one in zip(value, types.items, strict=True)]
