"""Whether the arguments of a block fit each other, as relations of the facts want it.

A formula is true, false, or not known; only what is known to be false breaks a relation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tffix import Attribute, facts

from ._fit_values import Argument, Values

Formula = facts.relations.Formula
Relation = facts.relations.Relation
_REFERENCE = re.compile(r"(aws_\w+)\.([\w-]+)\.(\w+)")
FORMS = {
    "ipv4": (r"^\d{1,3}(\.\d{1,3}){3}$", "IPv4 addresses"),
    "ipv6": (r"^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$", "IPv6 addresses"),
}
"""What all texts of a form look like, and what they are called."""
_SUFFIX = re.compile(r"\^\.\*((?:\\\.|\w)+)\$")


def is_broken(relation: Relation, values: Values) -> bool:
    """Whether what a relation needs is known to be missing, where it needs it."""
    return all(truth(one, values) is True for one in relation.when) and truth(relation.need, values) is False


def truth(formula: Formula, values: Values) -> bool | None:
    """Whether a formula is true; None where that is not known."""
    verb, *rest = formula
    if verb in ("all", "any"):
        found = {truth(one, values) for one in rest}
        decisive = verb == "any"
        return decisive if decisive in found else None if None in found else not decisive
    if verb in ("unset", "unwritten", "out", "unlike", "lacks"):
        opposite = truth([_OPPOSITES[verb], *rest], values)
        return None if opposite is None else not opposite
    argument = values.of(rest[0])
    if verb in _OF_TWO:
        return _OF_TWO[verb](argument, values.of(rest[1]), *rest[2:])
    if verb == "set":
        return argument.is_set
    if verb == "written":
        return argument.item is not None
    return None if argument.is_set is False else _JUDGES[verb](argument, rest[1])


def _among(argument: Argument, wanted: list[str]) -> bool | None:
    return None if argument.text is None else argument.text in wanted


def _like(argument: Argument, pattern: str) -> bool | None:
    text = argument.arn if argument.text is None else argument.text
    if text is not None:
        return re.search(pattern, text) is not None
    end = suffix(pattern)
    if not end or not argument.end:
        return None
    if argument.end.endswith(end):
        return True
    return None if end.endswith(argument.end) else False


def suffix(pattern: str) -> str:
    """How a text has to end by a pattern that asks for nothing else; empty if it asks for more."""
    found = _SUFFIX.fullmatch(pattern)
    return found[1].replace("\\", "") if found else ""


def _has(argument: Argument, wanted: list[str]) -> bool | None:
    if argument.items is None:
        return None
    return True if set(argument.items) & set(wanted) else None if None in argument.items else False


def _same(one: Argument, other: Argument) -> bool | None:
    if one.text is not None and other.text is not None:
        return one.text == other.text
    found = [
        _REFERENCE.fullmatch(item.source.strip())
        for item in (one.item, other.item)
        if isinstance(item, Attribute)
    ]
    if len(found) < 2 or found[0] is None or found[1] is None:
        return None
    # Attributes of two resources of one type that make out what each is.
    (type_, name, key), (other_type, other_name, other_key) = found[0].groups(), found[1].groups()
    if (type_, key) != (other_type, other_key) or key not in ("id", "arn"):
        return None
    return bool(name == other_name)


def _least_of(one: Argument, other: Argument) -> bool | None:
    return None if _number(other) is None else _JUDGES["least"](one, _number(other))


def _apart(one: Argument, other: Argument, least: float) -> bool | None:
    upper, lower = _number(one), _number(other)
    return None if upper is None or lower is None else upper - lower >= least


def _each_like(argument: Argument, pattern: str) -> bool | None:
    found = {None if one is None else is_like(one, pattern) for one in argument.items or (None,)}
    return False if False in found else None if None in found else True


def is_like(text: str, pattern: str) -> bool:
    """Whether a text has a form, or a pattern occurs in it."""
    return re.search(FORMS[pattern][0] if pattern in FORMS else pattern, text) is not None


def _keys_out(argument: Argument, wanted: list[str]) -> bool | None:
    return None if argument.keys is None else not set(argument.keys) & set(wanted)


def _number(argument: Argument) -> float | None:
    """A number that is greater than 0: the empty text, 0 and negative ones may stand for no value."""
    is_number = argument.text is not None and re.fullmatch(r"\d{1,12}(\.\d+)?", argument.text)
    return (float(argument.text or 0) or None) if is_number else None


def _by_number(compare: Callable[[float, float], bool]) -> Callable[[Argument, float], bool | None]:
    def judge(argument: Argument, bound: float) -> bool | None:
        value = _number(argument)
        return None if value is None else compare(value, bound)

    return judge


def _by_count(compare: Callable[[int, int], bool]) -> Callable[[Argument, int], bool | None]:
    return lambda argument, bound: None if argument.count is None else compare(argument.count, bound)


_OF_TWO: dict[str, Callable[..., bool | None]] = {"same": _same, "least_of": _least_of, "apart": _apart}
_OPPOSITES = {"unset": "set", "unwritten": "written", "out": "in", "unlike": "like", "lacks": "has"}
_JUDGES: dict[str, Callable[..., bool | None]] = {
    "in": _among,
    "like": _like,
    "has": _has,
    "each_like": _each_like,
    "keys_out": _keys_out,
    "least": _by_number(lambda value, bound: value >= bound),
    "most": _by_number(lambda value, bound: value <= bound),
    "over": _by_number(lambda value, bound: value > bound),
    "under": _by_number(lambda value, bound: value < bound),
    "multiple": _by_number(lambda value, bound: value % bound == 0),
    "items_least": _by_count(lambda count, bound: count >= bound),
    "items_most": _by_count(lambda count, bound: count <= bound),
}


def atoms(formula: Formula) -> Iterator[Formula]:
    """The parts of a formula that are about one argument."""
    if formula[0] in ("all", "any"):
        for one in formula[1:]:
            yield from atoms(one)
    else:
        yield formula
