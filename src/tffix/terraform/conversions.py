"""Terraform's conversions between types, and which values it takes for equal.

Facts: Terraform language documentation, "Types and Values" and "Type Constraints"; the rest is what
`terraform console` 1.11 answers.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterable
from decimal import Context, Decimal, InvalidOperation
from typing import Any, Final


class Unknown(enum.Enum):
    """The type of UNKNOWN, the value of what cannot be known without running Terraform."""

    UNKNOWN = "UNKNOWN"

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown.UNKNOWN
Value = Any
"""None, bool, int, float, str, list, dict with str keys, or UNKNOWN; a set is a list in Terraform's order."""


class InvalidError(Exception):
    """Terraform would report an error here."""


class LimitError(Exception):
    """The evaluation is larger than is worth it."""


class Rounded(float):
    """A number that Terraform computes with 512 bits and we with fewer: near the truth, not equal to it."""


class Set(list[Any]):
    """A set: no duplicates, in the order in which Terraform goes through it."""


MAX_SIZE = 100_000
_MAX_DIGITS = 150
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?", re.ASCII)
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
ARITHMETIC = Context(prec=200, traps=[])


def has_unknown(value: Value) -> bool:
    """Whether UNKNOWN is in a value, at any depth. Raises LimitError for an enormous one."""
    stack, seen = [value], 0
    while stack:
        value = stack.pop()
        if value is UNKNOWN:
            return True
        seen += 1
        if seen > MAX_SIZE or (isinstance(value, str) and len(value) > 10 * MAX_SIZE):
            raise LimitError
        if isinstance(value, list):
            stack += value
        elif isinstance(value, dict):
            stack += value.values()
    return False


# -- primitive types -------------------------------------------------------------------------------------


def whole_number(value: object) -> int | None:
    """The number that a value is, or that the digits of a string are, if it is whole and not negative."""
    if isinstance(value, str):
        return int(value) if re.fullmatch("[0-9]{1,18}", value) else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def normal(number: Decimal) -> Value:
    """A number as int where it is whole, else as float; UNKNOWN where neither holds it."""
    if not number.is_finite() or number.adjusted() > _MAX_DIGITS:
        return UNKNOWN
    return int(number) if number == number.to_integral_value() else float(number)


def decimal(number: int | float) -> Decimal:
    """A number as an exact decimal."""
    return Decimal(number) if isinstance(number, int) else Decimal(float.__repr__(number))


def to_number(value: Value) -> Value:
    """A value as a number, as Terraform converts it. Raises InvalidError."""
    if value is None or value is UNKNOWN or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        try:
            return normal(Decimal(value))
        except InvalidOperation:
            return UNKNOWN
    raise InvalidError("a number is required")


def to_string(value: Value) -> Value:
    """A value as a string, as Terraform converts it. Raises InvalidError."""
    if value is None or value is UNKNOWN:
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        text = format(decimal(value), "f")
        exact = not isinstance(value, Rounded) and len(text.strip("-0.").replace(".", "")) <= 15
        return text if exact else UNKNOWN
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    raise InvalidError("a string is required")


def to_bool(value: Value) -> Value:
    """A value as a bool, as Terraform converts it. Raises InvalidError."""
    if value is None or value is UNKNOWN or isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _BOOLEANS:
        return _BOOLEANS[value]
    raise InvalidError("a bool is required")


# -- collections -----------------------------------------------------------------------------------------


def type_name(value: Value) -> str:
    """What Terraform calls the type of a value."""
    if isinstance(value, bool):
        return "bool"
    return {int: "number", float: "number", Rounded: "number", str: "string"}.get(
        type(value), type(value).__name__
    )


def _leaf_types(values: Iterable[Value]) -> set[str]:
    found, stack = set(), list(values)
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack += value
        elif isinstance(value, dict):
            stack += value.values()
        elif value is not None and value is not UNKNOWN:
            found.add(type_name(value))
    return found


def unify(values: list[Value]) -> list[Value]:
    """The elements that a list made of these values has: all of one type. InvalidError if none fits."""
    kinds = {type_name(value) for value in values if value is not None and value is not UNKNOWN}
    collections = kinds & {"list", "dict", "Set"}
    if collections and (kinds != collections or {"dict"} < collections):
        raise InvalidError("all elements must have one type")
    if not collections:
        if len(kinds) < 2:
            return values
        if "string" not in kinds:
            raise InvalidError("all elements must have one type")
        return [to_string(value) for value in values]
    if len(_leaf_types(values)) < 2 or len({_shape(value) for value in values}) < 2:
        return values
    # Terraform may convert inside the elements: what comes of that is not worth following.
    raise LimitError


def _shape(value: Value) -> object:
    if isinstance(value, dict):
        return tuple((key, _shape(value[key])) for key in sorted(value))
    if isinstance(value, list):
        return tuple(_shape(item) for item in value)
    return type_name(value)


def to_list(value: Value) -> Value:
    """A value as a list with elements of one type. Raises InvalidError."""
    if value is None or value is UNKNOWN:
        return value
    if not isinstance(value, list):
        raise InvalidError("a list is required")
    return list(unify(list(value)))


def to_set(value: Value) -> Value:
    """The set of a list's elements; UNKNOWN where Terraform's order of them cannot be told."""
    items = to_list(value)
    if items is None or items is UNKNOWN or has_unknown(items):
        return UNKNOWN if items is not None else None
    if len(items) < 2:
        return Set(items)
    if not all(isinstance(item, bool | int | float | str) for item in items):
        return UNKNOWN
    return Set(sorted(set(items)))


def to_map(value: Value) -> Value:
    """A value as a map with elements of one type. Raises InvalidError."""
    if value is None or value is UNKNOWN:
        return value
    if not isinstance(value, dict):
        raise InvalidError("a map is required")
    return dict(zip(value, unify(list(value.values())), strict=True))


def same(one: Value, other: Value) -> Value:
    """What ``one == other`` gives. Equal collections may be of different types and then are not equal for
    Terraform: UNKNOWN."""
    if one is None or other is None:
        return one is None and other is None if UNKNOWN not in (one, other) else UNKNOWN
    if has_unknown(one) or has_unknown(other) or isinstance(one, Rounded) or isinstance(other, Rounded):
        return UNKNOWN
    if isinstance(one, list | dict) and isinstance(other, list | dict):
        return UNKNOWN if one == other else False
    return type_name(one) == type_name(other) and bool(one == other)
