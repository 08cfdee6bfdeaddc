"""Which upgrades are asked for, and the tables that lead there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import entry_points
from importlib.resources import files
from types import MappingProxyType

from ..facts.addresses import provider_address
from ..rules.transform import Transform
from ..user_error import UserError
from .rule import rule_of
from .table import Table, TableError, read_table, read_table_file

GROUP = "tffix.upgrades"
"""The entry points by which packages bring tables: each gives the text of one."""

_ASKED = re.compile(r"(?P<name>[a-z0-9-]+(/[a-z0-9-]+)?)(@v?(?P<major>\d+)(\.[\dx.]+)?)?")


@dataclass(frozen=True, slots=True)
class Upgrades:
    """The tables of some upgrades, by provider and in the order of their majors, and the answers to what is
    to decide. A source of rules for the engine."""

    tables: tuple[tuple[Table, ...], ...]
    answers: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def transforms(self) -> Mapping[str, type[Transform]]:
        """The rules that carry them out, by name."""
        found = (rule_of(one, self.answers) for one in self.tables)
        return MappingProxyType({one.name: one for one in found})

    @property
    def told(self) -> str:
        """What is upgraded, as `aws@6, helm@3`."""
        return ", ".join(one[-1].name for one in self.tables)


def known_tables(given: Iterable[str] = ()) -> dict[str, dict[int, Table]]:
    """All tables by provider and major: those that come with tffix, those of packages, those in the files
    given. Raises UserError for one that cannot be used."""
    found: dict[str, dict[int, Table]] = {}
    try:
        for table in (*_own(), *_of_packages(), *map(read_table_file, given)):
            for provider in (table.provider, *table.also):
                found.setdefault(provider, {})[table.major] = replace(table, provider=provider)
    except TableError as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"{error.filename}: {error.strerror}") from error
    return found


def _own() -> Iterable[Table]:
    folder = files("tffix.facts").joinpath("upgrades")
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            yield read_table(file.read_text("utf-8"), file.name)


def _of_packages() -> Iterable[Table]:
    for entry in entry_points(group=GROUP):
        text = entry.load()
        if not isinstance(text, str):
            raise TableError(f"{entry.name}: the entry point of {GROUP} gives no text")
        yield read_table(text, entry.name)


def is_asked(text: str, known: Mapping[str, Mapping[int, Table]]) -> bool:
    """Whether an argument names an upgrade, and not a path."""
    match = _ASKED.fullmatch(text)
    return match is not None and ("@" in text or provider_address(match["name"]) in known)


def chain(text: str, known: Mapping[str, Mapping[int, Table]]) -> tuple[Table, ...]:
    """The tables that lead to the upgrade that a text names: `aws`, `aws@6`. Raises UserError."""
    match = _ASKED.fullmatch(text)
    if match is None:
        raise UserError(f"'{text}' names no upgrade: write PROVIDER@MAJOR, as aws@6")
    provider = provider_address(match["name"])
    majors = known.get(provider, {})
    if not majors:
        raise UserError(f"no upgrade of {match['name']} is known; known are {told(known)}")
    target = int(match["major"]) if match["major"] else max(majors)
    if target not in majors:
        there = ", ".join(f"{match['name']}@{one}" for one in sorted(majors))
        raise UserError(f"no upgrade to {match['name']}@{target} is known; known are {there}")
    return tuple(majors[one] for one in sorted(majors) if one <= target)


def told(known: Mapping[str, Mapping[int, Table]]) -> str:
    """The names of all upgrades."""
    return ", ".join(table.name for majors in known.values() for _, table in sorted(majors.items()))


def asked_upgrades(names: Sequence[str], given: Iterable[str], answers: Mapping[str, str]) -> Upgrades:
    """The upgrades that some texts name. Raises UserError."""
    known = known_tables(given)
    return Upgrades(tuple(chain(one, known) for one in dict.fromkeys(names)), answers)


def read_answers(path: str) -> dict[str, str]:
    """The answers in an upgrade.toml; none if there is no such file. Raises UserError."""
    try:
        with open(path, "rb") as file:
            content = tomllib.load(file)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UserError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise UserError(f"{path}: not TOML: {error}") from error
    found = content.get("answers", {})
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise UserError(f"{path}: [answers] must have a text for each question")
    return found
