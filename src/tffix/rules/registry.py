"""Finds the transforms: those that ship with tffix and anybody else's, by the same entry point.

The entry points are read from their files by hand: importlib.metadata finds the same (a test compares them),
but loading it takes longer than checking a module.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Protocol

from .transform import Profile, Transform

GROUP = "tffix.transforms"
NOTHING: Mapping[str, type[Transform]] = MappingProxyType({})


class RuleSource(Protocol):
    """What brings rules that are not installed: a migration script, the tables of an upgrade."""

    @property
    def transforms(self) -> Mapping[str, type[Transform]]:
        """Its rules by name."""


class UnknownRuleError(ValueError):
    """A rule name that nobody has."""


class RulesError(ValueError):
    """Installed rules that cannot be used."""


@cache
def transforms() -> dict[str, type[Transform]]:
    """Every installed transform by name, in the order of names. Raises RulesError."""
    found: dict[str, type[Transform]] = {}
    for name, package in _entry_points().items():
        try:
            modules = list(_modules(importlib.import_module(name)))
        except Exception as error:
            if os.environ.get("TFFIX_DEBUG"):
                raise
            why = f"{type(error).__name__}: {error}"
            raise RulesError(f"the rules of the package {package} cannot be loaded: {why}") from error
        for one in (one for module in modules for one in defined_in(module)):
            other = found.setdefault(one.name, one)
            if other is not one:
                places = f"{other.__module__} and {one.__module__}"
                raise RulesError(f"two rules are named '{one.name}', in {places}")
    return dict(sorted(found.items()))


def _entry_points() -> dict[str, str]:
    """The modules that installed packages name as containing transforms, with those packages' names."""
    found: dict[str, str] = {}
    for directory in dict.fromkeys(sys.path):
        for information in sorted(
            (*Path(directory).glob("*.dist-info"), *Path(directory).glob("*.egg-info"))
        ):
            file = information / "entry_points.txt"
            text = file.read_text("utf-8") if file.is_file() else ""
            _, _, section = text.partition(f"[{GROUP}]\n")
            for line in section.partition("\n[")[0].splitlines():
                _, equals, module = line.partition("=")
                if equals and not line.lstrip().startswith("#"):
                    found.setdefault(module.strip(), information.name.partition("-")[0])
    return found


def defined_in(module: ModuleType) -> Iterator[type[Transform]]:
    """The transforms whose classes a module defines; a class without a name is a base of others."""
    for value in vars(module).values():
        is_here = isinstance(value, type) and value.__module__ == module.__name__
        if is_here and issubclass(value, Transform) and "name" in vars(value):
            yield value


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    path = getattr(package, "__path__", ())
    for info in pkgutil.walk_packages(path, f"{package.__name__}.", onerror=_raise):
        # Modules whose names begin with an underscore hold what transforms share.
        if not info.ispkg and not info.name.rpartition(".")[2].startswith("_"):
            yield importlib.import_module(info.name)


def _raise(_: str) -> None:
    raise


def named(name: str, script: Mapping[str, type[Transform]] = NOTHING) -> type[Transform]:
    """The transform of a name, installed or of a script; raises UnknownRuleError with the nearest name."""
    known = {**transforms(), **script}
    found = known.get(name)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(name, known, 1, 0.5)
        hint = f"; did you mean '{near[0]}'?" if near else "; 'tffix rules' lists them"
        raise UnknownRuleError(f"there is no rule '{name}'{hint}")
    return found


_ONLY_IF_NAMED = (Profile.MIGRATION, Profile.PEDANTIC)
PROFILES = (*(profile.value for profile in Profile if profile not in _ONLY_IF_NAMED), "all")


def in_profile(profile: str) -> tuple[str, ...]:
    """The names of the transforms of a profile; ``all`` is every one but those that must be named."""
    known = {name: one.profile for name, one in transforms().items() if one.profile not in _ONLY_IF_NAMED}
    return tuple(name for name, own in known.items() if profile in ("all", own.value))


def select(
    names: Iterable[str] | None,
    ignored: Iterable[str],
    options: Mapping[str, Mapping[str, object]],
    script: Mapping[str, type[Transform]] = NOTHING,
) -> list[Transform]:
    """The transforms to run: those named, or those of the profile ``deploy``, less the ignored ones, each
    with its options. Those of a script run if they are named, after the others. The order in which rules
    are named does not count.

    Raises UnknownRuleError for a name that nobody has, ValueError for an option that a rule lacks.
    """
    wanted = in_profile(Profile.DEPLOY.value) if names is None else names
    chosen = {named(name, script).name for name in wanted}
    chosen -= {named(name, script).name for name in ignored}
    for name in options:
        named(name, script)
    known = {**transforms(), **script}
    return [rule(options.get(name)) for name, rule in known.items() if name in chosen]
