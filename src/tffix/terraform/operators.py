"""Terraform's operators, and the steps `.name` and `[key]`, on static values.

Facts: Terraform language documentation, "Arithmetic and Logical Operators"; HCL 2 as `terraform console`
1.11 shows it.
"""

from __future__ import annotations

import operator as python
from collections.abc import Callable
from decimal import Decimal

from .conversions import (
    ARITHMETIC,
    UNKNOWN,
    InvalidError,
    Rounded,
    Value,
    decimal,
    normal,
    same,
    to_bool,
    to_number,
)

_COMPARISONS: dict[str, Callable[[Value, Value], bool]] = {
    "<": python.lt,
    ">": python.gt,
    "<=": python.le,
    ">=": python.ge,
}
_ARITHMETIC: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": ARITHMETIC.add,
    "-": ARITHMETIC.subtract,
    "*": ARITHMETIC.multiply,
    "/": ARITHMETIC.divide,
    "%": ARITHMETIC.remainder,
}


def unary(operator: str, operand: Value) -> Value:
    """The result of an operator before a value. Raises InvalidError."""
    value = to_bool(operand) if operator == "!" else to_number(operand)
    if value is None:
        raise InvalidError("null is no operand")
    if value is UNKNOWN:
        return UNKNOWN
    return not value if operator == "!" else _negative(value)


def _negative(value: int | float) -> int | float:
    return Rounded(-value) if isinstance(value, Rounded) else -value


def binary(operator: str, left: Value, right: Value) -> Value:
    """The result of an operator between two values. Raises InvalidError."""
    if operator in ("==", "!="):
        equal = same(left, right)
        return equal if equal is UNKNOWN or operator == "==" else not equal
    if left is None or right is None:
        raise InvalidError("null is no operand")
    if operator in ("&&", "||"):
        return _logical(operator, to_bool(left), to_bool(right))
    left, right = to_number(left), to_number(right)
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    if operator in _COMPARISONS:
        return _COMPARISONS[operator](left, right)
    return _arithmetic(operator, left, right)


def _logical(operator: str, left: Value, right: Value) -> Value:
    decisive = operator == "||"
    if left is decisive or right is decisive:
        return decisive
    return UNKNOWN if left is UNKNOWN or right is UNKNOWN else not decisive


def _arithmetic(operator: str, left: int | float, right: int | float) -> Value:
    one, other = decimal(left), decimal(right)
    if operator in "/%" and not other:
        return UNKNOWN  # Terraform goes on with an infinite number
    exact = _ARITHMETIC[operator](one, other)
    result = normal(exact)
    if result is UNKNOWN:
        return UNKNOWN
    representable = isinstance(result, int) or Decimal(result) == exact
    return result if representable and _is_binary(left) and _is_binary(right) else Rounded(result)


def _is_binary(number: int | float) -> bool:
    """Whether a number is exactly what its binary form says, so that computing with it is exact."""
    return not isinstance(number, Rounded) and Decimal(number) == decimal(number)
