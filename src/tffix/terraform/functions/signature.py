"""How a function takes its arguments: their number, their types, null and UNKNOWN among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..conversions import (
    MAX_SIZE,
    UNKNOWN,
    InvalidError,
    LimitError,
    Rounded,
    Set,
    Value,
    has_unknown,
    to_bool,
    to_list,
    to_map,
    to_number,
    to_set,
    to_string,
)


def _list_of(convert: Callable[[Value], Value]) -> Callable[[Value], Value]:
    def converted(value: Value) -> Value:
        items = to_list(value)
        return items if items is None or items is UNKNOWN else [convert(item) for item in items]

    return converted


def _number(value: Value) -> Value:
    number = to_number(value)
    if isinstance(number, Rounded):
        raise LimitError
    return number


def _whole(value: Value) -> Value:
    number = _number(value)
    if isinstance(number, float):
        raise InvalidError("a whole number is required")
    return number


def _items(value: Value) -> Value:
    """A list, tuple or set, its elements as they are."""
    if value is None or value is UNKNOWN or isinstance(value, list):
        return value
    raise InvalidError("a list is required")


def _sequence(value: Value) -> Value:
    """A list or tuple, its elements as they are."""
    if isinstance(value, Set):
        raise LimitError  # some functions make a list of it, others do not take it
    return _items(value)


def _object(value: Value) -> Value:
    """A map or object, its values as they are."""
    if value is None or value is UNKNOWN or isinstance(value, dict):
        return value
    raise InvalidError("a map is required")


_CONVERSIONS: dict[str, Callable[[Value], Value]] = {
    "any": lambda value: value,
    "string": to_string,
    "number": _number,
    "whole": _whole,
    "real": to_number,
    "bool": to_bool,
    "list": to_list,
    "set": to_set,
    "map": to_map,
    "strings": _list_of(to_string),
    "numbers": _list_of(to_number),
    "bools": _list_of(to_bool),
    "items": _items,
    "sequence": _sequence,
    "object": _object,
}


@dataclass(frozen=True, slots=True)
class Function:
    """A function and the types of its parameters. After a name, ``?`` marks a parameter that may be left
    out, ``*`` the last one, which takes any number; before it, ``~`` marks one that may be null. With
    ``partial`` the arguments may have UNKNOWN inside them, though none is UNKNOWN itself."""

    compute: Callable[..., Value]
    parameters: tuple[str, ...]
    partial: bool = False

    def __call__(self, arguments: list[Value]) -> Value:
        parameters = list(self.parameters)
        if parameters and parameters[-1].endswith("*"):
            rest = parameters.pop().rstrip("*")
            parameters += [rest] * (len(arguments) - len(parameters))
        least = sum(not parameter.endswith("?") for parameter in parameters)
        if not least <= len(arguments) <= len(parameters):
            raise InvalidError("the number of arguments is wrong")
        converted = [_argument(value, name) for value, name in zip(arguments, parameters, strict=False)]
        unknown = [has_unknown(value) for value in converted]
        if UNKNOWN in converted or (any(unknown) and not self.partial):
            return UNKNOWN
        return _bounded(self.compute(*converted))


def _argument(value: Value, parameter: str) -> Value:
    name = parameter.strip("~?")
    if value is None and not parameter.startswith("~"):
        raise InvalidError("null is no argument")
    return _CONVERSIONS[name](value)


def _bounded(value: Value) -> Value:
    if isinstance(value, str) and len(value) > 10 * MAX_SIZE:
        raise LimitError
    if isinstance(value, list | dict) and len(value) > MAX_SIZE:
        raise LimitError
    return value
