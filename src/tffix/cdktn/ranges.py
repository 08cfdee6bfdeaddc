"""Version ranges of requirements (PEP 440, Poetry): what they allow, and their like for a new package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .names import Version, ordered

_CLAUSE = re.compile(r"\s*(~=|===|==|!=|<=|>=|<|>|\^|~|=)?\s*v?(\d+(?:\.\d+)*)(\.\*)?\s*$")
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
    operator: str
    version: Version
    wildcard: bool


def is_readable(text: str) -> bool:
    """Whether a range is one that `allows` and `translated` understand."""
    return all(_clause(part) is not None for part in _parts(text))


def allows(text: str, line: Version) -> bool:
    """Whether a range allows a version of a release line."""
    return all(_allows(clause, line) for part in _parts(text) if (clause := _clause(part)))


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


def _clause(text: str) -> _Clause | None:
    found = _CLAUSE.match(text)
    if found is None or found[1] == "!=":
        return None
    operator = "==" if found[1] in (None, "=", "===") else found[1]
    return _Clause(operator, ordered(found[2]), bool(found[3]))


def _allows(clause: _Clause, line: Version) -> bool:
    width = len(line)
    version = (*clause.version, *(0,) * width)
    start = version[:width]
    if clause.operator == "<":
        return line < start or (line == start and any(clause.version[width:]))
    if clause.operator == "<=":
        return line <= start
    if clause.operator in (">", ">="):
        return line >= start
    if clause.operator == "^":
        leading = next((at for at, part in enumerate(clause.version) if part), 0) + 1
        return line[:leading] == start[:leading] and line >= start
    if clause.operator == "~=":
        fixed = max(len(clause.version) - 1, 1)
        return line[:fixed] == start[:fixed] and line >= start
    fixed = min(width, len(clause.version))
    return line[:fixed] == start[:fixed]


def _translated(part: str, target: Target) -> str:
    clause = _clause(part)
    if clause is None:
        return part
    width = len(clause.version)
    if clause.operator in ("<", "<="):
        if ordered(target.first) < clause.version:
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
