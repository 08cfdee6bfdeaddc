"""tffix.toml: which rules run where, with what options, and which files are left out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .registry import PROFILES, UnknownRuleError, named

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = "tffix.toml"
_STRINGS = "a list of strings"
_KEYS = {
    "profile": "one of " + ", ".join(PROFILES),
    "select": _STRINGS,
    "ignore": _STRINGS,
    "exclude": _STRINGS,
    "allow-replace": "true or false",
    "rules": "tables of rule options",
    "overrides": "a list of tables",
}
_OVERRIDE_KEYS = {"paths": _STRINGS, "select": _STRINGS, "ignore": _STRINGS}


class ConfigError(ValueError):
    """A tffix.toml that cannot be used: where, and why."""

    def __init__(self, message: str, path: str, line: int, column: int) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.message = message
        self.path = path
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Override:
    """What holds for some paths only: rules that do not count there, or the only ones that do."""

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a tffix.toml; the defaults where there is none. ``directory`` is the absolute path
    that its patterns are relative to."""

    directory: str = ""
    profile: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    allow_replace: bool = False
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()

    def excludes(self, path: str) -> bool:
        """Whether a file or directory is left out."""
        return bool(self.exclude) and self._matches(self.exclude, path)

    def ignores(self, rule: str, path: str) -> bool:
        """Whether a rule does not count in a file."""
        return any(
            (rule in one.ignore or (one.select is not None and rule not in one.select))
            and self._matches(one.paths, path)
            for one in self.overrides
        )

    def _matches(self, patterns: tuple[str, ...], path: str) -> bool:
        relative = os.path.relpath(path, self.directory)
        return not relative.startswith("..") and relative != "." and _spec(patterns).match_file(relative)


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def find_config(path: str) -> str | None:
    """The tffix.toml nearest to a path: in its directory or the nearest one above."""
    start = Path(os.path.abspath(path))
    for directory in (start, *start.parents):
        if (directory / NAME).is_file():
            return os.path.relpath(directory / NAME)
    return None


def read_config(path: str) -> Config:
    """The settings of a file. Raises ConfigError, or OSError if it cannot be read."""
    import tomllib

    data = Path(path).read_bytes()
    try:
        text = data.decode("utf-8")
        content = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError("not UTF-8: save the file in that encoding", path, line, 1) from error
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), path, text) from error
    return _Reading(path, text).config(content)


def _syntax_error(message: str, path: str, text: str) -> ConfigError:
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    if place is None:
        return ConfigError(message, path, 1, 1)
    lines = text.split("\n")
    line, column = (int(number) for number in place.groups(default="0"))
    told = message[: place.start()][:1].lower() + message[1 : place.start()]
    return ConfigError(told, path, line or len(lines), column or len(lines[-1]) + 1)


class _Reading:
    """Checks the content of one file."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    def config(self, content: dict[str, Any]) -> Config:
        self.check_keys(content, _KEYS, ())
        overrides = tuple(self.overrides(content.get("overrides", [])))
        options = content.get("rules", {})
        for name, values in options.items():
            self.check_rule(name, ("rules", name), "")
            if not isinstance(values, dict):
                raise self.error(f"[rules.{name}] is a table of options", ("rules", name), "")
            self.check_options(name, values)
        return Config(
            os.path.dirname(os.path.abspath(self.path)),
            content.get("profile"),
            self.rules(content, "select", ()),
            self.rules(content, "ignore", ()) or (),
            self.patterns(content, "exclude", ()),
            content.get("allow-replace", False),
            options,
            overrides,
        )

    def overrides(self, content: list[dict[str, Any]]) -> Iterator[Override]:
        for number, override in enumerate(content):
            table = ("overrides", str(number))
            self.check_keys(override, _OVERRIDE_KEYS, table)
            if "paths" not in override:
                raise self.error("this table needs 'paths', a list of patterns", table, "")
            yield Override(
                self.patterns(override, "paths", table),
                self.rules(override, "ignore", table) or (),
                self.rules(override, "select", table),
            )

    def check_keys(self, content: dict[str, Any], known: Mapping[str, str], table: tuple[str, ...]) -> None:
        for key, value in content.items():
            if key not in known:
                from difflib import get_close_matches

                near = get_close_matches(key, known, 1, 0.5)
                hint = f"did you mean '{near[0]}'?" if near else f"the keys are {', '.join(known)}"
                raise self.error(f"unknown key '{key}'; {hint}", table, key)
            if not _is(known[key], value):
                raise self.error(f"'{key}' must be {known[key]}", table, key)

    def rules(self, content: dict[str, Any], key: str, table: tuple[str, ...]) -> tuple[str, ...] | None:
        if key not in content:
            return None
        for name in content[key]:
            self.check_rule(name, table, key)
        return tuple(content[key])

    def check_rule(self, name: str, table: tuple[str, ...], key: str) -> None:
        try:
            named(name)
        except UnknownRuleError as error:
            raise self.error(str(error), table, key, name) from error

    def check_options(self, name: str, values: dict[str, Any]) -> None:
        for option, value in values.items():
            try:
                named(name)({option: value})
            except ValueError as error:
                raise self.error(str(error), ("rules", name), option) from error

    def patterns(self, content: dict[str, Any], key: str, table: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in content.get(key, ()):
            try:
                _spec((pattern,))
            except ValueError as error:
                raise self.error(f"'{pattern}' is not a pattern", table, key, pattern) from error
        return tuple(content.get(key, ()))

    def error(self, message: str, table: tuple[str, ...], key: str, value: str = "") -> ConfigError:
        return ConfigError(message, self.path, *_place(self.text, table, key, value))


def _is(kind: str, value: object) -> bool:
    if kind == _STRINGS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if kind == "a list of tables":
        return isinstance(value, list) and all(isinstance(one, dict) for one in value)
    if kind.startswith("one of "):
        return value in PROFILES
    return isinstance(value, bool if kind == "true or false" else dict)


_HEADER = re.compile(r"[ \t]*(\[\[?)([^\[\]]*)\]")
_KEY = re.compile(r"""[ \t]*("[^"]*"|'[^']*'|[\w-]+)[ \t]*[=.]""")


def _place(text: str, table: tuple[str, ...], key: str, value: str) -> tuple[int, int]:
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
