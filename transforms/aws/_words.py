"""An index of the words in a module, to find thousands of names in it without reading it for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tffix import Attribute, Block, Module

_WORD = re.compile(r"[\w+.@-]+")

Place = tuple[Block, Attribute]
"""An attribute, at any depth, with the top-level block that it is in."""


def mentioning(names: Iterable[str], module: Module) -> Iterator[Place]:
    """The attributes in whose source one of the names stands, with nothing of a name beside it, in the
    order of the files."""
    places, by_word = module.recall(_index)
    found: set[int] = set()
    for name in names:
        words = _WORD.findall(name)
        candidates = min((by_word.get(word, ()) for word in words), key=len, default=range(len(places)))
        found.update(number for number in candidates if name in places[number][1].source)
    return (places[number] for number in sorted(found))


def _index(module: Module) -> tuple[list[Place], dict[str, list[int]]]:
    places = [
        (block, attribute)
        for file in module.files.values()
        for block in module.accepted(file)
        for body in block.body.walk()
        for attribute in body.attributes
    ]
    by_word: dict[str, list[int]] = {}
    for number, (_, attribute) in enumerate(places):
        for word in set(_WORD.findall(attribute.source)):
            by_word.setdefault(word, []).append(number)
    return places, by_word


def occurrences(names: Iterable[str], text: str) -> Counter[str]:
    """How often each of many names stands in a text, as a part of a word too: one walk over the text for
    each length that a name has, however many names there are."""
    by_length: dict[int, set[str]] = {}
    for name in names:
        by_length.setdefault(len(name), set()).add(name)
    found: Counter[str] = Counter()
    for length, wanted in by_length.items():
        pieces = (text[start : start + length] for start in range(len(text) - length + 1))
        found.update(piece for piece in pieces if piece in wanted)
    return found
