"""Tables of what an upgrade to a provider's new major asks of a configuration.

A table is a TOML file: the provider, the major that it leads to, the guide that it rests on, and entries. The
name of an entry's array is its verb; `at` says where it applies: `aws_eip.vpc`, `data.aws_region.name`,
`provider.aws.assume_role.duration_seconds`, `aws_opsworks_*`, or a list of such places. docs/upgrades.md
describes each verb.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

Kind: TypeAlias = Literal["resource", "data", "provider"]

_TEXT = (str,)
_LOGICAL = (bool,)
_TABLE = (dict,)
_LIST = (list,)
COMMON: Mapping[str, tuple[type, ...]] = {
    "at": (str, list),
    "because": _TEXT,
    "deprecated": _LOGICAL,
    "unproved": _TEXT,
    "guide": _TEXT,
    "where": _TABLE,
}
VERBS: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    "rename": {
        "to": _TEXT,
        "values": _TABLE,
        "wrap": _TEXT,
        "list": _LOGICAL,
        "add": _TABLE,
        "as": _TEXT,
        "with": _TEXT,
    },
    "remove": {"value": _TEXT, "with": _TEXT, "readable": _LOGICAL},
    "duplicate": {"to": _LIST},
    "default": {"was": _TEXT, "with": _TEXT, "without": (str, list), "value": _TEXT},
    "value": {"values": _TABLE, "strip": _TEXT, "split": _TEXT},
    "move": {"to": _TEXT, "values": _TABLE},
    "unwrap": {"members": _TABLE},
    "argument": {"to": _TEXT, "list": _LOGICAL},
    "blocks": {"to": _TEXT, "members": _TABLE, "empty": (str, dict), "flag": _LOGICAL},
    "reference": {
        "to": _TEXT,
        "index": (int,),
        "suffix": _TEXT,
        "single": _LOGICAL,
        "set": _LOGICAL,
        "within": _TEXT,
    },
    "switch": {},
    "lift": {"to": _TEXT, "switch": _TEXT},
    "identify": {"to": _TEXT, "of": _TEXT, "drop": _LIST},
    "template": {},
    "inline": {"reads": _TABLE, "without": _LIST},
    "split": {
        "into": _TEXT,
        "arguments": _TABLE,
        "inner": _LOGICAL,
        "import": _TEXT,
        "also": _LIST,
        "drop": _LIST,
    },
    "replace": {"into": _TEXT, "moved": _LOGICAL},
    "ask": {
        "question": _TEXT,
        "choices": _LIST,
        "missing": _LOGICAL,
        "with": _TEXT,
        "without": _LIST,
        "value": _TEXT,
        "reads": _LOGICAL,
        "indexed": _LOGICAL,
    },
}
"""The verbs, and the keys that an entry of each may have beside the common ones."""

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "rename": ("to",),
    "default": ("was",),
    "duplicate": ("to",),
    "move": ("to",),
    "unwrap": ("members",),
    "split": ("into",),
    "replace": ("into",),
    "lift": ("to",),
    "identify": ("to", "of"),
    "inline": ("reads",),
    "ask": ("question",),
}


class TableError(ValueError):
    """A table that cannot be used: which, where in it, and why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change that a guide asks for. ``type`` may have a star at its end; ``path`` leads from the block to
    an argument or a nested block, and is empty where the whole type is meant."""

    verb: str
    kind: Kind
    type: str
    path: tuple[str, ...]
    keys: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def told(self) -> str:
        """The place as users know it: `data.aws_region.name`."""
        start = () if self.kind == "resource" else (self.kind,)
        return ".".join((*start, self.type, *self.path))

    @property
    def because(self) -> str:
        """Why, as a clause; nothing where the verb says it."""
        found = self.keys.get("because", "")
        assert isinstance(found, str)
        return found


@dataclass(frozen=True, slots=True)
class Table:
    """The changes of one major of a provider, in the order in which they are made. ``rules`` are installed
    rules that belong to it: they run where the new major is asked for. ``minimum`` is the first version that
    has all that the entries need. ``also``: providers with the same types and the same majors; ``model``: the
    one whose schemas are known. ``is_retired``: there is no such major: nothing shall use the provider."""

    provider: str
    major: int
    guide: str
    entries: tuple[Entry, ...]
    rules: tuple[str, ...] = ()
    minimum: str = ""
    also: tuple[str, ...] = ()
    model: str = ""
    is_retired: bool = False

    @property
    def name(self) -> str:
        """`aws@6`."""
        return f"{self.local_name}@{self.major}"

    @property
    def least(self) -> tuple[int, int]:
        """The first major and minor version that constraints may ask for."""
        return (self.major, int(self.minimum.split(".")[1])) if self.minimum else (self.major, 0)

    @property
    def local_name(self) -> str:
        """The last part of the provider's address."""
        return self.provider.rpartition("/")[2]


