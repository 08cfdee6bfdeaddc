"""Which name a wrong one evidently means: the same but for a slip, and nothing else as near."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

_SLIPS = 2
_SHORTEST = 4
_SHORT = 3


def evident(name: str, candidates: Iterable[str]) -> str | None:
    """The one candidate that differs from ``name`` only by case, underscores or slips of the keyboard; None
    if there is none or more than one.

    A slip is one character too many, too few, another or two swapped: one in a word of four letters or more,
    two in a name. In a word of three letters another character is no slip: it is another word. Digits are
    never slips, and words that mean the opposite differ by more (`min` and `max`, `ingress` and `egress`).
    """
    known = sorted(set(candidates) - {name})
    found = [one for one in known if _bare(one) == _bare(name)]
    if not found:
        slips = {one: count for one in known if 0 < (count := _slips(name, one)) <= _SLIPS}
        found = [one for one, count in slips.items() if count == min(slips.values())]
    return found[0] if len(found) == 1 else None


def evident_value(value: str, values: Iterable[str]) -> str | None:
    """The one value of a list that differs from ``value`` only by case and separators, or by a slip: one in
    five letters or more, two in fourteen or more."""
    known = sorted(values)
    found = [one for one in known if _bare(one) == _bare(value)]
    if not found:
        allowed = 0 if len(value) < 5 else 1 if len(value) < 14 else 2
        slips = {one: count for one in known if 0 < (count := _slips_of_value(value, one)) <= allowed}
        found = [one for one, count in slips.items() if count == min(slips.values())]
    return found[0] if len(found) == 1 else None


def _slips_of_value(one: str, other: str) -> int:
    if (
        _digits(one) != _digits(other)
        or f"{one}s".lower() == other.lower()
        or f"{other}s".lower() == one.lower()
    ):
        return -1
    return distance(one.lower(), other.lower())


def plural(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that is the plural of ``name``, or whose plural it is."""
    known = set(candidates)
    return next((one for one in (f"{name}s", f"{name}es", name.removesuffix("s")) if one in known), None)


def reworded(name: str, candidates: Iterable[str]) -> str | None:
    """``x_enabled`` for ``enable_x`` and the other way round."""
    words = name.split("_")
    if words[0] in ("enable", "enabled") and len(words) > 1:
        wanted = {f"{'_'.join(words[1:])}_enabled"}
    elif words[-1] == "enabled" and len(words) > 1:
        wanted = {f"{first}_{'_'.join(words[:-1])}" for first in ("enable", "enabled")}
    else:
        return None
    return next((one for one in candidates if one in wanted), None)


def by_type(name: str, type_: str, candidates: Iterable[str]) -> str | None:
    """The candidate that says the same with more or less of the type's name before it: ``name`` for the
    ``topic_name`` of an ``aws_sns_topic``, ``function_name`` for the ``name`` of an
    ``aws_lambda_function``."""
    words, known = type_.split("_"), set(candidates)
    for tail in ("_".join(words[start:]) for start in range(1, len(words))):
        if f"{tail}_{name}" in known:
            return f"{tail}_{name}"
        if name.startswith(f"{tail}_") and name.removeprefix(f"{tail}_") in known:
            return name.removeprefix(f"{tail}_")
    return None


def begun(name: str, candidates: Iterable[str]) -> list[str]:
    """The candidates whose first words are ``name``: ``fifo_queue`` for ``fifo``. Prefixes and write-only
    twins of other arguments do not count."""
    found = (one for one in candidates if one.startswith(f"{name}_"))
    return [one for one in found if not one.endswith(("_prefix", "_wo", "_wo_version"))]


_ENDINGS = ("arn", "id", "ids", "name", "url")


def completed(name: str, candidates: Iterable[str]) -> str | None:
    """The only candidate that goes on where ``name`` ends, with what attributes end on: ``dns_name`` for
    ``dns``."""
    found = {f"{name}_{ending}" for ending in _ENDINGS} & set(candidates)
    return found.pop() if len(found) == 1 else None


def similar(name: str, candidates: Iterable[str]) -> str | None:
    """A candidate that is worth a look: it has all words of ``name``, or two of them, or nearly the same
    letters."""
    words = set(name.split("_"))
    known = sorted(candidates)
    found = [one for one in known if words <= set(one.split("_")) or len(words & set(one.split("_"))) > 1]
    return min(found, key=len) if found else next(iter(get_close_matches(name, known, 1, 0.8)), None)


def _bare(name: str) -> str:
    return re.sub(r"[-_ .:]", "", name).lower()


def _slips(one: str, other: str) -> int:
    """How many slips lie between two names, word by word; -1 if more than slips do."""
    ours, theirs = one.lower().split("_"), other.split("_")
    if len(ours) != len(theirs):
        return -1
    count = 0
    for left, right in zip(ours, theirs, strict=True):
        if left == right:
            continue
        if not _is_slip(left, right):
            return -1
        count += 1
    return count


def _is_slip(one: str, other: str) -> bool:
    shortest = min(len(one), len(other))
    if shortest < _SHORT or _digits(one) != _digits(other):
        return False
    if shortest < _SHORTEST and len(one) == len(other) and sorted(one) != sorted(other):
        return False
    return f"{one}s" != other and f"{other}s" != one and distance(one, other) == 1


def _digits(word: str) -> str:
    return "".join(letter for letter in word if letter.isdigit())


def distance(one: str, other: str) -> int:
    """How many characters must be inserted, removed, changed or swapped with their neighbour
    (optimal string alignment)."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        here = [row]
        for column, right in enumerate(other, 1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (left != right))
            if row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        before, above = above, here
    return above[-1]
