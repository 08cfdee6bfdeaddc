"""Which lines of a text are still there in an edited form of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Optional

_LARGE = 2000
"""Lines from which on a text is parted at lines that occur once."""

_Chain = tuple[int, int, Optional["_Chain"]]
"""A pair of indexes with the pairs before it."""


def matching_lines(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of indexes of lines that are the same, ascending in both.

    Lines that occur often (closing braces) are matched only between those that do not: matching them all
    with each other takes time that grows with the square of the text.
    """
    start = 0
    end = min(len(old), len(new))
    while start < end and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < end - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    pairs = [(index, index) for index in range(start)]
    first, second = start, start
    ends = (len(old) - tail, len(new) - tail)
    anchors = _anchors(old, new, start, ends) if max(ends) - start > _LARGE else []
    for one, other in (*anchors, ends):
        pairs += _inner(old[first:one], new[second:other], first, second, True)
        pairs += [(one, other)] if (one, other) != ends else []
        first, second = one + 1, other + 1
    pairs += [(len(old) - tail + index, len(new) - tail + index) for index in range(tail)]
    return pairs


def _anchors(
    old: Sequence[str], new: Sequence[str], start: int, ends: tuple[int, int]
) -> list[tuple[int, int]]:
    """The longest ascending pairs of lines that occur once in each text: in long texts they part what is
    compared line by line, which takes time that grows with the square of it."""
    counted_old, counted_new = Counter(old[start : ends[0]]), Counter(new[start : ends[1]])
    place = {new[index]: index for index in range(start, ends[1]) if counted_new[new[index]] == 1}
    lowest: list[int] = []  # the lowest place at which ascending pairs of each length end
    chains: list[_Chain] = []
    for index in range(start, ends[0]):
        other = place.get(old[index]) if counted_old[old[index]] == 1 else None
        if other is None:
            continue
        length = bisect_left(lowest, other)
        chain = (index, other, chains[length - 1] if length else None)
        lowest[length : length + 1] = [other]
        chains[length : length + 1] = [chain]
    found: list[tuple[int, int]] = []
    last = chains[-1] if chains else None
    while last is not None:
        found.append(last[:2])
        last = last[2]
    return found[::-1]


def _inner(
    old: Sequence[str], new: Sequence[str], first: int, second: int, rough: bool
) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=rough).get_opcodes():
        if tag == "equal":
            pairs += [(first + a + index, second + c + index) for index in range(b - a)]
        elif tag == "replace" and rough:
            pairs += _inner(old[a:b], new[c:d], first + a, second + c, False)
    return pairs
