"""Which lines of a text are still there in an edited form of it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher


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
    pairs += _inner(old[start : len(old) - tail], new[start : len(new) - tail], start, start, True)
    pairs += [(len(old) - tail + index, len(new) - tail + index) for index in range(tail)]
    return pairs


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
