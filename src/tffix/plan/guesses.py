"""Makes up values of a shape: of the type that they are given to, or of what is done with them."""

from __future__ import annotations

from typing import Any, Final

from tffix.plan.protocol import Path
from tffix.plan.shapes import Shape
from tffix.plan.values import MANY, Maker, is_plural

_MAX_DEPTH: Final = 6


def guess(shape: Shape, maker: Maker, path: Path) -> Any:
    """A plain value for something that is used like that; `path` is what it is called."""
    type_ = next((one for one in shape.types if one != "dynamic"), None)
    if type_ is not None:
        return of_type(type_, shape, maker, path)
    if len(path) > _MAX_DEPTH:
        return maker.text(path)
    if shape.members:
        found = {name: guess(inner, maker, (*path, name)) for name, inner in shape.members.items()}
        if shape.element is None:
            return found
        return {name: _merged(one, shape.element, maker, (*path, name)) for name, one in found.items()}
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    is_list = bool(shape.kinds & {"list", "each", "counted"})
    if "map" in shape.kinds or ("indexed" in shape.kinds and not is_list and not is_plural(name)):
        return {"example": guess(shape.element or Shape(), maker, (*path, "example"))}
    if (
        is_list
        or shape.element is not None
        or (is_plural(name) and not shape.kinds & {"number", "bool", "text"})
    ):
        inner = shape.element or Shape()
        return [guess(inner, maker, (*path, at)) for at in range(MANY)]
    if "cidr" in shape.kinds:
        return maker.network(path)
    if "number" in shape.kinds:
        return 1
    return "bool" not in shape.kinds and _text(shape, maker, path)


def _text(shape: Shape, maker: Maker, path: Path) -> str:
    return next((one for one in shape.choices if one), "") or maker.text(path)


def _merged(value: Any, element: Shape, maker: Maker, path: Path) -> Any:
    """A member of what is also indexed: it is at least what any of the elements is."""
    other = guess(element, maker, path)
    if isinstance(value, dict) and isinstance(other, dict):
        return {**other, **value}
    return other if isinstance(other, dict | list) else value


def of_type(type_: Any, shape: Shape, maker: Maker, path: Path) -> Any:
    """A plain value of a type in Terraform's JSON form; where that says `dynamic`, by how it is used."""
    match type_:
        case "dynamic":
            return guess(shape, maker, path)
        case "number":
            return 1
        case "bool":
            return True
        case "string":
            return maker.network(path) if "cidr" in shape.kinds else _text(shape, maker, path)
        case [("list" | "set"), inner]:
            of = shape.element or Shape()
            return [of_type(inner, of, maker, (*path, at)) for at in range(MANY)]
        case ["map", inner]:
            names = list(shape.members) or ["example"]
            of = shape.element or Shape()
            return {name: of_type(inner, shape.members.get(name, of), maker, (*path, name)) for name in names}
        case ["object", members]:
            return {
                name: of_type(one, shape.members.get(name, Shape()), maker, (*path, name))
                for name, one in members.items()
            }
        case ["tuple", members]:
            return [of_type(one, Shape(), maker, (*path, at)) for at, one in enumerate(members)]
    return maker.text(path)
