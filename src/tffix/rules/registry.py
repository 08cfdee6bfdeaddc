"""Finds the transforms: those that ship with tffix and anybody else's, by the same entry point."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType

from .transform import Transform

GROUP = "tffix.transforms"


class UnknownRuleError(ValueError):
    """A rule name that nobody has."""


@cache
def transforms() -> dict[str, type[Transform]]:
    """Every installed transform by name, in the order of names."""
    found: dict[str, type[Transform]] = {}
    for entry in entry_points(group=GROUP):
        for module in _modules(entry.load()):
            found.update((one.name, one) for one in defined_in(module))
    return dict(sorted(found.items()))


def defined_in(module: ModuleType) -> Iterator[type[Transform]]:
    """The transforms whose classes a module defines."""
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Transform) and value.__module__ == module.__name__:
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
        near = difflib.get_close_matches(name, transforms(), 1, 0.5)
        hint = f"; did you mean '{near[0]}'?" if near else "; 'tffix rules' lists them"
        raise UnknownRuleError(f"there is no rule '{name}'{hint}")
    return found


def select(
    names: Iterable[str] | None, ignored: Iterable[str], options: Mapping[str, Mapping[str, object]]
) -> list[Transform]:
    """The transforms to run: those named, or all, less the ignored ones, each with its options.

    Raises UnknownRuleError for a name that nobody has, ValueError for an option that a rule lacks.
    """
    chosen = [named(name) for name in names] if names is not None else list(transforms().values())
    left_out = {named(name).name for name in ignored}
    for name in options:
        named(name)
    return [rule(options.get(rule.name)) for rule in chosen if rule.name not in left_out]
