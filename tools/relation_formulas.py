"""Turns JSON schemas into relations between properties: where conditions are met, something else is needed.

A formula is a list: ``["all", …]`` or ``["any", …]`` of formulas, or an atom, which is a verb, the path of a
property and an operand: ``["in", "Type", ["TOKEN"]]``. An atom on a value says nothing of a property that is
not set; ``set`` and ``unset`` do. ``["if", condition, consequence]`` is only met while relations are made.
What cannot be said so is ``[OPAQUE, reason]``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any, NamedTuple

Formula = list[Any]

OPAQUE = "opaque"
TRUE: Formula = ["all"]
FALSE: Formula = ["any"]

_OPPOSITES = {
    "set": "unset",
    "in": "out",
    "like": "unlike",
    "least": "under",
    "most": "over",
    "has": "lacks",
    "all": "any",
}
_OPPOSITES |= {value: key for key, value in _OPPOSITES.items()}
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


class Relation(NamedTuple):
    """Where all of ``when`` is true, ``need`` must be true."""

    when: tuple[Any, ...]
    need: Formula


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
    return _joined("all", parts)


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


def _joined(verb: str, parts: list[Formula]) -> Formula:
    """Formulas as one, without those that change nothing."""
    neutral, decisive = (TRUE, FALSE) if verb == "all" else (FALSE, TRUE)
    found = [
        inner for part in parts for inner in (part[1:] if part[0] == verb else [part]) if inner != neutral
    ]
    if decisive in found:
        return decisive
    return found[0] if len(found) == 1 else [verb, *found]


def negated(one: Formula) -> Formula:
    """The formula that is true where another is false."""
    verb, *rest = one
    if verb == OPAQUE:
        return one
    if verb in ("all", "any"):
        return _joined(_OPPOSITES[verb], [negated(part) for part in rest])
    if verb == "if":
        return _joined("all", [rest[0], negated(rest[1])])
    if verb not in _OPPOSITES:
        return [OPAQUE, f"the opposite of '{verb}'"]
    return [_OPPOSITES[verb], *rest]


def _inside(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _properties(value: Any, path: str, _: Any) -> Formula:
    parts = []
    for name, schema in value.items():
        own = _inside(path, name)
        if schema is False:
            parts.append(["unset", own])
        else:
            parts.append(_if(["set", own], formula(schema, own)))
    return _joined("all", parts)


def _if(condition: Formula, consequence: Formula) -> Formula:
    if consequence == TRUE or condition == FALSE:
        return TRUE
    if condition == TRUE:
        return consequence
    return ["if", condition, consequence]


def _set(path: str, names: Any) -> list[Formula]:
    return [["set", _inside(path, name)] for name in names] if isinstance(names, list) else []


def _conditional(value: Any, path: str, schema: Any) -> Formula:
    condition = formula(value, path)
    then = _if(condition, formula(schema.get("then", True), path))
    return _joined("all", [then, _if(negated(condition), formula(schema.get("else", True), path))])


def _dependent(value: Any, path: str, _: Any) -> Formula:
    parts = []
    for name, wanted in value.items():
        needed = _joined("all", _set(path, wanted)) if isinstance(wanted, list) else formula(wanted, path)
        parts.append(_if(["set", _inside(path, name)], needed))
    return _joined("all", parts)


def _excluded(value: Any, path: str, _: Any) -> Formula:
    parts = [
        ["if", ["set", _inside(path, name)], ["unset", _inside(path, other)]]
        for name, others in value.items()
        for other in others
    ]
    return _joined("all", parts)


def _exactly_one(value: Any, path: str, _: Any) -> Formula:
    names = _set(path, value)
    pairs = [["if", one, ["unset", other[1]]] for at, one in enumerate(names) for other in names[at + 1 :]]
    return _joined("all", [_joined("any", names), *pairs])


def _one_of(value: Any, path: str, schema: Any) -> Formula:
    if all(isinstance(one, dict) and set(one) - _SILENT == {"required"} for one in value):
        required = [one["required"] for one in value]
        if all(len(one) == 1 for one in required):
            return _exactly_one([one[0] for one in required], path, schema)
    parts = [formula(one, path) for one in value]
    pairs = [_if(one, negated(other)) for at, one in enumerate(parts) for other in parts[at + 1 :]]
    return _joined("all", [_joined("any", parts), *pairs])


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
    "required": lambda value, path, _: _joined("all", _set(path, value)),
    "if": _conditional,
    "allOf": lambda value, path, _: _joined("all", [formula(one, path) for one in value]),
    "anyOf": lambda value, path, _: _joined("any", [formula(one, path) for one in value]),
    "oneOf": _one_of,
    "not": lambda value, path, _: negated(formula(value, path)),
    "dependentRequired": _dependent,
    "dependencies": _dependent,
    "dependentSchemas": _dependent,
    "dependentExcluded": _excluded,
    "requiredXor": _exactly_one,
    "requiredOr": lambda value, path, _: _joined("any", _set(path, value)),
    "enum": _among,
    "const": _among,
    "pattern": _like,
    "contains": _contains,
    "cfnContext": _in_context,
    "items": _items,
    "propertyNames": _names,
}


def relations(one: Formula, when: tuple[Any, ...] = ()) -> Iterator[Relation]:
    """The relations that are together what a formula says."""
    verb, *rest = one
    if verb == "all":
        for part in rest:
            yield from relations(part, when)
    elif verb == "if":
        conditions = rest[0][1:] if rest[0][0] == "all" else [rest[0]]
        yield from relations(rest[1], (*when, *conditions))
    else:
        conditions, need = _simplified([_plain(part) for part in when], _plain(one))
        if need not in (TRUE, *conditions) and FALSE not in conditions:
            yield Relation(tuple(conditions), need)


def _plain(one: Formula) -> Formula:
    """A formula without ``if``."""
    verb, *rest = one
    if verb == "if":
        return _joined("any", [negated(rest[0]), _plain(rest[1])])
    if verb in ("all", "any"):
        return _joined(verb, [_plain(part) for part in rest])
    return one


def _simplified(when: list[Formula], need: Formula) -> tuple[list[Formula], Formula]:
    """The conditions without those that follow from others, and what is needed if they are met."""
    for _ in range(2):
        surely = {one[1] for one in when if one[0] not in ("unset", "all", "any", OPAQUE)}
        when = [inner for one in when for inner in _conjuncts(_where_set(one, surely))]
    if need[0] not in ("set", "unset", "all", "any", OPAQUE):
        surely.add(need[1])
    judged = {
        path
        for one in (*when, need)
        if one[0] not in ("set", "unset", "all", "any", OPAQUE)
        for path in _and_owners(one[1])
    }
    kept: list[Formula] = []
    for one in when:
        if not (one[0] == "set" and one[1] in judged) and one not in kept:
            kept.append(one)
    return kept, _where_set(need, surely)


def _and_owners(path: str) -> Iterator[str]:
    """A path, and those of the objects that it is inside of, which are set where it is."""
    steps = path.split(".")
    yield from (".".join(steps[:count]) for count in range(1, len(steps) + 1))


def _conjuncts(one: Formula) -> list[Formula]:
    return one[1:] if one[0] == "all" else [one]


def _where_set(one: Formula, surely: set[str]) -> Formula:
    """A formula where some properties are set, as far as that decides an alternative."""
    verb, *rest = one
    if verb not in ("all", "any"):
        return FALSE if verb == "unset" and rest[0] in surely else one
    parts = [_where_set(part, surely) for part in rest]
    if verb == "any" and any(negated(part) in parts for part in parts if part[0] in ("set", "unset")):
        return TRUE
    if verb == "all":
        values = {part[1] for part in parts if part[0] not in ("set", "unset", "all", "any", OPAQUE)}
        own = {part[1] for part in parts if part[0] == "set"} | values
        parts = [_where_set(part, surely | own) if part[0] == "any" else part for part in parts]
        values |= {
            p[1]
            for part in parts
            for p in _conjuncts(part)
            if p[0] not in ("set", "unset", "all", "any", OPAQUE)
        }
        parts = [part for part in parts if not (part[0] == "set" and part[1] in values)]
    return _joined(verb, parts)


def atoms(one: Formula) -> Iterator[Formula]:
    """The atoms of a formula, and what cannot be said."""
    if one[0] in ("all", "any", "if"):
        for part in one[1:]:
            yield from atoms(part)
    else:
        yield one


def without(one: Formula, names: Container[str]) -> Formula:
    """A formula where some names are surely set."""
    verb, *rest = one
    if verb in ("all", "any"):
        return _joined(verb, [without(part, names) for part in rest])
    if verb == "if":
        return _if(without(rest[0], names), without(rest[1], names))
    if verb in ("set", "unset") and rest[0] in names:
        return TRUE if verb == "set" else FALSE
    return one


def is_between_properties(relation: Relation) -> bool:
    """Whether a relation is one of several properties, rather than a limit of one."""
    found = [one for part in (*relation.when, relation.need) for one in atoms(part)]
    return len({one[1] for one in found}) > 1 or any(
        one[0] in ("same", "least_of", "over_of") for one in found
    )
