"""How JSON spells strings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_ESCAPE = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\(.)"
)
_CONTROL = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def encoded(value: str) -> str:
    """A value as a JSON string."""
    return json.dumps(value, ensure_ascii=False)


def decoded(raw: str) -> str:
    """The value of a JSON string."""
    return raw[1:-1] if "\\" not in raw else "".join(character for character, _ in characters(raw))


def characters(raw: str) -> Iterator[tuple[str, int]]:
    """The characters that a JSON string stands for, each with its place in ``raw``. Half of a surrogate
    pair stands for the replacement character, as it does to Terraform."""
    position = 1
    for match in _ESCAPE.finditer(raw):
        yield from ((raw[index], index) for index in range(position, match.start()))
        high, low, single, control = match.groups()
        if high:
            yield chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF)), match.start()
        elif single:
            code = int(single, 16)
            yield "\ufffd" if 0xD800 <= code < 0xE000 else chr(code), match.start()
        else:
            yield _CONTROL.get(control, control), match.start()
        position = match.end()
    yield from ((raw[index], index) for index in range(position, len(raw) - 1))


def respelled(raw: str, value: str) -> str:
    """A JSON string with another value: what both have in common at their ends stays as it is written."""
    old = list(characters(raw))
    places = [place for _, place in old] + [len(raw) - 1]
    start = 0
    while start < min(len(old), len(value)) and old[start][0] == value[start]:
        start += 1
    end = 0
    while end < min(len(old), len(value)) - start and old[-1 - end][0] == value[-1 - end]:
        end += 1
    middle = encoded(value[start : len(value) - end])[1:-1]
    return raw[: places[start]] + middle + raw[places[len(old) - end] :]
