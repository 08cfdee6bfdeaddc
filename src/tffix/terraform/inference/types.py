"""Terraform's types: primitives, lists, sets, maps, objects, tuples, and `any` for what is not known.

Facts: Terraform language documentation, "Type Constraints"; its JSON form of types in provider schemas.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

Json: TypeAlias = str | list[Any]
Kind: TypeAlias = Literal["list", "set", "map"]


class Type:
    """Any type. Types are equal if they accept the same values; they are never changed."""

    __slots__ = ()


class Primitive(Type):
    """``string``, ``number`` or ``bool``; ``any`` for a type that is not known."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


class Collection(Type):
    """A list, set or map of elements that have one type."""

    __slots__ = ("element", "kind")

    def __init__(self, kind: Kind, element: Type) -> None:
        self.kind = kind
        self.element = element

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Collection) and (self.kind, self.element) == (other.kind, other.element)

    def __hash__(self) -> int:
        return hash((self.kind, self.element))

    def __repr__(self) -> str:
        return f"{self.kind}({self.element!r})"


class ObjectType(Type):
    """Attributes by name. Those in ``optional`` may be left out of a value that is converted to it, and have
    the default that is there, or are null; an ``open`` one may have attributes that are not known."""

    __slots__ = ("attributes", "is_open", "optional")

    def __init__(
        self,
        attributes: Mapping[str, Type],
        optional: Mapping[str, object] = MappingProxyType({}),
        is_open: bool = False,
    ) -> None:
        self.attributes = MappingProxyType(dict(attributes))
        self.optional = optional
        self.is_open = is_open

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ObjectType):
            return False
        mine, theirs = (self.optional.keys(), self.is_open), (other.optional.keys(), other.is_open)
        return mine == theirs and self.attributes == other.attributes

    def __hash__(self) -> int:
        return hash((frozenset(self.attributes), self.is_open))

    def __repr__(self) -> str:
        inside = ", ".join(
            f"{name} = {f'optional({type_!r})' if name in self.optional else repr(type_)}"
            for name, type_ in self.attributes.items()
        )
        return f"object({{{inside}}})"


class TupleType(Type):
    """A fixed number of elements, each with a type of its own."""

    __slots__ = ("items",)

    def __init__(self, items: tuple[Type, ...]) -> None:
        self.items = items

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TupleType) and self.items == other.items

    def __hash__(self) -> int:
        return hash(self.items)

    def __repr__(self) -> str:
        return f"tuple([{', '.join(map(repr, self.items))}])"


ANY = Primitive("any")
STRING = Primitive("string")
NUMBER = Primitive("number")
BOOL = Primitive("bool")
_PRIMITIVES = {"string": STRING, "number": NUMBER, "bool": BOOL}


def is_primitive(type_: Type) -> bool:
    """Whether a type is ``string``, ``number`` or ``bool``."""
    return isinstance(type_, Primitive) and type_ is not ANY


def from_json(type_: Json) -> Type:
    """The type that Terraform's JSON form of it says: ``"string"``, ``["list", "string"]``."""
    if isinstance(type_, str):
        return _PRIMITIVES.get(type_, ANY)
    kind, inner = type_[0], type_[1]
    if kind in ("list", "set", "map"):
        return Collection(kind, from_json(inner))
    if kind == "object":
        optional = dict.fromkeys(type_[2]) if len(type_) > 2 else {}
        return ObjectType({name: from_json(one) for name, one in inner.items()}, optional)
    return TupleType(tuple(from_json(one) for one in inner)) if kind == "tuple" else ANY


def to_json(type_: Type) -> Json | None:
    """A type in Terraform's JSON form; None for one that is not known, at any depth of a collection. What a
    tuple or an object has in it is left out."""
    if isinstance(type_, Primitive):
        return None if type_ is ANY else type_.name
    if isinstance(type_, Collection):
        inner = to_json(type_.element)
        return None if inner is None else [type_.kind, inner]
    return ["object"] if isinstance(type_, ObjectType) else ["tuple"]


def list_of(element: Type) -> Collection:
    """A list of elements of a type."""
    return _collection("list", element)


def set_of(element: Type) -> Collection:
    """A set of elements of a type."""
    return _collection("set", element)


def map_of(element: Type) -> Collection:
    """A map whose values have a type."""
    return _collection("map", element)


@cache
def _common_collection(kind: Kind, element: Primitive) -> Collection:
    return Collection(kind, element)


def _collection(kind: Kind, element: Type) -> Collection:
    return _common_collection(kind, element) if isinstance(element, Primitive) else Collection(kind, element)


def told(type_: Type) -> str:
    """A type as messages name it: ``a number``, ``a list of strings``, ``an object``."""
    if isinstance(type_, Collection):
        inner = type_.element
        if inner is ANY:
            return f"a {type_.kind}"
        plural = f"{inner.name}s" if isinstance(inner, Primitive) else told(inner).split(" ", 1)[1] + "s"
        return f"a {type_.kind} of {plural}"
    if isinstance(type_, ObjectType):
        return "an object"
    if isinstance(type_, TupleType):
        return "a list"
    return f"a {type_!r}" if type_ is not ANY else "a value of any type"
