"""Which versions of a provider count for a module.

That is what the lock file beside the root module says, or beside a Terragrunt unit that runs it, else the
newest known version that the constraints of the root, of what Terragrunt writes into it and of all that it
calls admit. Where the one in use is not known but lies between two that are, those two count together: what
both of them lack, it lacks too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from ..facts import schemas as facts
from ..facts.addresses import provider_address
from ..facts.versions import Constraint, InvalidConstraintError, Numbers, Version, choose
from ..terraform.evidence import knows
from ..terraform.generated import units_of
from ..terraform.groups import Group
from ..terraform.module import Module
from ..terraform.project import LOCK_FILE
from ..terraform.providers import lock_entries, required_providers

_OLDEST = ">= 0.12"
"""Before that version the language was another one."""


@dataclass(frozen=True, slots=True)
class Pin:
    """The known versions of a provider that count. ``asked`` is what the module asks for where none of
    them is that; then the first is the nearest. ``others`` are those that a caller may use too: one that is
    not here, of a module that is made to be called."""

    provider: str
    versions: tuple[str, ...]
    asked: str = ""
    others: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The provider and version as messages name them."""
        name = self.provider.removeprefix("hashicorp/")
        if self.asked:
            asked = ", ".join(term for term in self.asked.split(", ") if not term.startswith("!="))
            return f"{name} {self.versions[0]}, the nearest known to {asked}"
        return f"{name} {' and '.join(self.versions)}"


def pin(module: Module, name: str) -> Pin | None:
    """The versions that count for a provider, by its local name in a module. None if no schemas of it are
    known, or if the version asked for lies beyond those that are, or in a module for Terraform 0.11, whose
    language was another."""
    known = _known(module)
    if (module, name) not in known.pins:
        known.pins[module, name] = _pin(module, name, known)
    return known.pins[module, name]


class _Known:
    """The versions that count for the modules of a group, as far as they were asked for."""

    def __init__(self, group: Group) -> None:
        self.version = -1
        self.pins: dict[tuple[Module, str], Pin | None] = {}
        self.of_roots: dict[tuple[Module, str], list[Pin | None]] = {}
        self.roots = group.below(one for one in reversed(group.modules) if not one.calls)


def _known(module: Module) -> _Known:
    """What is known of a module's group: nothing where one of its modules asks for others than before."""
    group = module.group
    known, version = group.recall(_Known), group.summary(_asked).version
    if known.version != version:
        known.version = version
        known.pins, known.of_roots = {}, {}
    return known


def _asked(module: Module) -> tuple[object, ...]:
    """All in a module that decides which versions of providers count."""
    required = tuple((one.name, one.address, one.version) for one in required_providers(module))
    return required, module.recall(_constraints), knows(_OLDEST, module), module.is_root


def _pin(module: Module, name: str, group: _Known) -> Pin | None:
    if not knows(_OLDEST, module):
        return None
    required = (*required_providers(module), *required_providers(module.generated))
    address = next((one.address for one in required if one.name == name), provider_address(name))
    if not facts.versions(address):
        return None
    try:
        pins = [one for root in group.roots.get(module, ()) for one in _pins_of_root(address, root, group)]
    except InvalidConstraintError:
        return None
    if not pins or None in pins:
        return None  # modules that call one another have no root
    found = [one for one in pins if one]
    versions = tuple(dict.fromkeys(version for one in found for version in one.versions))
    others = dict.fromkeys(version for one in found for version in one.others if version not in versions)
    return Pin(address, versions, next((one.asked for one in found if one.asked), ""), tuple(others))


def _pins_of_root(address: str, root: Module, group: _Known) -> list[Pin | None]:
    """What counts for a root, for each version that lock files beside it or its Terragrunt units have."""
    known = group.of_roots
    if (root, address) not in known:
        locks = [one.get(address) for one in root.recall(_locks)]
        known[root, address] = [_chosen(address, root, locked) for locked in dict.fromkeys(locks)]
    return known[root, address]


