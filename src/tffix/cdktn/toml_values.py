"""The strings in a TOML text, with the place of each and the keys that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      |(?P<long>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5})
      |(?P<string>"(?:\\.|[^"\\\n])*"|'[^'\n]*')
      |(?P<mark>[\[\]{}=,\n])
      |(?P<space>[ \t\r]+)
      |(?P<word>[^\s\#"'\[\]{}=,]+)""",
    re.X | re.S,
)


@dataclass(frozen=True, slots=True)
class Value:
    """A string: ``table`` is the header above it, ``key`` what stands before `=`, ``inner`` the key within an
    inline table. The places are those of the text itself, without quotes."""

    table: str
    table_at: int
    key: str
    key_at: int
    inner: str
    text: str
    at: int


def values(text: str) -> Iterator[Value]:
    """All strings on one line that are values, or members of arrays and inline tables."""
    table, table_at, key, key_at, inner, word = "", 0, "", 0, "", ""
    depth, has_key, in_header = 0, False, False
    for token in _TOKEN.finditer(text):
        mark = token["mark"]
        if in_header:
            if mark == "\n":
                in_header = False
            elif token["word"] or token["string"]:
                table_at = table_at if table else token.start()
                table += _plain(token[0])
        elif mark == "\n" and depth == 0:
            key, inner, word, has_key = "", "", "", False
        elif mark == "[" and not key and not has_key:
            in_header, table = True, ""
        elif mark in ("[", "{"):
            depth += 1
        elif mark in ("]", "}"):
            depth -= 1
            inner = "" if mark == "}" else inner
        elif mark == "=":
            has_key, inner = True, (word if has_key else "")
        elif not has_key and (token["word"] or token["string"]):
            key_at = key_at if key else token.start() + bool(token["string"])
            key += _plain(token[0])
        elif token["string"]:
            word = _plain(token[0])
            yield Value(table, table_at, key, key_at, inner, word, token.start() + 1)
        elif token["word"]:
            word = token[0]


def _plain(token: str) -> str:
    return token[1:-1] if token[0] in "\"'" else token


__all__ = ["Value", "values"]
