"""Brings a stored object into the shape of a schema, which another provider or version may have made."""

from __future__ import annotations

from typing import Any

from tffix.plan.objects import Block, items_of, no_blocks
from tffix.plan.protocol import Object


def fitted(block: Block, stored: Object) -> Object:
    """An object of another schema in the shape of this one, in the JSON of state files: what it does not have
    is left out, and what cannot be converted."""
    result: Object = {}
    for name, spec in block.get("attributes", {}).items():
        nested = spec.get("nested_type")
        value = stored.get(name)
        if nested:
            members = {"attributes": nested.get("attributes", {})}
            result[name] = _fitted_items(members, value, nested["nesting_mode"], none=None)
        else:
            result[name] = _converted(spec["type"], value)
    for name, spec in block.get("block_types", {}).items():
        mode = spec["nesting_mode"]
        result[name] = _fitted_items(spec.get("block", {}), stored.get(name), mode, no_blocks(mode))
    return result


def _fitted_items(block: Block, value: Any, mode: str, none: Any) -> Any:
    if value is None:
        return none
    if isinstance(value, dict) and value.keys() == {"value", "type"} and _has_any(block):
        return value  # it comes with its type, as something of any type is inside of it
    if mode == "map":
        return {key: fitted(block, item) for key, item in value.items() if isinstance(item, dict)}
    items = items_of(value)
    if mode in ("single", "group"):
        return fitted(block, items[0]) if items else none
    return [fitted(block, item) for item in items]


def _has_any(block: Block) -> bool:
    """Whether something of any type is in a block."""
    inner = (spec.get("block", {}) for spec in block.get("block_types", {}).values())
    return any("dynamic" in str(spec) for spec in block.get("attributes", {}).values()) or any(
        map(_has_any, inner)
    )


def _converted(type_: Any, value: Any) -> Any:
    """A value of the JSON of state files as one of a type; None where it cannot be."""
    if value is None or type_ == "dynamic":
        return value if isinstance(value, dict) and {"value", "type"} == value.keys() else None
    match type_, value:
        case "string", bool():
            return "true" if value else "false"
        case "string", str() | int() | float():
            return str(value)
        case "number", int() | float() if not isinstance(value, bool):
            return value
        case "number", str() if value.lstrip("-").isdigit():
            return int(value)
        case "bool", bool():
            return value
        case "bool", "true" | "false":
            return value == "true"
        case [("list" | "set"), inner], list():
            return [_converted(inner, item) for item in value]
        case ["map", inner], dict():
            return {key: _converted(inner, item) for key, item in value.items()}
        case ["object", members], dict():
            return {name: _converted(of, value.get(name)) for name, of in members.items()}
        case ["object", _], [dict() as only]:
            return _converted(type_, only)
        case ["tuple", members], list() if len(members) == len(value):
            return [_converted(of, item) for of, item in zip(members, value, strict=True)]
    return None