def _chosen(address: str, root: Module, locked: str | None) -> Pin | None:
    modules = (root.generated, *_below(root))
    constraints = [text for module in modules for text in module.recall(_constraints).get(address, ())]
    if not constraints and locked is None and root.generated.unreadable:
        return None  # what Terragrunt writes may ask for any
    known = facts.versions(address)
    found = choose(known, constraints, locked)
    if found is None:
        return None
    nearest, is_exact = found
    later = _in_a_later_major(known, nearest, constraints) if is_exact and locked is None else None
    if later is not None:
        return Pin(address, (later, nearest), ", ".join(dict.fromkeys(constraints)))
    if is_exact:
        whole = _whole(constraints)
        others = () if root.is_root else tuple(v for v in known if v != nearest and whole.allows(v))
        return Pin(address, (nearest,), others=others)
    around = _around(known, constraints, locked)
    if around is None:
        return None
    other = around[0] if nearest == around[1] else around[1]
    return Pin(address, (nearest, other), locked or ", ".join(dict.fromkeys(constraints)))


def _in_a_later_major(known: tuple[str, ...], nearest: str, constraints: list[str]) -> str | None:
    """The known version above the newest one admitted, where those in use lie between the two: `< 5.70`
    admits 4.67, but means one of version 5."""
    _, end = _whole(constraints).interval()
    if end is None or end <= (Version.parse(nearest).numbers[0] + 1, 0, 0):
        return None
    above = [one for one in known if Version.parse(nearest) < Version.parse(one)]
    return above[-1] if above else None


def _around(known: tuple[str, ...], constraints: list[str], locked: str | None) -> tuple[str, str] | None:
    """The known versions just below and just above all that may be in use."""
    start, end = _interval(constraints, locked)
    if end is None or end < start:
        return None
    below = [version for version in known if Version.parse(version).numbers <= start]
    above = [version for version in known if Version.parse(version).numbers >= end]
    return (below[0], above[-1]) if below and above else None


def _interval(constraints: list[str], locked: str | None) -> tuple[Numbers, Numbers | None]:
    if locked is not None:
        numbers = Version.parse(locked).numbers
        return numbers, numbers
    return _whole(constraints).interval()


def _whole(constraints: list[str]) -> Constraint:
    whole = Constraint(())
    for text in constraints:
        whole = whole.also(Constraint.parse(text))
    return whole


def _below(module: Module) -> Iterator[Module]:
    """A module and all that it calls."""
    stack, seen = [module], {module}
    while stack:
        here = stack.pop()
        yield here
        for child in here.children.values():
            if child not in seen:
                seen.add(child)
                stack.append(child)


def _constraints(module: Module) -> dict[str, list[str]]:
    """The version constraints that a module itself has, by provider address: those of required_providers
    and, as before Terraform 0.13, of provider blocks."""
    known: dict[str, list[str]] = {}
    addresses = {}
    for required in required_providers(module):
        addresses[required.name] = required.address
        if required.version:
            known.setdefault(required.address, []).append(required.version)
    for block in module.blocks("provider"):
        version = block.get("version")
        if version is not None and version.string and block.labels:
            name = block.labels[0]
            known.setdefault(addresses.get(name, provider_address(name)), []).append(version.string)
    return known


def _locks(module: Module) -> list[dict[str, str]]:
    """The versions by provider address in the lock file beside a module, else in those beside the Terragrunt
    units that run it."""
    own = dict(lock_entries(module.opaque.get(LOCK_FILE, "")))
    units, repository = units_of(module), module.repository
    if own or not units or repository is None:
        return [own]
    texts = [repository.read(os.path.join(unit.directory, LOCK_FILE)) or b"" for unit in units]
    return [dict(lock_entries(text.decode("utf-8", "replace"))) for text in dict.fromkeys(texts)]


__all__ = ["Pin", "pin"]
