"""Makes up values of a type, or where that is not known, by what is done with them."""

from __future__ import annotations

import base64
import json
from typing import Any, Final

from tffix.plan.protocol import Path
from tffix.plan.shapes import Shape
from tffix.plan.values import MANY, Maker, is_plural, type_of

_NOTHING: Final = Shape()
_MAX_DEPTH: Final = 6


def guess(shape: Shape, maker: Maker, path: Path) -> Any:
    """A plain value for something that is used like that; `path` is what it is called."""
    type_ = shape.type
    if type_ is not None and not (shape.members and "dynamic" in str(type_)):
        return of_type(type_, shape, maker, path)
    if len(path) > _MAX_DEPTH:
        return maker.text(path)
    if shape.members:
        return {
            name: guess(_merged(one, shape.element), maker, (*path, name))
            for name, one in shape.members.items()
        }
    is_many = isinstance(path[-1], str) and is_plural(path[-1]) and not shape.kinds & _SINGLE
    is_list = bool(shape.kinds & {"list", "each", "counted"})
    if shape.is_map or ("indexed" in shape.kinds and not is_list and not is_many):
        return {key: guess(shape.element or _NOTHING, maker, (*path, key)) for key in shape.map_keys}
    if is_list or shape.element is not None or (is_many and shape.decoded is None):
        inner = shape.element or _NOTHING
        return [guess(inner, maker, (*path, at)) for at in range(_count(shape))]
    if "number" in shape.kinds:
        return 1
    return "bool" not in shape.kinds and _text(shape, maker, path)


_SINGLE: Final = frozenset(("number", "bool", "text", "cidr", "base64"))


def of_type(type_: Any, shape: Shape, maker: Maker, path: Path) -> Any:
    """A plain value of a type in Terraform's JSON form; where that says `dynamic`, by how it is used."""
    match type_:
        case "dynamic":
            return guess(shape, maker, path)
        case "number":
            return maker.number_at(path)
        case "bool":
            return maker.truth
        case "string":
            return _text(shape, maker, path)
        case ["list" | "set", inner]:
            of = shape.element or _NOTHING
            count = _count(shape, MANY if inner in ("string", "number", "dynamic") else 1)
            items = [of_type(inner, of, maker, (*path, at)) for at in range(count)]
            return _alike(items, maker, path) if inner == "dynamic" else items
        case ["map", inner]:
            names = list(shape.members) or (shape.map_keys if shape.kinds or maker.truth else [])
            items = [of_type(inner, _at(shape, name), maker, (*path, name)) for name in names]
            return dict(zip(names, _alike(items, maker, path) if inner == "dynamic" else items, strict=True))
        case ["object", dict(members)]:
            return {
                name: of_type(one, _at(shape, name), maker, (*path, name)) for name, one in members.items()
            }
        case ["tuple", list(members)]:
            return [of_type(one, _NOTHING, maker, (*path, at)) for at, one in enumerate(members)]
    return maker.text(path)


def served(type_: Any, shape: Shape, maker: Maker, path: Path) -> Any:
    """A value of an attribute as the plugin protocol has it: one of any type comes with its type."""
    for step in path:
        shape = (shape.element or _NOTHING) if isinstance(step, int) else _at(shape, step)
    value = of_type(type_, shape, maker, path)
    return [json.dumps(type_of(value)).encode(), value] if type_ == "dynamic" else value


def _alike(items: list[Any], maker: Maker, path: Path) -> list[Any]:
    """Items of one type, as a collection has them: texts where they are of several."""
    types = {json.dumps(type_of(one)) for one in items}
    return items if len(types) < 2 else [maker.text((*path, at)) for at, _ in enumerate(items)]


def _at(shape: Shape, name: str) -> Shape:
    return shape.members.get(name) or shape.element or _NOTHING


def _text(shape: Shape, maker: Maker, path: Path) -> str:
    if "base64" in shape.kinds:
        return base64.b64encode(_plain_text(shape, maker, path).encode()).decode()
    return _plain_text(shape, maker, path)


def _plain_text(shape: Shape, maker: Maker, path: Path) -> str:
    if shape.decoded is not None and len(path) <= _MAX_DEPTH:
        return json.dumps(guess(shape.decoded, maker, (*path, "decoded")))
    choices = list(dict.fromkeys(one for one in shape.choices if one))
    if choices:
        number = next((step for step in reversed(path) if isinstance(step, int)), 0)
        return choices[number % len(choices)]
    for type_, text in (("number", "1"), ("bool", "true")):
        if type_ in shape.types:  # given to something else, which converts it
            return text
    if "cidr" in shape.kinds:
        return maker.network(path)
    if "ip" in shape.kinds:
        return maker.ip(path)
    if not shape.kinds & {"text", "base64"} and (plain := shape.kinds & {"number", "bool"}):
        return "1" if "number" in plain else "true"
    return maker.text(path)


def _count(shape: Shape, least: int = MANY) -> int:
    """How many items there are: enough for all that they are searched for."""
    if "one" in shape.kinds:
        return 1
    element = shape.element or _NOTHING
    wanted = (len(set(one.choices)) for one in (element, *element.members.values()))
    return max(least, shape.least, *wanted)


def _merged(shape: Shape, element: Shape | None) -> Shape:
    """A member of what is also indexed: it is at least what any of the elements is."""
    if element is None:
        return shape
    both = Shape()
    both.absorb(element)
    both.absorb(shape)
    return both
