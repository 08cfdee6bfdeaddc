"""The instances of a resource that is repeated, as far as they are known."""

from __future__ import annotations

from .abstract import Abstract, object_of, tuple_of, unknown
from .types import list_of, map_of

_INSTANCES = 100
"""Instances of a resource that are told apart."""


def by_key(one: Abstract, for_each: Abstract) -> Abstract:
    """All instances of a resource with ``for_each``, by their keys where those are known."""
    over = for_each.value
    if isinstance(over, dict) and len(over) <= _INSTANCES:
        return object_of(dict.fromkeys(over, one))
    if isinstance(over, list) and len(over) <= _INSTANCES and all(isinstance(key.value, str) for key in over):
        return object_of({key.value: one for key in over})
    return unknown(map_of(one.type))


def by_number(one: Abstract, count: Abstract) -> Abstract:
    """All instances of a resource with ``count``, where their number is known."""
    number = count.value
    if isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= _INSTANCES:
        return tuple_of([one] * number)
    return unknown(list_of(one.type))
