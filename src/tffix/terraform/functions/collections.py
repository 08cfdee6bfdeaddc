"""Functions on lists, sets and maps."""

from __future__ import annotations

import itertools
import math

from ...hcl.graphemes import graphemes
from ..conversions import (
    UNKNOWN,
    InvalidError,
    LimitError,
    Value,
    has_unknown,
    same,
    to_list,
    to_map,
    to_set,
    to_string,
    type_name,
    unify,
)
from .signature import Function


def chunks(items: list[Value], size: int) -> list[Value]:
    """``chunklist``: the items in lists of a size; all in one where that is 0."""
    if size < 0:
        raise InvalidError("the size must be a whole number")
    return [items[at : at + size] for at in range(0, len(items), size)] if size else [items]


def coalesce(*values: Value) -> Value:
    """``coalesce``: the first value that is neither null nor an empty string."""
    for value in unify(list(values)):
        if value is UNKNOWN or has_unknown(value):
            return UNKNOWN
        if value is not None and value != "":
            return value
    raise InvalidError("there is no value")


def coalesce_list(*lists: list[Value]) -> Value:
    """``coalescelist``: the first list that is not empty."""
    for items in lists:
        if items:
            return items
    raise InvalidError("all lists are empty")


def compact(items: list[Value]) -> list[Value]:
    """``compact``: the strings that are neither null nor empty."""
    return [item for item in items if item not in (None, "")]


def concat(*lists: list[Value]) -> list[Value]:
    """``concat``: the items of all lists, one after the other."""
    found = [item for items in lists for item in items]
    if len({type_name(item) for item in found if item is not None and item is not UNKNOWN}) > 1:
        raise LimitError  # lists, unlike tuples, would be converted to one type
    return found


def contains(items: list[Value], value: Value) -> Value:
    """``contains``: whether a value is in a list."""
    answers = [same(item, value) for item in to_list(items)]
    if True in answers:
        return True
    return UNKNOWN if UNKNOWN in answers else False


def distinct(items: list[Value]) -> list[Value]:
    """``distinct``: each item once, where it is first."""
    found: list[Value] = []
    for item in items:
        if not any(type(item) is type(one) and item == one for one in found):
            found.append(item)
        if len(found) > 1000:
            raise LimitError
    return found


def element(items: list[Value], number: int) -> Value:
    """``element``: the item of a number, which goes round at the end."""
    if not items or number < 0:
        raise InvalidError("there is no such element")
    return items[number % len(items)]


def flatten(items: list[Value]) -> Value:
    """``flatten``: the items of lists in lists, however deep, as one list."""
    found: list[Value] = []
    for item in items:
        if item is UNKNOWN:
            return UNKNOWN
        if isinstance(item, list):
            inner = flatten(item)
            if inner is UNKNOWN:
                return UNKNOWN
            found += inner
        else:
            found.append(item)
    return found


def index(items: list[Value], value: Value) -> Value:
    """``index``: the number of the first item that has a value."""
    for number, item in enumerate(to_list(items)):
        equal = same(item, value)
        if equal is UNKNOWN:
            return UNKNOWN
        if equal:
            return number
    raise InvalidError("the value is not in the list")


def keys(value: dict[str, Value]) -> list[Value]:
    """``keys``: in the order of their text."""
    return sorted(value)


def values(value: dict[str, Value]) -> list[Value]:
    """``values``: in the order of their keys."""
    return [value[key] for key in sorted(value)]


def length(value: Value) -> int:
    """``length``: of a string, in the characters that a reader sees."""
    if isinstance(value, str):
        return len(graphemes(value))
    if not isinstance(value, list | dict):
        raise InvalidError("only strings and collections have a length")
    return len(value)


def lookup(value: dict[str, Value], key: str, *default: Value) -> Value:
    """``lookup``: the value of a key, else the default."""
    if key in value:
        return value[key]
    if not default:
        raise InvalidError("there is no such key")
    if default[0] is not None and {type_name(item) for item in value.values()} - {type_name(default[0])}:
        raise LimitError  # a map's default is converted to the type of its values, an object's is not
    return default[0]


def match_keys(items: list[Value], names: list[Value], wanted: list[Value]) -> list[Value]:
    """``matchkeys``: the items whose names are among those wanted."""
    if len(items) != len(names):
        raise InvalidError("both lists must have one length")
    return [item for item, name in zip(items, names, strict=True) if name in wanted]


def merge(*maps: dict[str, Value] | None) -> dict[str, Value]:
    """``merge``: all maps as one, in which the last value of a key counts; null is no map."""
    return {key: value for one in maps if one is not None for key, value in one.items()}


