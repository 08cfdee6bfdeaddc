"""Which version of a provider a root module uses, as far as files show: one answer for rules and validating.

That is what the lock file beside the root module says, or beside a Terragrunt unit that runs it, else the
newest known version that the constraints of the root, of what Terragrunt writes into it and of all that it
calls admit.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass

from ..facts.addresses import provider_address
from ..facts.versions import Constraint, Numbers, Version, choose
from .generated import units_of
from .module import Module
from .project import LOCK_FILE
from .providers import addresses, lock_entries, required_providers


@dataclass(frozen=True, slots=True)
class Choice:
    """The known version of a provider that counts. ``is_exact``: it is one that is asked for. Where it is
    not, ``other`` is the known version on the other side of those that are; none if they lie beyond all that
    are known."""

    version: str
    is_exact: bool
    other: str = ""


def choice(known: tuple[str, ...], constraints: Iterable[str], locked: str | None) -> Choice | None:
    """What counts of the known versions of a provider, newest first, given what is asked for and the version
    in a lock file. None if none is known. Raises InvalidConstraintError."""
    constraints = tuple(constraints)
    found = choose(known, constraints, locked)
    if found is None:
        return None
    nearest, is_exact = found
    if is_exact:
        later = _in_a_later_major(known, nearest, constraints) if locked is None else None
        return Choice(nearest, True) if later is None else Choice(later, False, nearest)
    around = _around(known, constraints, locked)
    if around is None:
        return Choice(nearest, False)
    return Choice(nearest, False, around[0] if nearest == around[1] else around[1])


def constraints(module: Module) -> dict[str, list[str]]:
    """The version constraints that a module itself has, by provider address: those of required_providers
    and, as before Terraform 0.13, of provider blocks."""
    found: dict[str, list[str]] = {}
    for required in required_providers(module):
        if required.version:
            found.setdefault(required.address, []).append(required.version)
    named = addresses(module)
    for block in module.blocks("provider"):
        version = block.get("version")
        if version is not None and version.string and block.labels:
            name = block.labels[0]
            found.setdefault(named.get(name, provider_address(name)), []).append(version.string)
    return found


def constraints_on(address: str, modules: Iterable[Module]) -> list[str]:
    """The version constraints that modules have on a provider, by its address."""
    return [text for module in modules for text in module.recall(constraints).get(address, ())]


def locked_versions(root: Module) -> list[dict[str, str]]:
    """The versions by provider address in the lock file beside a root module, else in those beside the
    Terragrunt units that run it; at least one table."""
    own = dict(lock_entries(root.opaque.get(LOCK_FILE, "")))
    units, repository = units_of(root), root.repository
    if own or not units or repository is None:
        return [own]
    texts = [repository.read(os.path.join(unit.directory, LOCK_FILE)) or b"" for unit in units]
    return [dict(lock_entries(text.decode("utf-8", "replace"))) for text in dict.fromkeys(texts)]


def _in_a_later_major(known: tuple[str, ...], nearest: str, constraints: Iterable[str]) -> str | None:
    """The known version above the newest one admitted, where those in use lie between the two: `< 5.70`
    admits 4.67, but means one of version 5."""
    _, end = Constraint.all_of(constraints).interval()
    if end is None or end <= (Version.parse(nearest).numbers[0] + 1, 0, 0):
        return None
    above = [one for one in known if Version.parse(nearest) < Version.parse(one)]
    return above[-1] if above else None


def _around(known: tuple[str, ...], constraints: Iterable[str], locked: str | None) -> tuple[str, str] | None:
    """The known versions just below and just above all that may be in use."""
    start, end = _interval(constraints, locked)
    if end is None or end < start:
        return None
    below = [version for version in known if Version.parse(version).numbers <= start]
    above = [version for version in known if Version.parse(version).numbers >= end]
    return (below[0], above[-1]) if below and above else None


def _interval(constraints: Iterable[str], locked: str | None) -> tuple[Numbers, Numbers | None]:
    if locked is not None:
        numbers = Version.parse(locked).numbers
        return numbers, numbers
    return Constraint.all_of(constraints).interval()


__all__ = ["Choice", "choice", "constraints", "constraints_on", "locked_versions"]
