"""What is known of a value before Terraform runs: its type, the value as far as it is known, its marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ..conversions import MAX_SIZE, UNKNOWN, LimitError, Set, Value
from .types import (
    ANY,
    BOOL,
    NUMBER,
    STRING,
    Collection,
    ObjectType,
    TupleType,
    Type,
    set_of,
)

SENSITIVE = "sensitive"
EPHEMERAL = "ephemeral"
Marks = frozenset[str]
NO_MARKS: Marks = frozenset()


class Abstract:
    """A value as far as it is known.

    ``value`` is UNKNOWN, None for null, a bool, number or string; of a list, set or tuple a list of
    Abstract, of a map or object a dict of them. ``is_later`` says that it is computed while Terraform
    applies, so that no plan knows it.
    """

    __slots__ = ("is_later", "marks", "size", "type", "value")

    def __init__(
        self, type_: Type, value: Value = UNKNOWN, marks: Marks = NO_MARKS, is_later: bool = False
    ) -> None:
        self.type = type_
        self.value = value
        self.marks = marks
        self.is_later = is_later
        self.size = 1 if not isinstance(value, list | dict) else _size(value)

    @property
    def is_known(self) -> bool:
        """Whether the value itself is known; parts of a collection may not be."""
        return self.value is not UNKNOWN

    @property
    def is_null(self) -> bool:
        return self.value is None

    def marked(self, marks: Marks) -> Abstract:
        """The same value with more marks."""
        if marks <= self.marks:
            return self
        return Abstract(self.type, self.value, self.marks | marks, self.is_later)

    def unmarked(self, mark: str) -> Abstract:
        """The same value without a mark."""
        return Abstract(self.type, self.value, self.marks - {mark}, self.is_later)

    def all_marks(self) -> Marks:
        """Its marks and those of all that is in it."""
        return frozenset().union(
            *(one.marks | one.inside if isinstance(one, Lazy) else one.marks for one in parts(self))
        )

    def __repr__(self) -> str:
        return f"Abstract({self.type!r}, {self.value!r})"


class Lazy(Abstract):
    """An object whose attributes are worked out when they are asked for. ``inside`` are marks that some of
    them have."""

    __slots__ = ("get", "inside")

    def __init__(self, type_: Type, get: Callable[[str], Abstract], inside: Marks = NO_MARKS) -> None:
        super().__init__(type_)
        self.get = get
        self.inside = inside


def _size(value: list[Abstract] | dict[str, Abstract]) -> int:
    size = 1 + sum(one.size for one in (value if isinstance(value, list) else value.values()))
    if size > MAX_SIZE:
        raise LimitError
    return size


ANYTHING = Abstract(ANY)
TRUE = Abstract(BOOL, True)
FALSE = Abstract(BOOL, False)
NULL = Abstract(ANY, None)


def unknown(type_: Type, marks: Marks = NO_MARKS, is_later: bool = False) -> Abstract:
    """A value of which only the type is known."""
    return (
        ANYTHING if type_ is ANY and not marks and not is_later else Abstract(type_, UNKNOWN, marks, is_later)
    )


def primitive(value: str | int | float | bool) -> Abstract:
    """A known string, number or bool."""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    return Abstract(STRING if isinstance(value, str) else NUMBER, value)


def tuple_of(items: list[Abstract]) -> Abstract:
    """A tuple of known length."""
    return Abstract(TupleType(tuple(item.type for item in items)), items)


def object_of(items: Mapping[str, Abstract]) -> Abstract:
    """An object of known attributes."""
    return Abstract(ObjectType({name: item.type for name, item in items.items()}), dict(items))


def lifted(value: Value, is_later: bool = False) -> Abstract:
    """A plain value as an abstract one. UNKNOWN may be in it, for what is known later, or not at all."""
    if value is UNKNOWN:
        return unknown(ANY, is_later=is_later)
    if value is None:
        return NULL
    if isinstance(value, Set):
        items = [lifted(item, is_later) for item in value]
        return Abstract(set_of(items[0].type if items else ANY), items)
    if isinstance(value, list):
        return tuple_of([lifted(item, is_later) for item in value])
    if isinstance(value, dict):
        return object_of({name: lifted(item, is_later) for name, item in value.items()})
    return primitive(value)


def plain(value: Abstract) -> Value:
    """The plain value, with UNKNOWN where it is not known."""
    if isinstance(value.value, list):
        items = [plain(item) for item in value.value]
        return Set(items) if isinstance(value.type, Collection) and value.type.kind == "set" else items
    if isinstance(value.value, dict):
        return {name: plain(item) for name, item in value.value.items()}
    return value.value


def together(values: Sequence[Abstract]) -> tuple[Marks, bool]:
    """The marks of several values, and whether one of them is known only after the apply."""
    marks = NO_MARKS
    for one in values:
        if one.marks:
            marks |= one.marks
    return marks, any(one.is_later for one in values)


def parts(value: Abstract) -> Iterator[Abstract]:
    """A value and all that is in it."""
    stack = [value]
    while stack:
        one = stack.pop()
        yield one
        if isinstance(one.value, list):
            stack += one.value
        elif isinstance(one.value, dict):
            stack += one.value.values()


def has_later(value: Abstract) -> bool:
    """Whether something in a value is known only after the apply."""
    return any(one.is_later for one in parts(value))


def is_whole(value: Abstract) -> bool:
    """Whether a value and all that is in it is known."""
    return all(one.is_known for one in parts(value))


def element_type(type_: Type) -> Type:
    """The type of what a collection, tuple or object has in it, where all have one; else ``any``."""
    if isinstance(type_, Collection):
        return type_.element
    types: tuple[Type, ...] = ()
    if isinstance(type_, TupleType):
        types = type_.items
    elif isinstance(type_, ObjectType) and not type_.is_open:
        types = tuple(type_.attributes.values())
    return types[0] if types and all(one == types[0] for one in types) else ANY


__all__ = [
    "ANYTHING",
    "EPHEMERAL",
    "FALSE",
    "NO_MARKS",
    "NULL",
    "SENSITIVE",
    "TRUE",
    "Abstract",
    "Lazy",
    "Marks",
    "element_type",
    "has_later",
    "is_whole",
    "lifted",
    "object_of",
    "parts",
    "plain",
    "primitive",
    "together",
    "tuple_of",
    "unknown",
]
