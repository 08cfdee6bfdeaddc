"""Turns JSON schemas into formulas on the properties that they are about."""

from __future__ import annotations

import re
from typing import Any

from relation_formulas import FALSE, OPAQUE, TRUE, Formula, if_then, joined, negated

_BOUNDS = {
    "minimum": "least",
    "maximum": "most",
    "exclusiveMinimum": "over",
    "exclusiveMaximum": "under",
    "multipleOf": "multiple",
    "minItems": "items_least",
    "maxItems": "items_most",
}
# What says nothing about other properties, or nothing that is not known from the types of arguments.
_SILENT = {
    "type",
    "description",
    "definitions",
    "$comment",
    "examples",
    "title",
    "default",
    "additionalProperties",
}
_SILENT |= {"then", "else", "insertionOrder", "markdownDescription", "anyOf_"}


def formula(schema: Any, path: str = "") -> Formula:
    """What a schema says of the value at a path, if it is set; paths have dots between names."""
    if isinstance(schema, bool):
        return TRUE if schema else FALSE
    parts: list[Formula] = []
    for key, value in schema.items():
        if key in _READERS:
            parts.append(_READERS[key](value, path, schema))
        elif key in _BOUNDS:
            parts.append(_bound(key, path, value))
        elif key not in _SILENT:
            parts.append([OPAQUE, f"'{key}'"])
    return joined("all", parts)


def _bound(key: str, path: str, value: Any) -> Formula:
    if isinstance(value, int | float):
        return [_BOUNDS[key], path, value]
    if "$data" in value and key in ("minimum", "exclusiveMinimum"):
        return [f"{_BOUNDS[key]}_of", path, _other(value)]
    return [OPAQUE, "by the value of another"]


def _other(value: Any) -> str:
    """The path of another value that is referred to."""
    return str(value["$data"]).strip("/").replace("/", ".")


def resolved(schema: Any, whole: Any = None) -> Any:
    """A schema with the definitions that it refers to where it does so."""
    whole = schema if whole is None else whole
    if isinstance(schema, list):
        return [resolved(one, whole) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if str(schema.get("$ref", "")).startswith("#/definitions/"):
        return resolved(whole["definitions"][schema["$ref"].rpartition("/")[2]], whole)
    return {key: resolved(value, whole) for key, value in schema.items() if key != "definitions"}


def _inside(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _properties(value: Any, path: str, _: Any) -> Formula:
    parts = []
    for name, schema in value.items():
        own = _inside(path, name)
        if schema is False:
            parts.append(["unset", own])
        else:
            parts.append(if_then(["set", own], formula(schema, own)))
    return joined("all", parts)


def _set(path: str, names: Any) -> list[Formula]:
    return [["set", _inside(path, name)] for name in names] if isinstance(names, list) else []


def _conditional(value: Any, path: str, schema: Any) -> Formula:
    condition = formula(value, path)
    then = if_then(condition, formula(schema.get("then", True), path))
    return joined("all", [then, if_then(negated(condition), formula(schema.get("else", True), path))])


def _dependent(value: Any, path: str, _: Any) -> Formula:
    parts = []
    for name, wanted in value.items():
        needed = joined("all", _set(path, wanted)) if isinstance(wanted, list) else formula(wanted, path)
        parts.append(if_then(["set", _inside(path, name)], needed))
    return joined("all", parts)


def _excluded(value: Any, path: str, _: Any) -> Formula:
    parts = [
        ["if", ["set", _inside(path, name)], ["unset", _inside(path, other)]]
        for name, others in value.items()
        for other in others
    ]
    return joined("all", parts)


def _exactly_one(value: Any, path: str, _: Any) -> Formula:
    names = _set(path, value)
    pairs = [["if", one, ["unset", other[1]]] for at, one in enumerate(names) for other in names[at + 1 :]]
    return joined("all", [joined("any", names), *pairs])


def _one_of(value: Any, path: str, schema: Any) -> Formula:
    if all(isinstance(one, dict) and set(one) - _SILENT == {"required"} for one in value):
        required = [one["required"] for one in value]
        if all(len(one) == 1 for one in required):
            return _exactly_one([one[0] for one in required], path, schema)
    parts = [formula(one, path) for one in value]
    pairs = [if_then(one, negated(other)) for at, one in enumerate(parts) for other in parts[at + 1 :]]
    return joined("all", [joined("any", parts), *pairs])


def _among(value: Any, path: str, _: Any) -> Formula:
    if isinstance(value, list):
        return ["in", path, _words(value)]
    if isinstance(value, dict):
        return ["same", path, _other(value)] if "$data" in value else [OPAQUE, "by the value of another"]
    return ["in", path, _words([value])]


def _words(values: list[Any]) -> list[str]:
    """The values as texts, each once; a bool as Terraform writes it."""
    found = [str(one).lower() if isinstance(one, bool) else str(one) for one in values]
    found = ["true" if one == "True" else "false" if one == "False" else one for one in found]
    return list(dict.fromkeys(found))


def _like(value: Any, path: str, _: Any) -> Formula:
    if not isinstance(value, str):
        return [OPAQUE, "by the value of another"]
    flags = "(?i)" if "(?i)" in value else ""
    pattern = flags + value.replace("(?i)", "")
    re.compile(pattern)
    return ["like", path, pattern]


def _contains(value: Any, path: str, _: Any) -> Formula:
    wanted = (
        value.get("enum", [value["const"]] if "const" in value else None) if isinstance(value, dict) else None
    )
    if wanted is None or set(value) - {"enum", "const", "type"}:
        return [OPAQUE, "of elements of a list"]
    return ["has", path, _words(wanted)]


def _in_context(value: Any, path: str, _: Any) -> Formula:
    return formula(value["schema"], path)


_FORMATS = ("ipv4", "ipv6")


def _items(value: Any, path: str, _: Any) -> Formula:
    own = value.keys() - _SILENT if isinstance(value, dict) else set()
    if own == {"format"} and value["format"] in _FORMATS:
        return ["each_like", path, value["format"]]
    if own == {"pattern"}:
        return ["each_like", path, _like(value["pattern"], path, value)[2]]
    return TRUE if isinstance(value, dict) and not own else [OPAQUE, "of elements of a list"]


def _names(value: Any, path: str, _: Any) -> Formula:
    excluded = value.get("not", {}).get("enum")
    return ["keys_out", path, excluded] if excluded else [OPAQUE, "'propertyNames'"]


_READERS = {
    "properties": _properties,
    "required": lambda value, path, _: joined("all", _set(path, value)),
    "if": _conditional,
    "allOf": lambda value, path, _: joined("all", [formula(one, path) for one in value]),
    "anyOf": lambda value, path, _: joined("any", [formula(one, path) for one in value]),
    "oneOf": _one_of,
    "not": lambda value, path, _: negated(formula(value, path)),
    "dependentRequired": _dependent,
    "dependencies": _dependent,
    "dependentSchemas": _dependent,
    "dependentExcluded": _excluded,
    "requiredXor": _exactly_one,
    "requiredOr": lambda value, path, _: joined("any", _set(path, value)),
    "enum": _among,
    "const": _among,
    "pattern": _like,
    "contains": _contains,
    "cfnContext": _in_context,
    "items": _items,
    "propertyNames": _names,
}
