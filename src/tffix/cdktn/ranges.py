"""Version ranges of requirements: what they allow, and their like for a new package.

`packaging` reads the clauses of PEP 440. Poetry's `^`, `~`, `=` and versions without an operator, which PEP
440 lacks, are put into its clauses here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion
from packaging.version import Version as Release

from .names import Version, ordered

_CLAUSE = re.compile(r"\s*(~=|===|==|!=|<=|>=|<|>|\^|~|=)?\s*(.*?)(\.\*)?\s*$")
_AT_LEAST = (">=", ">", "~=", "^", "~")


@dataclass(frozen=True, slots=True)
class Target:
    """The release line that a package is moved to: versions from ``first`` that begin with ``line``, of which
    ``pin`` is taken where one version is wanted."""

    line: Version
    first: str
    pin: str
    limit: int | None = None
    """The major version from which on there is another provider, which unbounded ranges must leave out."""

    @property
    def end(self) -> Version:
        """The first version beyond."""
        return (*self.line[:-1], self.line[-1] + 1)


@dataclass(frozen=True, slots=True)
class _Clause:
    """``meaning`` is the clause by PEP 440."""

    operator: str
    version: Release
    wildcard: bool
    meaning: SpecifierSet

    @property
    def numbers(self) -> Version:
        return self.version.release


def is_readable(text: str) -> bool:
    """Whether a range is one that `translated` understands: versions to leave out and versions that are not
    final have no like in another package."""
    return all(_final(part) is not None for part in _parts(text))


def allows(text: str, line: Version) -> bool:
    """Whether a range allows a version of a release line. A clause that cannot be read leaves nothing out."""
    clauses = [clause for part in _parts(text) if (clause := _clause(part))]
    return any(
        all(clause.meaning.contains(version, prereleases=True) for clause in clauses)
        for version in _candidates(clauses, line)
    )


def _candidates(clauses: list[_Clause], line: Version) -> Iterator[Release]:
    """Versions of a line of which a range allows one if it allows any: the least that each clause begins or
    ends with."""
    yield _release(line)
    depth = max([len(line), *(len(clause.numbers) for clause in clauses)])
    for clause in clauses:
        version, numbers = clause.version, clause.numbers
        after = (*numbers, *(0,) * (depth - len(numbers)), 1)
        following = (*numbers[:-1], numbers[-1] + 1)
        for one in (version, _release(numbers), _release(after), _release(following)):
            if one.epoch == 0 and (*one.release, *(0,) * len(line))[: len(line)] == line:
                yield one


def _release(numbers: Version) -> Release:
    return Release(".".join(map(str, numbers)))


def translated(text: str, target: Target) -> str:
    """The range of the new package that is like this one of the old; layout is kept."""
    new = re.sub(r"[^,]+", lambda found: _translated(found[0], target), text)
    if target.limit is None or not allows(new, (target.limit,)):
        return new
    if not new.strip(" *"):
        return f">={target.first},<{target.limit}"
    return f"{new.rstrip()},<{target.limit}" + new[len(new.rstrip()) :]


def _parts(text: str) -> Iterator[str]:
    return (part for part in text.split(",") if part.strip(" *"))


@lru_cache(maxsize=1000)
def _clause(text: str) -> _Clause | None:
    """A part of a range, or None for what neither PEP 440 nor Poetry knows."""
    found = _CLAUSE.match(text)
    if found is None:
        return None
    operator, wildcard = "==" if found[1] in (None, "=") else found[1], bool(found[3])
    try:
        version = Release(found[2])
        if operator not in ("^", "~"):
            meaning = SpecifierSet(f"{operator}{found[2]}{found[3] or ''}")
        elif wildcard:
            return None
        else:
            end = ".".join(map(str, _end(operator, version.release)))
            meaning = SpecifierSet(f">={version},<{version.epoch}!{end}")
    except (InvalidVersion, InvalidSpecifier):
        return None
    return _Clause(operator, version, wildcard, meaning)


def _end(operator: str, numbers: Version) -> Version:
    """The first version that `^` or `~` before a version leaves out (Poetry: dependency specification)."""
    if operator == "~":
        at = min(len(numbers), 2) - 1
    else:
        at = next((at for at, number in enumerate(numbers) if number), len(numbers) - 1)
    return (*numbers[:at], numbers[at] + 1)


def _final(text: str) -> _Clause | None:
    """A clause with a final version that `translated` can replace by another, or None."""
    clause = _clause(text)
    if clause is None or clause.operator == "!=":
        return None
    is_final = str(clause.version) == ".".join(map(str, clause.numbers))
    return clause if is_final else None


def _translated(part: str, target: Target) -> str:
    clause = _final(part)
    if clause is None:
        return part
    width = len(clause.numbers)
    if clause.operator in ("<", "<="):
        if ordered(target.first) < clause.numbers:
            return part
        new, operator = _fitted(".".join(map(str, target.end)), max(width, len(target.line))), "<"
    elif clause.operator in _AT_LEAST:
        least = width if clause.operator == "~=" else max(width, len(target.line))
        new, operator = _fitted(target.first, least), clause.operator.replace(">", ">=").replace("==", "=")
    elif clause.wildcard or width < 3:
        return _with_version(part, _fitted(target.first, width))
    else:
        return _with_version(part, target.pin)
    return _with_version(part.replace(_operator(part), operator, 1), new)


def _operator(part: str) -> str:
    found = _CLAUSE.match(part)
    return (found[1] or "") if found else ""


def _with_version(part: str, version: str) -> str:
    return re.sub(r"v?\d+(?:\.\d+)*", version, part, count=1)


def _fitted(version: str, width: int) -> str:
    parts = [*version.split("."), "0", "0"]
    return ".".join(parts[:width])


__all__ = ["Target", "allows", "is_readable", "translated"]
