"""Abstract values as values of another type.

Facts: Terraform language documentation, "Type Conversion"; `terraform console` 1.11.
"""

from __future__ import annotations

from collections.abc import Callable

from .. import conversions
from ..conversions import UNKNOWN, InvalidError, LimitError, Value
from .abstract import Abstract, element_type, lifted, plain, unknown
from .conversion import mismatch, unify
from .problems import Certainty, NotConvertibleError
from .types import (
    ANY,
    BOOL,
    NUMBER,
    STRING,
    Collection,
    ObjectType,
    Primitive,
    TupleType,
    Type,
)

_PRIMITIVES: dict[Primitive, Callable[[Value], Value]] = {
    STRING: conversions.to_string,
    NUMBER: conversions.to_number,
    BOOL: conversions.to_bool,
}


def convert(value: Abstract, wanted: Type) -> Abstract:
    """A value as one of the type that is wanted. Raises NotConvertibleError."""
    if wanted is ANY or value.type is wanted:
        return value
    if value.is_null:
        return Abstract(wanted, None, value.marks)
    if reason := mismatch(value.type, wanted):
        raise NotConvertibleError(reason, Certainty.TYPE)
    type_ = resulting(value.type, wanted)
    if not value.is_known:
        return unknown(type_, value.marks, value.is_later)
    if isinstance(wanted, Primitive):
        return Abstract(wanted, _primitive(value.value, wanted), value.marks)
    return Abstract(type_, _parts(value, wanted, type_), value.marks)


def _primitive(value: Value, wanted: Primitive) -> Value:
    try:
        return _PRIMITIVES[wanted](value)
    except InvalidError:
        shown = f'"{value}"' if isinstance(value, str) and len(value) < 60 else "this"
        raise NotConvertibleError(f"{shown} is not a {wanted.name}", Certainty.VALUE) from None


def _parts(value: Abstract, wanted: Type, type_: Type) -> Value:
    inside = value.value
    if isinstance(inside, dict):
        return _members(inside, wanted, type_)
    assert isinstance(inside, list)
    if isinstance(wanted, TupleType):
        return [convert(item, one) for item, one in zip(inside, wanted.items, strict=False)]
    element = _element(wanted, type_)
    items = [convert(item, element) for item in inside]
    if isinstance(wanted, Collection) and wanted.kind == "set":
        try:
            distinct = conversions.to_set([plain(item) for item in items])
        except (InvalidError, LimitError):
            return UNKNOWN
        return [lifted(item) for item in distinct] if isinstance(distinct, list) else distinct
    return items


def _element(wanted: Type, type_: Type) -> Type:
    """What elements become: what is wanted of them, or where that is ``any``, what they have in common."""
    inner = element_type(wanted)
    return element_type(type_) if inner is ANY else inner


def _members(inside: dict[str, Abstract], wanted: Type, type_: Type) -> Value:
    if isinstance(wanted, Collection):
        element = _element(wanted, type_)
        return {name: convert(item, element) for name, item in inside.items()}
    assert isinstance(wanted, ObjectType)
    members: dict[str, Abstract] = {}
    for name, one in wanted.attributes.items():
        given = inside.get(name)
        default = wanted.optional.get(name)
        if isinstance(default, Abstract) and (given is None or given.is_null):
            members[name] = convert(default, one)
        elif given is not None:
            members[name] = convert(given, one)
        elif name in wanted.optional:
            members[name] = Abstract(settled(one), None)
        else:
            raise NotConvertibleError(f"attribute {name} is missing", Certainty.VALUE)
    return members


def resulting(source: Type, wanted: Type) -> Type:
    """The type of a value of ``source`` after it was converted: what is ``any`` in the wanted type is then
    what the value has there."""
    if wanted is ANY:
        return source
    if isinstance(wanted, Collection):
        if wanted.element is not ANY:
            return Collection(wanted.kind, resulting(element_type(source), wanted.element))
        inner: tuple[Type, ...] = (element_type(source),)
        if isinstance(source, TupleType):
            inner = source.items
        elif isinstance(source, ObjectType) and not source.is_open:
            inner = tuple(source.attributes.values())
        return Collection(wanted.kind, unify(inner) or ANY)
    if isinstance(wanted, ObjectType):
        known = source.attributes if isinstance(source, ObjectType) else {}
        return ObjectType(
            {name: resulting(known.get(name, ANY), one) for name, one in wanted.attributes.items()}
        )
    if isinstance(wanted, TupleType) and isinstance(source, TupleType):
        return TupleType(tuple(map(resulting, source.items, wanted.items)))
    return wanted


def settled(type_: Type) -> Type:
    """The type that values of a constraint have, in which nothing is optional."""
    return resulting(ANY, type_)


def quietly(value: Abstract, type_: Type) -> Abstract:
    """A value as one of a type, where it can be one; unknown where not."""
    try:
        return convert(value, type_)
    except NotConvertibleError:
        return unknown(type_, value.marks)
