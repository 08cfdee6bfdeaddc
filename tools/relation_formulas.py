"""Relations between properties as formulas: where conditions are met, something else is needed.

A formula is a list: ``["all", …]`` or ``["any", …]`` of formulas, or an atom, which is a verb, the path of a
property and an operand: ``["in", "Type", ["TOKEN"]]``. An atom on a value says nothing of a property that is
not set; ``set`` and ``unset`` do. ``["if", condition, consequence]`` is only met while relations are made.
What cannot be said so is ``[OPAQUE, reason]``.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any, NamedTuple

Formula = list[Any]

OPAQUE = "opaque"
TRUE: Formula = ["all"]
FALSE: Formula = ["any"]

_OPPOSITES = {
    "set": "unset",
    "in": "out",
    "like": "unlike",
    "least": "under",
    "most": "over",
    "has": "lacks",
    "all": "any",
}
_OPPOSITES |= {value: key for key, value in _OPPOSITES.items()}
OF_TWO = ("same", "least_of", "over_of")
"""Verbs that are about two paths."""


class Relation(NamedTuple):
    """Where all of ``when`` is true, ``need`` must be true."""

    when: tuple[Any, ...]
    need: Formula


def joined(verb: str, parts: list[Formula]) -> Formula:
    """Formulas as one, without those that change nothing."""
    neutral, decisive = (TRUE, FALSE) if verb == "all" else (FALSE, TRUE)
    found = [
        inner for part in parts for inner in (part[1:] if part[0] == verb else [part]) if inner != neutral
    ]
    if decisive in found:
        return decisive
    return found[0] if len(found) == 1 else [verb, *found]


def negated(one: Formula) -> Formula:
    """The formula that is true where another is false."""
    verb, *rest = one
    if verb == OPAQUE:
        return one
    if verb in ("all", "any"):
        return joined(_OPPOSITES[verb], [negated(part) for part in rest])
    if verb == "if":
        return joined("all", [rest[0], negated(rest[1])])
    if verb not in _OPPOSITES:
        return [OPAQUE, f"the opposite of '{verb}'"]
    return [_OPPOSITES[verb], *rest]


def if_then(condition: Formula, consequence: Formula) -> Formula:
    if consequence == TRUE or condition == FALSE:
        return TRUE
    if condition == TRUE:
        return consequence
    return ["if", condition, consequence]


def relations(one: Formula, when: tuple[Any, ...] = ()) -> Iterator[Relation]:
    """The relations that are together what a formula says."""
    verb, *rest = one
    if verb == "all":
        for part in rest:
            yield from relations(part, when)
    elif verb == "if":
        conditions = rest[0][1:] if rest[0][0] == "all" else [rest[0]]
        yield from relations(rest[1], (*when, *conditions))
    else:
        conditions, need = _simplified([_plain(part) for part in when], _plain(one))
        if need not in (TRUE, *conditions) and FALSE not in conditions:
            yield Relation(tuple(conditions), need)


def _plain(one: Formula) -> Formula:
    """A formula without ``if``."""
    verb, *rest = one
    if verb == "if":
        return joined("any", [negated(rest[0]), _plain(rest[1])])
    if verb in ("all", "any"):
        return joined(verb, [_plain(part) for part in rest])
    return one


def _simplified(when: list[Formula], need: Formula) -> tuple[list[Formula], Formula]:
    """The conditions without those that follow from others, and what is needed if they are met."""
    for _ in range(2):
        surely = {one[1] for one in when if one[0] not in ("unset", "all", "any", OPAQUE)}
        when = [inner for one in when for inner in _conjuncts(_where_set(one, surely))]
    if need[0] not in ("set", "unset", "all", "any", OPAQUE):
        surely.add(need[1])
    judged = {
        path
        for one in (*when, need)
        if one[0] not in ("set", "unset", "all", "any", OPAQUE)
        for path in _and_owners(one[1])
    }
    kept: list[Formula] = []
    for one in when:
        if not (one[0] == "set" and one[1] in judged) and one not in kept:
            kept.append(one)
    return kept, _where_set(need, surely)


def _and_owners(path: str) -> Iterator[str]:
    """A path, and those of the objects that it is inside of, which are set where it is."""
    steps = path.split(".")
    yield from (".".join(steps[:count]) for count in range(1, len(steps) + 1))


def _conjuncts(one: Formula) -> list[Formula]:
    return one[1:] if one[0] == "all" else [one]


def _where_set(one: Formula, surely: set[str]) -> Formula:
    """A formula where some properties are set, as far as that decides an alternative."""
    verb, *rest = one
    if verb not in ("all", "any"):
        return FALSE if verb == "unset" and rest[0] in surely else one
    parts = [_where_set(part, surely) for part in rest]
    if verb == "any" and any(negated(part) in parts for part in parts if part[0] in ("set", "unset")):
        return TRUE
    if verb == "all":
        values = {part[1] for part in parts if part[0] not in ("set", "unset", "all", "any", OPAQUE)}
        own = {part[1] for part in parts if part[0] == "set"} | values
        parts = [_where_set(part, surely | own) if part[0] == "any" else part for part in parts]
        values |= {
            p[1]
            for part in parts
            for p in _conjuncts(part)
            if p[0] not in ("set", "unset", "all", "any", OPAQUE)
        }
        parts = [part for part in parts if not (part[0] == "set" and part[1] in values)]
    return joined(verb, parts)


def atoms(one: Formula) -> Iterator[Formula]:
    """The atoms of a formula, and what cannot be said."""
    if one[0] in ("all", "any", "if"):
        for part in one[1:]:
            yield from atoms(part)
    else:
        yield one


def without(one: Formula, names: Container[str]) -> Formula:
    """A formula where some names are surely set."""
    verb, *rest = one
    if verb in ("all", "any"):
        return joined(verb, [without(part, names) for part in rest])
    if verb == "if":
        return if_then(without(rest[0], names), without(rest[1], names))
    if verb in ("set", "unset") and rest[0] in names:
        return TRUE if verb == "set" else FALSE
    return one


def is_between_properties(relation: Relation) -> bool:
    """Whether a relation is one of several properties, rather than a limit of one."""
    found = [one for part in (*relation.when, relation.need) for one in atoms(part)]
    return len({one[1] for one in found}) > 1 or any(one[0] in OF_TWO for one in found)
