"""Finds the transforms: those that ship with tffix and anybody else's, by the same entry point."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType

from .transform import Transform

GROUP = "tffix.transforms"


class UnknownRuleError(ValueError):
    """A rule name that nobody has."""


class RulesError(ValueError):
    """Installed rules that cannot be used."""


@cache
def transforms() -> dict[str, type[Transform]]:
    """Every installed transform by name, in the order of names. Raises RulesError."""
    found: dict[str, type[Transform]] = {}
    for entry in entry_points(group=GROUP):
        try:
            modules = list(_modules(entry.load()))
        except Exception as error:
            if os.environ.get("TFFIX_DEBUG"):
                raise
            package = entry.dist.name if entry.dist else entry.value
            why = f"{type(error).__name__}: {error}"
            raise RulesError(f"the rules of the package {package} cannot be loaded: {why}") from error
        for one in (one for module in modules for one in defined_in(module)):
            other = found.setdefault(one.name, one)
            if other is not one:
                places = f"{other.__module__} and {one.__module__}"
                raise RulesError(f"two rules are named '{one.name}', in {places}")
    return dict(sorted(found.items()))


def defined_in(module: ModuleType) -> Iterator[type[Transform]]:
    """The transforms whose classes a module defines; a class without a name is a base of others."""
    for value in vars(module).values():
        is_here = isinstance(value, type) and value.__module__ == module.__name__
        if is_here and issubclass(value, Transform) and "name" in vars(value):
            yield value


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for info in pkgutil.walk_packages(getattr(package, "__path__", ()), f"{package.__name__}."):
        # Modules whose names begin with an underscore hold what transforms share.
        if not info.ispkg and not info.name.rpartition(".")[2].startswith("_"):
            yield importlib.import_module(info.name)


def named(name: str) -> type[Transform]:
    """The transform of a name; raises UnknownRuleError with the nearest name."""
    found = transforms().get(name)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(name, transforms(), 1, 0.5)
        hint = f"; did you mean '{near[0]}'?" if near else "; 'tffix rules' lists them"
        raise UnknownRuleError(f"there is no rule '{name}'{hint}")
    return found


def select(
    names: Iterable[str] | None, ignored: Iterable[str], options: Mapping[str, Mapping[str, object]]
) -> list[Transform]:
    """The transforms to run: those named, or all, less the ignored ones, each with its options. The order
    in which rules are named does not count.

    Raises UnknownRuleError for a name that nobody has, ValueError for an option that a rule lacks.
    """
    chosen = {named(name).name for name in (transforms() if names is None else names)}
    chosen -= {named(name).name for name in ignored}
    for name in options:
        named(name)
    return [rule(options.get(name)) for name, rule in transforms().items() if name in chosen]