def read_table(text: str, name: str) -> Table:
    """The table in a TOML text; ``name`` is for messages. Raises TableError."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{name}: not TOML: {error}") from error
    provider, major = content.pop("provider", None), content.pop("major", None)
    guide, rules, also = content.pop("guide", ""), content.pop("rules", []), content.pop("also", [])
    if not isinstance(provider, str) or provider.count("/") != 1:
        raise TableError(f"{name}: 'provider' must be an address, as \"hashicorp/aws\"")
    if not isinstance(major, int) or isinstance(major, bool) or major < 0:
        raise TableError(f"{name}: 'major' must be a number")
    if not isinstance(guide, str):
        raise TableError(f"{name}: 'guide' must be the address of a page")
    minimum, retired = content.pop("minimum", ""), content.pop("retired", False)
    if not isinstance(retired, bool):
        raise TableError(f"{name}: 'retired' must be true or false")
    if not isinstance(minimum, str) or (minimum and not re.fullmatch(rf"{major}\.\d+", minimum)):
        raise TableError(f"{name}: 'minimum' must be a version of the major, as \"{major}.9\"")
    if not isinstance(rules, list) or not all(isinstance(one, str) for one in rules):
        raise TableError(f"{name}: 'rules' must be a list of names")
    if not isinstance(also, list) or not all(isinstance(one, str) and one.count("/") == 1 for one in also):
        raise TableError(f"{name}: 'also' must be a list of addresses of providers")
    entries: list[Entry] = []
    for verb, items in content.items():
        if verb not in VERBS:
            raise TableError(f"{name}: there is no verb '{verb}' (there are: {', '.join(VERBS)})")
        if not isinstance(items, list):
            raise TableError(f"{name}: '{verb}' must be written as [[{verb}]]")
        for number, item in enumerate(items, 1):
            entries += _entries(verb, item, f"{name}: {verb} {number}")
    return Table(
        provider, major, guide, tuple(entries), tuple(rules), minimum, tuple(also), provider, retired
    )


def _entries(verb: str, item: Mapping[str, Any], where: str) -> list[Entry]:
    """The entries of an item: one for each of its places."""
    places = item.get("at")
    if not isinstance(places, list):
        return [_entry(verb, item, where)]
    return [_entry(verb, {**item, "at": at}, where) for at in places]


def _entry(verb: str, item: Mapping[str, Any], where: str) -> Entry:
    known = {**COMMON, **VERBS[verb]}
    for key, value in item.items():
        if key not in known:
            raise TableError(f"{where}: there is no key '{key}' (there are: {', '.join(known)})")
        if type(value) not in known[key]:
            raise TableError(f"{where}: the value of '{key}' has the wrong type")
    at = item.get("at")
    if at is None:
        raise TableError(f"{where}: 'at' is missing: the place, as \"aws_eip.vpc\"")
    for key in _NEEDED.get(verb, ()):
        if key not in item:
            raise TableError(f"{where} ({at}): '{key}' is missing")
    first, *rest = at.split(".")
    kind: Kind = "resource"
    if first in ("data", "provider") and rest:
        kind = "data" if first == "data" else "provider"
        first, *rest = rest
    return Entry(verb, kind, first, tuple(rest), {key: item[key] for key in item if key != "at"})


def read_table_file(path: str) -> Table:
    """The table in a file. Raises TableError, and OSError."""
    try:
        return read_table(Path(path).read_text("utf-8"), path)
    except UnicodeDecodeError as error:
        raise TableError(f"{path}: not UTF-8") from error


_JSON_TYPES: Mapping[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    dict: "object",
    list: "array",
}


def json_schema() -> dict[str, Any]:
    """A JSON schema of tables, for editors."""
    verbs = {verb: {"type": "array", "items": _item(verb)} for verb in VERBS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A table of an upgrade, for tffix",
        "type": "object",
        "required": ["provider", "major"],
        "additionalProperties": False,
        "properties": {
            "provider": {"type": "string", "pattern": "^[^/]+/[^/]+$"},
            "major": {"type": "integer", "minimum": 0},
            "guide": {"type": "string"},
            "minimum": {"type": "string"},
            "rules": {"type": "array", "items": {"type": "string"}},
            "also": {"type": "array", "items": {"type": "string"}},
            "retired": {"type": "boolean"},
            **verbs,
        },
    }


def _item(verb: str) -> dict[str, Any]:
    keys = {**COMMON, **VERBS[verb]}
    return {
        "type": "object",
        "required": ["at", *_NEEDED.get(verb, ())],
        "additionalProperties": False,
        "properties": {key: {"type": [_JSON_TYPES[one] for one in types]} for key, types in keys.items()},
    }
