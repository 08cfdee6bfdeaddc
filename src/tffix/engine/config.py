"""tffix.toml: which rules run where, with what options, and which files are left out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from .. import files
from ..rules.registry import NOTHING, PROFILES, UnknownRuleError, named
from ..rules.transform import Tier, Transform
from ..terraform.ignoring import Pattern, ignores
from .toml_text import ConfigError, place, read_toml

NAME = "tffix.toml"
_STRINGS = "a list of strings"
_SIZE = 'a size, such as "64 MiB"'
_KEYS = {
    "profile": "one of " + ", ".join(PROFILES),
    "select": _STRINGS,
    "ignore": _STRINGS,
    "exclude": _STRINGS,
    "allow-replace": "true or false",
    "max-file-size": _SIZE,
    "deployed": 'true, false or "auto"',
    "tiers": "a table of rules",
    "rules": "tables of rule options",
    "overrides": "a list of tables",
}
_OVERRIDE_KEYS = {
    "paths": _STRINGS,
    "select": _STRINGS,
    "ignore": _STRINGS,
    "deployed": _KEYS["deployed"],
}
_TIERS = {tier.value: tier for tier in Tier}


@dataclass(frozen=True, slots=True)
class Override:
    """What counts for some paths only: rules that do not run there, or the only ones that do, and whether
    what is there is deployed ("auto": the evidence decides; None: nothing is said)."""

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    deployed: bool | str | None = None


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
    max_file_size: int | None = None
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    deployed: bool | str = "auto"
    tiers: Mapping[str, Tier] = field(default_factory=dict)

    def says_deployed(self, path: str) -> bool | None:
        """Whether a file belongs to something that is deployed; None: the evidence decides. The last
        override that matches the path counts."""
        said = self.deployed
        for one in self.overrides:
            if one.deployed is not None and self._matches(one.paths, path):
                said = one.deployed
        return said if isinstance(said, bool) else None

    def excludes(self, path: str) -> bool:
        """Whether a file or directory is left out."""
        return bool(self.exclude) and self._matches(self.exclude, path)

    def limit_files(self) -> None:
        """Lets no file be read, from now on, that is larger than the settings say."""
        files.MAX_SIZE.set(files.DEFAULT_SIZE if self.max_file_size is None else self.max_file_size)

    def ignores(self, rule: str, path: str) -> bool:
        """Whether a rule does not count in a file."""
        return any(
            (rule in one.ignore or (one.select is not None and rule not in one.select))
            and self._matches(one.paths, path)
            for one in self.overrides
        )

    def _matches(self, patterns: tuple[str, ...], path: str) -> bool:
        relative = os.path.relpath(path, self.directory).replace(os.sep, "/")
        return not relative.startswith("..") and relative != "." and ignores(_patterns(patterns), relative)


@cache
def _patterns(lines: tuple[str, ...]) -> tuple[Pattern, ...]:
    return tuple(Pattern(line) for line in lines if line and not line.startswith("#"))


def find_config(path: str) -> str | None:
    """The tffix.toml nearest to a path: in its directory or the nearest one above."""
    start = Path(os.path.abspath(path))
    for directory in (start, *start.parents):
        if os.path.lexists(directory / NAME) and not os.path.isdir(directory / NAME):
            return os.path.relpath(directory / NAME)
    return None


def read_config(path: str, script: Mapping[str, type[Transform]] = NOTHING) -> Config:
    """The settings of a file, which may name rules of a script. Raises ConfigError, or OSError if it cannot
    be read."""
    text, content = read_toml(path)
    return _Reading(path, text, script).config(content)


class _Reading:
    """Checks the content of one file."""

    def __init__(self, path: str, text: str, script: Mapping[str, type[Transform]]) -> None:
        self.path = path
        self.text = text
        self.script = script

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
            files.size_of(content.get("max-file-size", "")),
            options,
            overrides,
            content.get("deployed", "auto"),
            dict(self.tiers(content.get("tiers", {}))),
        )

    def tiers(self, content: dict[str, Any]) -> Iterator[tuple[str, Tier]]:
        for name, value in content.items():
            self.check_rule(name, ("tiers",), name)
            if value not in _TIERS:
                raise self.error(f"the tier of a rule is one of {', '.join(_TIERS)}", ("tiers",), name)
            yield name, _TIERS[value]

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
                override.get("deployed"),
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
            named(name, self.script)
        except UnknownRuleError as error:
            raise self.error(str(error), table, key, name) from error

    def check_options(self, name: str, values: dict[str, Any]) -> None:
        for option, value in values.items():
            try:
                named(name, self.script)({option: value})
            except ValueError as error:
                raise self.error(str(error), ("rules", name), option) from error

    def patterns(self, content: dict[str, Any], key: str, table: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in content.get(key, ()):
            fault = Pattern(pattern).fault
            if fault:
                raise self.error(f"the pattern '{pattern}' has a mistake: {fault}", table, key, pattern)
        return tuple(content.get(key, ()))

    def error(self, message: str, table: tuple[str, ...], key: str, value: str = "") -> ConfigError:
        return ConfigError(message, self.path, *place(self.text, table, key, value))


def _is(kind: str, value: object) -> bool:
    if kind == _STRINGS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if kind == "a list of tables":
        return isinstance(value, list) and all(isinstance(one, dict) for one in value)
    if kind.startswith("one of "):
        return value in PROFILES
    if kind == _SIZE:
        return isinstance(value, str) and files.size_of(value) is not None
    if kind == _KEYS["deployed"]:
        return value == "auto" or isinstance(value, bool)
    return isinstance(value, bool if kind == "true or false" else dict)
