"""TOML files that people write, and the places in them where a mistake is."""

from __future__ import annotations

import re
from typing import Any

from ..files import read_file
from ..hcl.errors import position

_MOST = 1 << 20
_DEEPEST = 50


class ConfigError(ValueError):
    """A settings file that cannot be used: where, and why."""

    def __init__(self, message: str, path: str, line: int, column: int) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.message = message
        self.path = path
        self.line = line
        self.column = column


def read_toml(path: str, most: int = _MOST) -> tuple[str, dict[str, Any]]:
    """The text of a file of so many bytes at most, and what it holds. Raises ConfigError, or OSError if it
    cannot be read."""
    import tomllib

    data = read_file(path, most)
    try:
        text = data.decode("utf-8")
        _check_depth(text, path)
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError("not UTF-8: save the file in that encoding", path, line, 1) from error
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), path, text) from error


_STEP = re.compile(
    r"""(?P<skip>\#[^\n]*|[ \t]+)
      |(?P<part>"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}|'{3}(?:[^']|'{1,2}(?!'))*+'{3,5}
        |"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w+-]+)
      |(?P<dot>\.)|(?P<open>[\[{])|(?P<close>[\]}])""",
    re.VERBOSE | re.DOTALL,
)


def _check_depth(text: str, path: str) -> None:
    """Raises ConfigError for keys of many parts and for deep nesting, for which the parser would need memory
    without bound."""
    depth = parts = end = 0
    for found in _STEP.finditer(text):
        kind = found.lastgroup
        is_same_key = found.start() == end and kind in ("skip", "part", "dot")
        parts = (parts if is_same_key else 0) + (kind == "dot")
        depth += (kind == "open") - (kind == "close" and depth > 0)
        end = found.end()
        if depth > _DEEPEST or parts > _DEEPEST:
            what = f"a key has more than {_DEEPEST} parts"
            if depth > _DEEPEST:
                what = f"values are nested more than {_DEEPEST} levels deep"
            raise ConfigError(what, path, *position(text, found.start()))


def _syntax_error(message: str, path: str, text: str) -> ConfigError:
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    if place is None:
        return ConfigError(message, path, 1, 1)
    lines = text.split("\n")
    line, column = (int(number) for number in place.groups(default="0"))
    told = message[: place.start()][:1].lower() + message[1 : place.start()]
    return ConfigError(told, path, line or len(lines), column or len(lines[-1]) + 1)


_HEADER = re.compile(r"[ \t]*(\[\[?)([^\[\]]*)\]")
_KEY = re.compile(r"""[ \t]*("[^"]*"|'[^']*'|[\w-]+)[ \t]*[=.]""")


def place(text: str, table: tuple[str, ...], key: str, value: str) -> tuple[int, int]:
    """Line and column of a key, or of a string in its value; of the table's header without a key. The
    beginning of the table or the file, where something is written in an unusual way."""
    lines = text.split("\n")
    start = _line_of(lines, table, key)
    for number in range(start, len(lines) if value else start):
        column = max(lines[number].find(quote + value + quote) for quote in "\"'")
        if column >= 0:
            return number + 1, column + 1
    return start + 1, len(lines[start]) - len(lines[start].lstrip()) + 1


def _line_of(lines: list[str], table: tuple[str, ...], key: str) -> int:
    """The index of the line of a key or, without one, of a table. Tables of a list are numbered."""
    here: tuple[str, ...] = ()
    numbers: dict[str, int] = {}
    start = 0
    for number, line in enumerate(lines):
        header, assigned = _HEADER.match(line), _KEY.match(line)
        if header:
            here = tuple(part.strip(" \t\"'") for part in header.group(2).split("."))
            if header.group(1) == "[[":
                numbers[here[0]] = numbers.get(here[0], -1) + 1
                here = (*here, str(numbers[here[0]]))
            if here == table:
                start = number
        elif assigned and key and here == table and assigned.group(1).strip("\"'") == key:
            return number
    return start
