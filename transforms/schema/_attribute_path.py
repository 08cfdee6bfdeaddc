"""Follows the steps of a reference through a provider's schema to the first name that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tffix import Reference, nodes, schemas


@dataclass(frozen=True, slots=True)
class Missing:
    """A name that a schema lacks. ``inside`` is the dotted path above it, ``names`` what there is in its
    place. ``is_element``: the name is there, in each element of a list that the step does not index;
    ``is_single`` if there is at most one."""

    step: nodes.GetAttribute
    inside: str
    names: frozenset[str]
    is_element: bool = False
    is_single: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """What a value is: an object with ``members``, a collection of ``element``, or neither, if nothing is
    known of it."""

    members: dict[str, _Place] | schemas.BlockSchema | None = None
    element: _Place | None = None
    is_single: bool = False
    is_map: bool = False


_UNKNOWN = _Place()
_NOTHING = _Place(members={})
"""A primitive value: nothing can be asked of it."""


def missing(reference: Reference, versions: tuple[schemas.BlockSchema, ...]) -> Missing | None:
    """The first wrong name of a reference to a resource, if it is wrong in all of the versions."""
    steps = reference.node.steps[reference.mention.length - 1 :]
    found = [_missing(steps, _Place(members=schema)) for schema in versions]
    first = found[0]
    if first is None or any(one is None or one.step is not first.step for one in found):
        return None
    return first


def _missing(steps: tuple[nodes.Step, ...], place: _Place) -> Missing | None:
    path: list[str] = []
    for step in _after_instance(steps):
        if not isinstance(step, nodes.GetAttribute):
            if isinstance(step, nodes.Splat) and place.element is None:
                continue  # of a single value a splat makes a list of one
            place = place.element or _UNKNOWN
            continue
        if place.members is None and place.element is None:
            return None
        if place.is_map:
            place = place.element or _UNKNOWN
            continue
        inside = ".".join(path)
        if place.element is not None:
            names = _names(place.element)
            alone = names is not None and step.name in names
            return Missing(step, inside, names or frozenset(), True, place.is_single) if alone else None
        inner = _member(place, step.name)
        if inner is None:
            return Missing(step, inside, _names(place) or frozenset())
        path.append(step.name)
        place = inner
    return None


def _after_instance(steps: tuple[nodes.Step, ...]) -> Iterator[nodes.Step]:
    """The steps after the index or splat that chooses instances of a resource, up to where a legacy splat's
    list is indexed."""
    legacy = False
    for number, step in enumerate(steps):
        if number == 0 and not isinstance(step, nodes.GetAttribute):
            legacy = isinstance(step, nodes.Splat) and not step.full
            continue
        if legacy and not isinstance(step, nodes.GetAttribute):
            return
        yield step


def _member(place: _Place, name: str) -> _Place | None:
    members = place.members
    if isinstance(members, dict):
        return members.get(name)
    if members is None or not members.complete:
        return _UNKNOWN
    if name in members.blocks:
        return _of_block(members.blocks[name])
    attribute = members.attributes.get(name)
    return None if attribute is None else _of_type(attribute.type)


def _names(place: _Place) -> frozenset[str] | None:
    members = place.members
    if isinstance(members, dict):
        return frozenset(members)
    return None if members is None else frozenset((*members.attributes, *members.blocks))


def _of_block(nested: schemas.NestedBlock) -> _Place:
    inner = _Place(members=nested.block)
    if nested.nesting in ("single", "group"):
        return inner
    if nested.nesting == "set":
        return _UNKNOWN  # a set cannot be indexed: what is written here is wrong in another way
    return _Place(element=inner, is_single=nested.max_items == 1, is_map=nested.nesting == "map")


def _of_type(type_: schemas.Type) -> _Place:
    match type_:
        case "string" | "number" | "bool":
            return _NOTHING
        case ["object", members]:
            return _Place(members={name: _of_type(inner) for name, inner in members.items()})
        case ["list", inner]:
            return _Place(element=_of_type(inner))
        case ["map", inner]:
            return _Place(element=_of_type(inner), is_map=True)
        case _:
            return _UNKNOWN
