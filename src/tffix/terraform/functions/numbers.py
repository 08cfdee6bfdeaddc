"""Number and bool functions."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from .. import operators
from ..conversions import InvalidError, LimitError, Rounded, Value, decimal, normal, to_bool, to_number
from .signature import Function


def ceil(value: int | float) -> Value:
    """``ceil``: the next whole number upwards."""
    return normal(_apart(value).to_integral_value(ROUND_CEILING))


def floor(value: int | float) -> Value:
    """``floor``: the next whole number downwards."""
    return normal(_apart(value).to_integral_value(ROUND_FLOOR))


def _apart(value: int | float) -> Decimal:
    """The value, if it is not so near a whole number that rounding could have made it one."""
    if isinstance(value, Rounded) and abs(value - round(value)) < 1e-9:
        raise LimitError
    return decimal(value)


def power(base: int | float, exponent: int | float) -> Value:
    """``pow``: of whole numbers within limits. Raises LimitError for others."""
    if (
        not isinstance(base, int)
        or not isinstance(exponent, int)
        or not 0 <= exponent <= 64
        or abs(base) > 10**6
    ):
        raise LimitError
    result: int = base**exponent
    if abs(result) > 2**53:
        raise LimitError
    return result


def parse_int(value: Value, base: int) -> int:
    """``parseint``: the whole number that a text is in a base."""
    if not isinstance(value, str):
        raise InvalidError("a string is required")
    text = value
    if not 2 <= base <= 36 or "_" in text or text != text.strip() or len(text) > 100:
        raise LimitError
    try:
        return int(text, base)
    except ValueError:
        raise InvalidError("this is no number") from None


def total(values: list[Value]) -> Value:
    """``sum``: of a list that is not empty."""
    if not values or None in values:
        raise InvalidError("there is nothing to add")
    result = values[0]
    for value in values[1:]:
        result = operators.binary("+", result, value)
    return result


def absolute(value: int | float) -> Value:
    """``abs``: the number without its sign."""
    return operators.unary("-", value) if value < 0 else value


def least(*values: Value) -> Value:
    """``min``: of at least one number."""
    return min(_some(values))


def greatest(*values: Value) -> Value:
    """``max``: of at least one number."""
    return max(_some(values))


def _some(values: tuple[Value, ...]) -> tuple[Value, ...]:
    if not values:
        raise InvalidError("at least one number is required")
    return values


def count_up(*limits: Value) -> list[Value]:
    """``range(end)``, ``range(start, end)``, ``range(start, end, step)``."""
    if not all(isinstance(limit, int) for limit in limits):
        raise LimitError
    start, end = (0, limits[0]) if len(limits) == 1 else limits[:2]
    step = limits[2] if len(limits) > 2 else (1 if start <= end else -1)
    if step == 0 or (end - start) * step < 0:
        raise InvalidError("the step leads nowhere")
    found = range(start, end, step)
    if len(found) > 1024:
        raise InvalidError("more than 1024 numbers")
    return list(found)


def all_true(values: list[Value]) -> bool:
    """``alltrue``: also of an empty list."""
    return all(value is True for value in values)


def any_true(values: list[Value]) -> bool:
    """``anytrue``: not of an empty list."""
    return any(value is True for value in values)


TABLE: dict[str, Function] = {
    "abs": Function(absolute, ("real",)),
    "alltrue": Function(all_true, ("bools",)),
    "anytrue": Function(any_true, ("bools",)),
    "ceil": Function(ceil, ("real",)),
    "floor": Function(floor, ("real",)),
    "max": Function(greatest, ("real*",)),
    "min": Function(least, ("real*",)),
    "parseint": Function(parse_int, ("any", "whole")),
    "pow": Function(power, ("number", "number")),
    "range": Function(count_up, ("number", "number?", "number?")),
    "signum": Function(lambda value: (value > 0) - (value < 0), ("real",)),
    "sum": Function(total, ("numbers",)),
    "tobool": Function(to_bool, ("~any",)),
    "tonumber": Function(to_number, ("~any",)),
}
