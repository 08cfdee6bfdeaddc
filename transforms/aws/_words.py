"""An index of the words in a module, to find thousands of names in it without reading it for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from tffix import Attribute, Block, Module

_WORD = re.compile(r"[\w+.@-]+")

_FEW = 200
"""A module of fewer top-level items is looked through faster than an index of it is made."""

_ANY = ""
"""What every attribute is found by."""

_LARGE = "\n"
"""What stands for all the words of a large module."""

Place = tuple[Block, Attribute]
"""An attribute, at any depth, with the top-level block that it is in."""

_Numbered = tuple[Block, int, Attribute]
"""The same with the number of the attribute in its block."""


def mentioning(names: Sequence[str], module: Module) -> Iterator[Place]:
    """The attributes in whose source one of the names stands, with nothing of a name beside it, in the
    order of the files."""
    if not _is_large(module):
        return _looked_up(names, module)
    index = module.index(_words, itemgetter(0))
    found: dict[_Numbered, None] = {}
    for name in names:
        candidates = min(map(index.get, _WORD.findall(name) or (_ANY,)), key=len)
        found.update(dict.fromkeys(one for one in candidates if name in one[2].source))
    in_order = sorted(found, key=lambda one: (module.rank(one[0]), one[1])) if len(names) > 1 else found
    return ((block, attribute) for block, _, attribute in in_order)


def tied_mentioning(names: Sequence[str], module: Module) -> list[Module]:
    """The modules that calls tie to one and in which one of the names may stand, the nearest first."""
    found: dict[Module, None] = {}
    for name in names:
        found.update(dict.fromkeys(module.tied_with(_WORD.findall(name) or (_ANY,), _words_of)))
        found.update(dict.fromkeys(module.tied_with((_LARGE,), _words_of)))
    return list(found) if len(found) < 2 else [one for one in module.tied() if one in found]


def _words_of(module: Module) -> frozenset[str]:
    """The words in the attributes of a module; of a large one nothing but that it is, as it has an index."""
    if _is_large(module):
        return frozenset((_LARGE,))
    return frozenset((_ANY, *_WORD.findall(module.recall(_places)[1])))


def _is_large(module: Module) -> bool:
    return sum(len(file.body.items) for file in module.files.values()) >= _FEW


def _looked_up(names: Sequence[str], module: Module) -> Iterator[Place]:
    """The same without an index, by looking at all there is."""
    places, text = module.recall(_places)
    present = [name for name in names if name in text]
    if not present:
        return iter(())
    return (place for place in places if any(name in place[1].source for name in present))


def _places(module: Module) -> tuple[list[Place], str]:
    """All attributes, and their sources in one text."""
    places = [
        (block, attribute)
        for file in module.files.values()
        for block in module.accepted(file)
        for body in block.body.walk()
        for attribute in body.attributes
    ]
    return places, "\n".join(attribute.source for _, attribute in places)


def _words(block: Block) -> Iterator[tuple[str, _Numbered]]:
    """The attributes of a block by the words that are in them; by ``_ANY`` all."""
    attributes = (attribute for body in block.body.walk() for attribute in body.attributes)
    for number, attribute in enumerate(attributes):
        place = (block, number, attribute)
        yield _ANY, place
        for word in set(_WORD.findall(attribute.source)):
            yield word, place


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
