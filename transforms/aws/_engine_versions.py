"""Which versions of engines AWS no longer offers.

Facts: _engine_versions.txt, from AWS's CDK, written by tools/build_engine_versions.py; for EKS the Amazon EKS
User Guide, "Kubernetes versions", Amazon EKS Kubernetes release calendar
(https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html): the end of extended support.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

EKS = {
    (1, 30): date(2026, 7, 23),
    (1, 29): date(2026, 3, 23),
    (1, 28): date(2025, 11, 26),
    (1, 27): date(2025, 7, 24),
    (1, 26): date(2025, 6, 11),
    (1, 25): date(2025, 5, 1),
    (1, 24): date(2025, 1, 31),
    (1, 23): date(2024, 10, 11),
}
"""The last days of Kubernetes versions; those before them ended earlier."""

_FAMILIES = ("oracle", "sqlserver")
"""Engines that come in editions, such as ``oracle-ee``."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine: the versions that are gone, and the release lines of which some are left."""

    name: str
    gone: frozenset[str]
    lines: tuple[str, ...]

    def is_gone(self, version: str) -> bool:
        """Whether a version is no longer offered, or is of a line before the last one none is left of."""
        if version.lower() in self.gone or not self.lines:
            return True
        counted = self.lines[0].count(".") + 1
        numbers = _numbers(".".join(version.split(".")[:counted]))
        known = [one for line in self.lines if (one := _numbers(line))]
        # Of a line that is newer than all that are known, and of half a line, nothing is known.
        return (
            numbers is not None and len(numbers) == counted and numbers not in known and numbers < max(known)
        )


def engine(name: str) -> Engine | None:
    """The engine of a name that an argument may have."""
    family = name.partition("-")[0]
    return _table().get(family if family in _FAMILIES else name)


def end_of_kubernetes(version: str) -> str:
    """That EKS no longer offers a Kubernetes version, as a sentence; nothing if it may."""
    numbers = _numbers(version)
    if numbers is None or len(numbers) != 2 or numbers > max(EKS):
        return ""
    ended = EKS.get((numbers[0], numbers[1]))
    return f"EKS no longer offers Kubernetes {version}" + (f", since {ended}" if ended else "")


def _numbers(text: str) -> tuple[int, ...] | None:
    return tuple(map(int, text.split("."))) if re.fullmatch(r"\d{1,4}(\.\d{1,4})*", text) else None


@cache
def _table() -> dict[str, Engine]:
    text = resources.files(__package__).joinpath("_engine_versions.txt").read_text("utf-8")
    found = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            name, *words = line.split()
            middle = words.index(">")
            lines = sorted(words[middle + 1 :], key=lambda one: _numbers(one) or ())
            found[name] = Engine(name, frozenset(one.lower() for one in words[:middle]), tuple(lines))
    return found
