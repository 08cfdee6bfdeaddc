"""What patterns of names ask for, in words, and which characters no match of them can hold.

Both are told of patterns that are one set of characters or a few in a row, `[a-z][a-z0-9-]*`: nearly all
names are like that. The other patterns are shown as they are.
"""

from __future__ import annotations

import re
from functools import cache

_PIECE = re.compile(r"(\[(?:[^]\\]|\\.)+\]|\\[wd])(?:([*+])|\{(\d+),(\d+)\})?")
_WORDS = {
    "lower-case letters": "abcdefghijklmnopqrstuvwxyz",
    "capital letters": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "digits": "0123456789",
    "white space": "\t\n\x0b\f\r ",
    "spaces": " ",
}
_ASCII = "".join(map(chr, range(128)))
_BEYOND = "".join(map(chr, range(128, 0x250)))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


@cache
def told(pattern: str) -> str:
    """What a pattern asks for: ``letters, digits and any of _+=,.@-``."""
    pieces = _pieces(pattern)
    words = [_of(characters) for characters, _ in pieces or ()]
    if not pieces or not all(words) or len(pieces) > 2:
        return f"what matches {pattern}"
    lengths = [length for _, length in pieces]
    if lengths == ["1", "*"] or lengths == ["1", "+"]:
        return f"{words[1]}, and at the beginning only {words[0]}"
    if len(pieces) > 1 or lengths[0] == "1":
        return f"what matches {pattern}"
    return words[0] if lengths[0] in ("*", "+") else f"{lengths[0]} {words[0]}"


@cache
def impossible(pattern: str) -> re.Pattern[str] | None:
    """The characters that stand nowhere in a match; None where the pattern is not that simple."""
    pieces = _pieces(pattern)
    if not pieces:
        return None
    any_of = "|".join(characters for characters, _ in pieces)
    return re.compile(f"(?!{any_of})(?s:.)", re.ASCII)


def _pieces(pattern: str) -> list[tuple[str, str]] | None:
    """The sets of characters that a pattern is a row of, each with how often: ``1``, ``*``, ``3 to 63``."""
    rest = pattern.removeprefix("^").removesuffix("$")
    found = []
    while rest:
        piece = _PIECE.match(rest)
        if piece is None:
            return None
        characters, repeated, low, high = piece.groups()
        found.append((characters, repeated or (f"{low} to {high}" if low else "1")))
        rest = rest[piece.end() :]
    return found


def _of(characters: str) -> str:
    """The words for a set; empty if it has characters that nobody has a word for."""
    one = compiled(characters)
    has = set(one.findall(_ASCII))
    if one.search(_BEYOND):
        return ""
    words = []
    for word, members in _WORDS.items():
        if has >= set(members):
            words.append(word)
            has -= set(members)
    if words[:2] == ["lower-case letters", "capital letters"]:
        words[:2] = ["letters"]
    if any(not one.isprintable() or one.isalnum() for one in has):
        return ""
    signs = "".join(sorted(has, key=lambda one: (one == "-", one)))
    if signs:
        words.append(f"any of {signs}" if len(signs) > 1 else signs)
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
