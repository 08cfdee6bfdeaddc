"""Which versions a program is moved to: bindings with the same major version of their provider, if any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from . import names
from .names import Release
from .ranges import Target, allows

_OLD_MINORS = tuple((0, minor) for minor in range(22))


@dataclass(frozen=True, slots=True)
class Move:
    """How the bindings of a provider are replaced. ``old`` is None if its version is not known here."""

    provider: str
    old: Release | None
    new: Release

    @property
    def target(self) -> Target:
        known = names.releases(self.provider, new=True)
        others = [
            one.major
            for one in known
            if one.major > self.new.major and one.provider_major != self.new.provider_major
        ]
        return Target((self.new.major,), self.new.version, self.new.version, min(others, default=None))

    @property
    def keeps_provider_major(self) -> bool:
        return self.old is not None and self.old.provider_major == self.new.provider_major


@dataclass(frozen=True, slots=True)
class Upgrade:
    """``library`` is the minor version of cdktn; ``missing`` are providers without bindings for it."""

    library: str
    moves: Mapping[str, Move] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    @property
    def target(self) -> Target:
        return Target(
            names.ordered(self.library), f"{self.library}.0", names.library_versions()[self.library]
        )

    def of(self, package: str) -> Target | None:
        """What a package is moved to."""
        provider = names.provider_of(package)
        if provider is None:
            return self.target if names.normal(package) == names.OLD_LIBRARY else None
        return self.moves[provider].target if provider in self.moves else None

    def needs(self, package: str) -> list[str]:
        """The ranges of a package that the new bindings require."""
        found = (move.new.requires.get(package, "") for move in self.moves.values())
        return list(dict.fromkeys(one for one in found if one))


def make_upgrade(ranges: Mapping[str, Sequence[str]], providers: Iterable[str]) -> Upgrade:
    """The upgrade for the ranges that packages are required with and the providers that are used."""
    library = ranges.get(names.OLD_LIBRARY, ())
    minors = [minor for minor in _OLD_MINORS if all(allows(text, minor) for text in library)]
    used = sorted(set(providers))
    missing = tuple(one for one in used if one not in names.providers())
    known = [one for one in used if one in names.providers()]
    old = {one: _old(one, ranges.get(names.OLD_BINDINGS + one, ()), minors) for one in known}
    for minor in names.library_versions():
        moves = {one: move for one in known if (move := _move(one, old[one], minor))}
        if len(moves) == len(known):
            return Upgrade(minor, moves, missing)
    newest = list(names.library_versions())[-1]
    moves = {one: move for one in known if (move := _move(one, old[one], newest))}
    return Upgrade(newest, moves, (*missing, *(one for one in known if one not in moves)))


def _old(provider: str, ranges: Sequence[str], minors: Sequence[names.Version]) -> Release | None:
    """The newest release that the ranges allow, which is what an installation takes."""
    known = names.releases(provider, new=False)
    allowed = [one for one in known if all(allows(text, (one.major,)) for text in ranges)]
    fitting = [one for one in allowed if names.ordered(one.library) in minors]
    found = fitting or allowed
    return found[-1] if found else None


def _move(provider: str, old: Release | None, minor: str) -> Move | None:
    known = names.releases(provider, new=True)
    majors = {one.provider_major for one in known}
    wanted = old.provider_major if old and old.provider_major in majors else known[0].provider_major
    fitting = [one for one in known if one.library == minor and one.provider_major == wanted]
    return Move(provider, old, fitting[0]) if fitting else None


__all__ = ["Move", "Upgrade", "make_upgrade"]
