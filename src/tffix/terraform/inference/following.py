"""The steps `.name`, `[key]` and `[*]` from a value that is known in part.

Facts: HCL native syntax specification, "Index Operator", "Attribute Access Operator" and "Splat Operators".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ...hcl.nodes import Expression, GetAttribute, Index, LegacyIndex, Splat, Step
from ..conversions import LimitError, Value
from .abstract import ANYTHING, Abstract, Lazy, element_type, primitive, tuple_of, unknown
from .converting import convert
from .problems import Certainty, Kind, NotConvertibleError, Problem
from .types import ANY, NUMBER, STRING, Collection, ObjectType, TupleType, list_of, told

MAX_STEPS = 100
"""More steps than these are not followed."""

Report = Callable[[Problem], None]
Evaluate = Callable[[Expression], Abstract]


class _NoSuchError(Exception):
    """A step that leads nowhere."""

    def __init__(self, message: str, certainty: Certainty, name: str = "", known: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.certainty = certainty
        self.name = name
        self.known = tuple(known)


def follow(value: Abstract, steps: Sequence[Step], evaluate: Evaluate, report: Report) -> Abstract:
    """What steps lead to from a value. ``evaluate`` gives the values of keys. Raises LimitError."""
    if len(steps) > MAX_STEPS:
        raise LimitError
    for number, step in enumerate(steps):
        if value.type is ANY and value.value is not None and not value.is_known:
            for later in steps[number:]:
                if isinstance(later, Index):
                    evaluate(later.key)  # for what is wrong in it
            return unknown(ANY, value.marks, value.is_later)
        if isinstance(step, Splat):
            return _splat(value, step, steps[number + 1 :], evaluate, report)
        try:
            value = _step(value, step, evaluate).marked(value.marks)
        except _NoSuchError as fault:
            report(Problem(step, Kind.ATTRIBUTE, fault.message, fault.certainty, fault.name, fault.known))
            return ANYTHING
    return value


def _step(value: Abstract, step: Step, evaluate: Evaluate) -> Abstract:
    if isinstance(step, GetAttribute):
        return _attribute(value, step.name)
    if isinstance(step, LegacyIndex):
        return _index(value, primitive(step.number))
    assert isinstance(step, Index)
    return _index(value, evaluate(step.key))


def _attribute(value: Abstract, name: str) -> Abstract:
    type_ = value.type
    if value.is_null:
        raise _NoSuchError(f"the value before .{name} is null", Certainty.VALUE)
    if isinstance(type_, ObjectType) or (isinstance(type_, Collection) and type_.kind == "map"):
        return _member(value, name)
    if isinstance(type_, TupleType | Collection):
        raise _NoSuchError(f"{told(type_)} has no attribute '{name}'", Certainty.TYPE)
    raise _NoSuchError(f"{told(type_)} has no attributes", Certainty.TYPE)


def _member(value: Abstract, name: str) -> Abstract:
    type_ = value.type
    if isinstance(value, Lazy):
        return value.get(name)
    if isinstance(value.value, dict) and name in value.value:
        found = value.value[name]
        assert isinstance(found, Abstract)
        return found
    if isinstance(type_, ObjectType):
        if name in type_.attributes:
            return unknown(type_.attributes[name], is_later=value.is_later)
        if type_.is_open:
            return unknown(ANY, is_later=value.is_later)
        raise _NoSuchError(f"there is no attribute '{name}'", Certainty.TYPE, name, type_.attributes)
    if isinstance(value.value, dict):
        raise _NoSuchError(f"the map has no key '{name}'", Certainty.VALUE, name, value.value)
    return unknown(element_type(type_), is_later=value.is_later)


def _index(value: Abstract, key: Abstract) -> Abstract:
    type_ = value.type
    if value.is_null:
        raise _NoSuchError("the value before the index is null", Certainty.VALUE)
    if isinstance(type_, Collection) and type_.kind == "set":
        raise _NoSuchError("a set has no order, so its elements have no index", Certainty.TYPE)
    is_sequence = isinstance(type_, TupleType | Collection) and not _is_mapping(value)
    if not is_sequence and not _is_mapping(value):
        raise _NoSuchError(f"{told(type_)} has no elements", Certainty.TYPE)
    try:
        key = convert(key, NUMBER if is_sequence else STRING)
    except NotConvertibleError as error:
        wanted = "a list is indexed by numbers" if is_sequence else "a map is indexed by strings"
        raise _NoSuchError(f"{wanted}: {error.message}", error.certainty) from error
    if key.is_null:
        raise _NoSuchError("the index is null", Certainty.VALUE)
    if not key.is_known:
        return unknown(element_type(type_), key.marks, value.is_later or key.is_later)
    found = _element(value, key.value) if is_sequence else _member(value, str(key.value))
    return found.marked(key.marks)


def _is_mapping(value: Abstract) -> bool:
    type_ = value.type
    return isinstance(type_, ObjectType) or (isinstance(type_, Collection) and type_.kind == "map")


def _element(value: Abstract, number: Value) -> Abstract:
    type_ = value.type
    length = len(value.value) if isinstance(value.value, list) else None
    if isinstance(type_, TupleType):
        length = len(type_.items)
    if not isinstance(number, int):
        raise _NoSuchError("an index is a whole number", Certainty.VALUE)
    if number < 0 or (length is not None and number >= length):
        told_length = "" if length is None else f", which has {length} element{'s' if length != 1 else ''}"
        raise _NoSuchError(f"there is no element {number} in the list{told_length}", Certainty.VALUE)
    if isinstance(value.value, list):
        found = value.value[number]
        assert isinstance(found, Abstract)
        return found
    of = type_.items[number] if isinstance(type_, TupleType) else element_type(type_)
    return unknown(of, is_later=value.is_later)


def _splat(
    value: Abstract, splat: Splat, steps: Sequence[Step], evaluate: Evaluate, report: Report
) -> Abstract:
    each, after = parts_of_splat(splat, steps)
    found = _each(value, lambda item: follow(item, each, evaluate, report))
    return follow(found.marked(value.marks), after, evaluate, report)


def parts_of_splat(splat: Splat, steps: Sequence[Step]) -> tuple[Sequence[Step], Sequence[Step]]:
    """The steps after a splat that apply to each element, and those that apply to the list of the results."""
    if splat.full:
        return steps, steps[:0]
    end = 0
    while end < len(steps) and isinstance(steps[end], GetAttribute | LegacyIndex):
        end += 1
    return steps[:end], steps[end:]


def _each(value: Abstract, work: Callable[[Abstract], Abstract]) -> Abstract:
    type_ = value.type
    is_sequence = isinstance(type_, TupleType) or (isinstance(type_, Collection) and type_.kind != "map")
    if value.is_null:
        return tuple_of([])
    if isinstance(value.value, list):
        return tuple_of([work(item) for item in value.value])
    if isinstance(type_, TupleType):
        return tuple_of([work(unknown(one, is_later=value.is_later)) for one in type_.items])
    if is_sequence:
        item = work(unknown(element_type(type_), is_later=value.is_later))
        return unknown(list_of(item.type), item.marks, value.is_later)
    item = work(value)  # one value counts as a list of it
    return unknown(list_of(item.type), item.marks, value.is_later) if not value.is_known else tuple_of([item])
