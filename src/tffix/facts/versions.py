"""Version numbers and Terraform's version constraints on providers: what they admit, whether two contradict.

The meaning is Terraform's own for `required_providers`: `~> 5` is `>= 5.0.0, < 6.0.0`, and a pre-release is
admitted only by an exact `= 5.0.0-beta1`, however wide the other constraints are. For `required_version` and
the versions of modules Terraform uses another library, in which `~> 5` has no upper end.

Written by hand: Python's libraries read PEP 440 or npm's ranges, in which `~>` does not exist and
pre-releases are ordered and admitted otherwise.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from tffix.facts.database import provider_versions

Numbers: TypeAlias = tuple[int, int, int]

_NUMBER = "([0-9]{1,18})"
"""As large as Terraform takes it, but for those between 10^18 and 2^63."""
_VERSION = re.compile(
    rf"{_NUMBER}(?:\.{_NUMBER})?(?:\.{_NUMBER})?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?"
)
_TERM = re.compile(r"\s*([=!<>~]*)\s*(\S+)\s*")
_OPERATORS = ("=", "!=", ">", ">=", "<", "<=", "~>")


class InvalidConstraintError(ValueError):
    """A text that is not a version constraint, with Terraform's reason."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version number. A prerelease comes before its release."""

    numbers: Numbers
    prerelease: str = ""

    @staticmethod
    def parse(text: str) -> "Version":
        """Raises InvalidConstraintError for what is no version."""
        match = _VERSION.fullmatch(text.strip())
        if match is None:
            raise InvalidConstraintError(f"{text!r} is not a version")
        return Version(_numbers(match), match[4] or "")

    def __lt__(self, other: "Version") -> bool:
        return self._order() < other._order()

    def __le__(self, other: "Version") -> bool:
        return self._order() <= other._order()

    def __str__(self) -> str:
        return ".".join(map(str, self.numbers)) + (f"-{self.prerelease}" if self.prerelease else "")

    def _order(self) -> tuple[object, ...]:
        # A pre-release comes before its release; numeric parts before others, fewer before more.
        parts = [part for part in self.prerelease.split(".") if part]
        ranks = [(0, int(part), "") if re.fullmatch(_NUMBER, part) else (1, 0, part) for part in parts]
        return (self.numbers, not self.prerelease, ranks)


@dataclass(frozen=True, slots=True)
class Term:
    """One comparison, such as `>= 5.0`."""

    operator: str
    version: Version
    written: int  # how many numbers were written: `~> 5.1` reaches to 6, `~> 5.1.0` to 5.2

    def holds(self, version: Version) -> bool:
        """Whether a version meets the comparison."""
        match self.operator:
            case "=":
                return version == self.version
            case "!=":
                return version != self.version
            case ">":
                return self.version < version
            case ">=":
                return self.version <= version
            case "<":
                return version < self.version
            case "<=":
                return version <= self.version
            case _:
                return self.version <= version and version < Version(self.next_after())

    def next_after(self) -> Numbers:
        """The first version that a `~>` is too old for."""
        major, minor, _ = self.version.numbers
        return (major, minor + 1, 0) if self.written == 3 else (major + 1, 0, 0)

    def interval(self) -> tuple[Numbers, Numbers | None]:
        """The releases that hold, from the first to before the second (None: no end); not for `!=`."""
        numbers = self.version.numbers
        following = (*numbers[:2], numbers[2] + 1)
        # A pre-release of a version lies just before it, with no release between the two.
        past = numbers if self.version.prerelease else following
        match self.operator:
            case "=":
                return (numbers, numbers if self.version.prerelease else following)
            case ">":
                return (past, None)
            case ">=":
                return (numbers, None)
            case "<":
                return ((0, 0, 0), numbers)
            case "<=":
                return ((0, 0, 0), past)
            case _:
                return (numbers, self.next_after())