def one(items: list[Value]) -> Value:
    """``one``: the only item; null for an empty list."""
    if len(items) > 1:
        raise InvalidError("the list has more than one element")
    return items[0] if items else None


def cut(items: list[Value], start: int, end: int) -> list[Value]:
    """``slice``: the items from one number to before another."""
    if not 0 <= start <= end <= len(items):
        raise InvalidError("the list does not reach that far")
    return items[start:end]


def sort(items: list[Value]) -> list[Value]:
    """``sort``: strings in order."""
    if None in items:
        raise InvalidError("null cannot be sorted")
    return sorted(items)


def product(*lists: list[Value]) -> list[Value]:
    """``setproduct``: every combination of one item of each list."""
    if len(lists) < 2:
        raise InvalidError("at least two lists are required")
    items = [item for items in lists for item in items]
    if math.prod(map(len, lists)) > 10_000 or None in items or len(set(map(type_name, items))) > 1:
        raise LimitError
    return [list(items) for items in itertools.product(*lists)]


def union(*sets: list[Value]) -> Value:
    """``setunion``: what is in any of the sets."""
    return to_set([item for items in sets for item in items])


def intersection(*sets: list[Value]) -> Value:
    """``setintersection``: what is in all of the sets."""
    first, *others = _of_one_type(sets)
    return to_set([item for item in first if all(item in other for other in others)])


def subtract(one: list[Value], other: list[Value]) -> Value:
    """``setsubtract``: what is in one set and not in the other."""
    one, other = _of_one_type((one, other))
    return to_set([item for item in one if item not in other])


def _of_one_type(sets: tuple[list[Value], ...]) -> list[list[Value]]:
    items = iter(unify([item for one in sets for item in one]))
    return [list(itertools.islice(items, len(one))) for one in sets]


def transpose(value: dict[str, list[Value]]) -> dict[str, list[Value]]:
    """``transpose``: the strings in the lists of a map, each with the keys whose lists have it."""
    found: dict[str, list[Value]] = {}
    for key in sorted(value):
        if not isinstance(value[key], list) or None in value[key]:
            raise InvalidError("a map of lists of strings is required")
        for item in value[key]:
            found.setdefault(to_string(item), []).append(key)
    return found


def zip_map(names: list[str], items: list[Value]) -> dict[str, Value]:
    """``zipmap``: a map of keys and values that are given in two lists."""
    if len(names) != len(items) or None in names:
        raise InvalidError("there must be as many keys as values")
    return dict(zip(names, items, strict=True))


TABLE: dict[str, Function] = {
    "chunklist": Function(chunks, ("list", "whole"), partial=True),
    "coalesce": Function(coalesce, ("~any*",), partial=True),
    "coalescelist": Function(coalesce_list, ("sequence*",), partial=True),
    "compact": Function(compact, ("strings",)),
    "concat": Function(concat, ("sequence", "sequence*"), partial=True),
    "contains": Function(contains, ("items", "any"), partial=True),
    "distinct": Function(distinct, ("list",)),
    "element": Function(element, ("sequence", "whole"), partial=True),
    "flatten": Function(flatten, ("items",), partial=True),
    "index": Function(index, ("sequence", "any"), partial=True),
    "keys": Function(keys, ("object",), partial=True),
    "length": Function(length, ("any",), partial=True),
    "lookup": Function(lookup, ("object", "string", "~any?"), partial=True),
    "matchkeys": Function(match_keys, ("list", "list", "list")),
    "merge": Function(merge, ("~object*",), partial=True),
    "nonsensitive": Function(lambda value: value, ("~any",), partial=True),
    "one": Function(one, ("items",), partial=True),
    "reverse": Function(lambda items: list(reversed(items)), ("items",), partial=True),
    "sensitive": Function(lambda value: value, ("~any",), partial=True),
    "setintersection": Function(intersection, ("set", "set*")),
    "setproduct": Function(product, ("sequence*",)),
    "setsubtract": Function(subtract, ("set", "set")),
    "setunion": Function(union, ("set", "set*")),
    "slice": Function(cut, ("sequence", "whole", "whole"), partial=True),
    "sort": Function(sort, ("strings",)),
    "tolist": Function(to_list, ("~any",), partial=True),
    "tomap": Function(to_map, ("~any",), partial=True),
    "toset": Function(to_set, ("~any",)),
    "transpose": Function(transpose, ("object",)),
    "values": Function(values, ("object",), partial=True),
    "zipmap": Function(zip_map, ("strings", "sequence"), partial=True),
}
