"""Provider versions and version constraints: which of the versions at hand a configuration admits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_VERSION: Final = re.compile(r"v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?")
_CONSTRAINT: Final = re.compile(r"\s*(=|!=|>=|<=|>|<|~>)?\s*(\S+)\s*")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version that can be compared; a prerelease comes before its release."""

    numbers: tuple[int, ...]
    released: bool
    prerelease: tuple[tuple[int, str], ...]
    given: int  # how many numbers were written, which matters to "~>"

    @property
    def major(self) -> int:
        return self.numbers[0]


def parse_version(text: str) -> Version | None:
    match = _VERSION.fullmatch(text.strip())
    if not match:
        return None
    numbers = tuple(int(part) for part in match.group(1).split("."))
    pre = match.group(2)
    parts = tuple((int(p), "") if p.isdigit() else (1 << 62, p) for p in pre.split(".")) if pre else ()
    return Version((*numbers, 0, 0, 0)[: max(3, len(numbers))], not pre, parts, len(numbers))


def _split(constraint: str) -> Iterable[tuple[str, Version]]:
    for part in constraint.split(","):
        match = _CONSTRAINT.fullmatch(part)
        version = parse_version(match.group(2)) if match else None
        if match and version:
            yield match.group(1) or "=", version


def _holds(operator: str, wanted: Version, version: Version) -> bool:
    have, want = (version.numbers, version.released, version.prerelease), (
        wanted.numbers, wanted.released, wanted.prerelease)  # fmt: skip
    if operator == "~>":
        kept = max(wanted.given - 1, 1)
        return have >= want and version.numbers[:kept] == wanted.numbers[:kept]
    return {
        "=": have == want,
        "!=": have != want,
        ">": have > want,
        ">=": have >= want,
        "<": have < want,
        "<=": have <= want,
    }[operator]


def admits(constraints: Iterable[str], version: str) -> bool:
    """Whether a version meets all constraints; a version that is unknown ("") meets every one."""
    parsed = parse_version(version)
    if parsed is None:
        return True
    return all(_holds(operator, wanted, parsed) for text in constraints for operator, wanted in _split(text))


def choose(served: Sequence[str], constraints: Sequence[str], locked: str | None) -> tuple[str, bool]:
    """The served version to check against, and whether the constraints admit it.

    The locked version if it is served, else the nearest of its major version; else the newest that is
    admitted; else the nearest to what is asked for.
    """
    order = {text: parse_version(text) for text in served}
    ranked = sorted(served, key=lambda text: order[text] or Version((0,), False, (), 0))
    admitted = [text for text in ranked if admits(constraints, text)]
    lock = parse_version(locked) if locked else None
    if lock:
        alike = [text for text in admitted if (v := order[text]) and v.major == lock.major]
        if alike:
            return _nearest(alike, lock, order), True
    if admitted:
        return admitted[-1], True
    asked = [version for text in constraints for operator, version in _split(text) if operator != "!="]
    return _nearest(ranked, max(asked), order) if asked else ranked[-1], False


def _nearest(ranked: Sequence[str], wanted: Version, order: dict[str, Version | None]) -> str:
    """The lowest of the same major version that is not older, else the newest of it, else the next one up."""
    above = [text for text in ranked if (v := order[text]) and v.numbers >= wanted.numbers]
    alike = [text for text in ranked if (v := order[text]) and v.major == wanted.major]
    both = [text for text in above if text in alike]
    if both:
        return both[0]
    return alike[-1] if alike else above[0] if above else ranked[-1]
