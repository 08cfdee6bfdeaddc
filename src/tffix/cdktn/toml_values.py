"""The strings in a TOML text, with the place of each and the keys that lead to it.

Read by hand: an edit replaces a few characters and leaves every other byte as it is, and a report names the
line and the column. tomlkit keeps no places of what it reads, and it cannot rename a key or a table header
where it is, which most edits here do. What is edited is TOML before and after, as tomllib reads it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is not TOML, and where."""

    message: str
    line: int
    column: int


def fault(text: str) -> Fault | None:
    """The fault for which a text cannot be parsed, or None."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error), re.S)
        if found is None:
            return Fault(str(error), 1, 1)
        end = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        line, column = (int(found[2]), int(found[3])) if found[2] else end
        return Fault(found[1], line, column)
    except RecursionError:
        return Fault("it is nested too deeply", 1, 1)
    return None


def differs_only(before: str, after: str, texts: Collection[str]) -> bool:
    """Whether two TOML texts have the same values and keys in the same order, apart from keys and strings
    that contain one of ``texts``. False if a text is not TOML."""
    try:
        old, new = (list(_leaves(tomllib.loads(text))) for text in (before, after))
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return len(old) == len(new) and all(
        was == now or (isinstance(was, str) and any(text in was for text in texts))
        for was, now in zip(old, new, strict=True)
    )


def _leaves(value: Any) -> Iterator[Any]:
    """All keys and values, with the type of what contains them."""
    if isinstance(value, dict):
        yield dict
        for key, inner in value.items():
            yield key
            yield from _leaves(inner)
    elif isinstance(value, list):
        yield list
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value if isinstance(value, str) else repr((type(value), value))


def _plain(token: str) -> str:
    return token[1:-1] if token[0] in "\"'" else token


__all__ = ["Fault", "Value", "differs_only", "fault", "values"]