@dataclass(frozen=True, slots=True)
class Constraint:
    """A comma-separated list of comparisons that must all hold."""

    terms: tuple[Term, ...]

    @staticmethod
    def parse(text: str) -> "Constraint":
        """Raises InvalidConstraintError for what Terraform rejects. Empty text admits every release."""
        return Constraint(tuple(map(_term, text.split(",")))) if text.strip() else Constraint(())

    @staticmethod
    def all_of(texts: Iterable[str]) -> "Constraint":
        """Several at once. Raises InvalidConstraintError."""
        return Constraint(tuple(term for text in texts for term in Constraint.parse(text).terms))

    def allows(self, version: str | Version) -> bool:
        """Whether a version meets it; a prerelease only if it is named."""
        wanted = Version.parse(version) if isinstance(version, str) else version
        if wanted.prerelease and not any(t.operator == "=" and t.version == wanted for t in self.terms):
            return False
        return all(term.holds(wanted) for term in self.terms)

    def also(self, other: "Constraint") -> "Constraint":
        """Both constraints at once."""
        return Constraint(self.terms + other.terms)

    def is_satisfiable(self) -> bool:
        """Whether any version, published or not, can meet it."""
        if any(term.operator == "=" and self.allows(term.version) for term in self.terms):
            return True
        start, end = self.interval()
        if end is None:
            return True
        if end <= start:
            return False
        if start[:2] != end[:2]:
            return True  # there is no last patch version
        patches = range(start[2], end[2])
        return any(self.allows(Version((*start[:2], patch))) for patch in patches)

    def interval(self) -> tuple[Numbers, Numbers | None]:
        """The releases between which the admitted ones lie; empty where the second is not above the first."""
        ranges = [term.interval() for term in self.terms if term.operator != "!="]
        ends = [end for _, end in ranges if end is not None]
        return max((start for start, _ in ranges), default=(0, 0, 0)), min(ends, default=None)


def intersects(constraints: Iterable[str]) -> bool:
    """Whether one version can meet all these constraints."""
    return Constraint.all_of(constraints).is_satisfiable()


def contradict(a: str, b: str) -> bool:
    """Whether no version can meet both constraints."""
    return not intersects((a, b))


def newest_first(versions: Iterable[str]) -> tuple[str, ...]:
    """Version numbers, the newest first."""
    return tuple(sorted(versions, key=lambda text: Version.parse(text)._order(), reverse=True))


def counting_version(
    provider: str, constraints: Iterable[str] = (), locked: str | None = None
) -> tuple[str, bool] | None:
    """The known schema version to judge by, and whether it is one that may really be in use.

    With a lock file: the version in it (exact), or the known one nearest to it. Without: the newest known one
    that all constraints admit (exact), or the one nearest to what they admit. None if no version is known.
    """
    return choose(provider_versions(provider), constraints, locked)


def choose(known: Iterable[str], constraints: Iterable[str], locked: str | None) -> tuple[str, bool] | None:
    """The known version that counts, and whether it is one that is asked for; None if none is known."""
    candidates = newest_first(known)
    if not candidates:
        return None
    if locked is not None:
        wanted = Version.parse(locked)
        return _nearest(candidates, wanted.numbers, wanted.numbers), str(wanted) in candidates
    wish = Constraint.all_of(constraints)
    admitted = [version for version in candidates if wish.allows(version)]
    if admitted:
        return admitted[0], True
    start, end = wish.interval()
    return _nearest(candidates, start, end or start), False


def _nearest(candidates: tuple[str, ...], start: Numbers, end: Numbers) -> str:
    def distance(version: str) -> Numbers:
        # The same major version first, then the same minor: between those lies what providers may change.
        numbers = Version.parse(version).numbers
        from_start, from_end = _apart(numbers, start), _apart(numbers, end)
        return min(from_start, from_end)

    return min(candidates, key=distance)


def _apart(a: Numbers, b: Numbers) -> Numbers:
    return (abs(a[0] - b[0]), abs(a[1] - b[1]), abs(a[2] - b[2]))


def _numbers(match: re.Match[str]) -> Numbers:
    return (int(match[1]), int(match[2] or 0), int(match[3] or 0))


def _term(text: str) -> Term:
    match = _TERM.fullmatch(text)
    if match is None:
        raise InvalidConstraintError(f"{text.strip()!r} is not one version constraint")
    operator, written = match[1] or "=", match[2]
    if operator in ("=>", "=<"):
        raise InvalidConstraintError(f"no operator {operator!r}; did you mean {operator[::-1]!r}?")
    if operator not in _OPERATORS:
        raise InvalidConstraintError(f"no operator {operator!r}")
    if written.startswith("v"):
        raise InvalidConstraintError('a "v" prefix should not be used when specifying versions')
    version = _VERSION.fullmatch(written)
    if version is None:
        raise InvalidConstraintError(f"{written!r} is not a version")
    count = sum(version[group] is not None for group in (1, 2, 3))
    return Term(operator, Version.parse(written), count)
