"""Which type becomes which, and the one type that several have in common.

Facts: Terraform language documentation, "Type Conversion" and "Conditional Expressions"; for what they leave
open, `terraform validate` and `terraform console` 1.11.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .types import (
    ANY,
    BOOL,
    NUMBER,
    STRING,
    Collection,
    Kind,
    ObjectType,
    Primitive,
    TupleType,
    Type,
    is_primitive,
    list_of,
    map_of,
)


def mismatch(source: Type, wanted: Type) -> str:
    """Why no value of one type can become one of another, as what is wanted (``a number is wanted``);
    nothing where some can."""
    if wanted is ANY or source is ANY or source == wanted:
        return ""
    if isinstance(wanted, Primitive):
        return "" if _primitive(source, wanted) else f"a {wanted.name} is required"
    if isinstance(wanted, Collection):
        return _to_map(source, wanted) if wanted.kind == "map" else _to_sequence(source, wanted)
    if isinstance(wanted, ObjectType):
        return _to_object(source, wanted)
    if isinstance(wanted, TupleType):
        return _to_tuple(source, wanted)
    return ""


def _primitive(source: Type, wanted: Primitive) -> bool:
    if not is_primitive(source):
        return False
    return source is wanted or STRING in (source, wanted)


def _to_sequence(source: Type, wanted: Collection) -> str:
    if isinstance(source, Collection) and source.kind != "map":
        inner = mismatch(source.element, wanted.element)
        return f"elements: {inner}" if inner else ""
    if isinstance(source, TupleType):
        return _elements(source.items, wanted, "element {}")
    return f"a {wanted.kind} is required"


def _to_map(source: Type, wanted: Collection) -> str:
    if isinstance(source, Collection) and source.kind == "map":
        inner = mismatch(source.element, wanted.element)
        return f"elements: {inner}" if inner else ""
    if isinstance(source, ObjectType):
        if source.is_open:
            return ""
        return _elements(source.attributes.values(), wanted, "attribute {}", list(source.attributes))
    return "a map is required"


def _elements(
    types: Iterable[Type], wanted: Collection, place: str, names: Sequence[object] | None = None
) -> str:
    types = list(types)
    if wanted.element is ANY:
        return "" if unify(types) else f"all elements of a {wanted.kind} must have one type"
    for number, type_ in enumerate(types):
        if inner := mismatch(type_, wanted.element):
            return f"{place.format(names[number] if names else number)}: {inner}"
    return ""


def _to_object(source: Type, wanted: ObjectType) -> str:
    if isinstance(source, Collection) and source.kind == "map":
        for name, type_ in wanted.attributes.items():
            if inner := mismatch(source.element, type_):
                return f"attribute {name}: {inner}"
        return ""
    if not isinstance(source, ObjectType):
        return "an object is required"
    for name, type_ in wanted.attributes.items():
        if name in source.attributes:
            if inner := mismatch(source.attributes[name], type_):
                return f"attribute {name}: {inner}"
        elif name not in wanted.optional and not source.is_open:
            return f"attribute {name} is missing"
    return ""


def _to_tuple(source: Type, wanted: TupleType) -> str:
    if not isinstance(source, TupleType):
        return "" if isinstance(source, Collection) and source.kind != "map" else "a tuple is required"
    if len(source.items) != len(wanted.items):
        return f"a tuple of {len(wanted.items)} elements is required"
    for number, (one, other) in enumerate(zip(source.items, wanted.items, strict=True)):
        if inner := mismatch(one, other):
            return f"element {number}: {inner}"
    return ""


def unify(types: Sequence[Type]) -> Type | None:
    """The type that values of all these types can become; None if there is none, ``any`` if it depends on
    what is not known."""
    if not types:
        return ANY
    first = types[0]
    if all(one is first for one in types):
        return first
    known = [one for one in types if one is not ANY]
    if len(known) < len(types):
        return ANY
    if all(isinstance(one, ObjectType) for one in known):
        return _unify_objects(known)
    if all(isinstance(one, TupleType) for one in known):
        return _unify_tuples(known)
    for kind in _KINDS:
        if all(isinstance(one, Collection) and one.kind == kind for one in known):
            inner = unify([one.element for one in known if isinstance(one, Collection)])
            return None if inner is None else Collection(kind, inner)
    for kind, other in (("map", ObjectType), ("list", TupleType)):
        if all(isinstance(one, other) or (isinstance(one, Collection) and one.kind == kind) for one in known):
            inner = unify([type_ for one in known for type_ in _inside(one)])
            return None if inner is None else Collection(kind, inner)
    return _preferred(known)


def _inside(type_: Type) -> Sequence[Type]:
    if isinstance(type_, ObjectType):
        return [ANY] if type_.is_open else list(type_.attributes.values())
    if isinstance(type_, TupleType):
        return type_.items
    return [type_.element] if isinstance(type_, Collection) else ()


_KINDS: tuple[Kind, ...] = ("map", "list", "set")


def _preferred(types: Sequence[Type]) -> Type | None:
    candidates = sorted(types, key=_preference)
    return next((one for one in candidates if not any(mismatch(other, one) for other in types)), None)


def _preference(type_: Type) -> int:
    order: tuple[Callable[[Type], bool], ...] = (
        lambda one: one is STRING,
        lambda one: one in (NUMBER, BOOL),
        lambda one: isinstance(one, Collection) and one.kind == "set",
        lambda one: isinstance(one, Collection),
    )
    return next((number for number, holds in enumerate(order) if holds(type_)), len(order))


def _unify_objects(types: Sequence[Type]) -> Type | None:
    objects = [one for one in types if isinstance(one, ObjectType)]
    if any(one.is_open for one in objects):
        return ANY
    names = objects[0].attributes.keys()
    if all(one.attributes.keys() == names for one in objects):
        inner = {name: unify([one.attributes[name] for one in objects]) for name in names}
        if all(type_ is not None for type_ in inner.values()):
            return ObjectType({name: type_ for name, type_ in inner.items() if type_ is not None})
    element = unify([type_ for one in objects for type_ in one.attributes.values()])
    return None if element is None else map_of(element)


def _unify_tuples(types: Sequence[Type]) -> Type | None:
    tuples = [one for one in types if isinstance(one, TupleType)]
    if len({len(one.items) for one in tuples}) == 1:
        inner = [unify(items) for items in zip(*(one.items for one in tuples), strict=True)]
        if all(type_ is not None for type_ in inner):
            return TupleType(tuple(type_ for type_ in inner if type_ is not None))
    element = unify([type_ for one in tuples for type_ in one.items])
    return None if element is None else list_of(element)


__all__ = ["mismatch", "unify"]
