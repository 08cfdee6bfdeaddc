"""Which versions of a provider count for a module: those that the root modules use which call it.

Where the one in use is not known but lies between two that are, those two count together: what both of them
lack, it lacks too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts import schemas as facts
from ..facts.addresses import provider_address
from ..facts.versions import InvalidConstraintError
from ..terraform.evidence import knows
from ..terraform.module import Module
from ..terraform.provider_versions import choice, constraints_on, locked_versions, whole
from ..terraform.providers import required_providers


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
    known = module.recall_with_others(_known_pins)
    if name not in known:
        known[name] = _pin(module, name)
    return known[name]


def _known_pins(module: Module) -> dict[str, Pin | None]:
    return {}


def _pin(module: Module, name: str) -> Pin | None:
    if not knows(">= 0.12", module):
        return None
    required = (*required_providers(module), *required_providers(module.generated))
    address = next((one.address for one in required if one.name == name), provider_address(name))
    if not facts.versions(address):
        return None
    try:
        pins = [one for root in _roots(module) for one in _pins_of_root(address, root)]
    except InvalidConstraintError:
        return None
    if not pins or None in pins:
        return None  # modules that call one another have no root
    found = [one for one in pins if one]
    versions = tuple(dict.fromkeys(version for one in found for version in one.versions))
    others = dict.fromkeys(version for one in found for version in one.others if version not in versions)
    return Pin(address, versions, next((one.asked for one in found if one.asked), ""), tuple(others))


def _pins_of_root(address: str, root: Module) -> list[Pin | None]:
    """What counts for a root, for each version that lock files beside it or its Terragrunt units have."""
    known = root.recall_with_others(_known_pins_of_root)
    if address not in known:
        locks = [one.get(address) for one in root.recall(locked_versions)]
        known[address] = [_chosen(address, root, locked) for locked in dict.fromkeys(locks)]
    return known[address]


def _known_pins_of_root(root: Module) -> dict[str, list[Pin | None]]:
    return {}


def _chosen(address: str, root: Module, locked: str | None) -> Pin | None:
    constraints = constraints_on(address, (root.generated, *_below(root)))
    if not constraints and locked is None and root.generated.unreadable:
        return None  # what Terragrunt writes may ask for any
    known = facts.versions(address)
    found = choice(known, constraints, locked)
    if found is None:
        return None
    if found.is_exact:
        admits = whole(constraints).allows
        is_open = not root.is_root
        others = (one for one in known if is_open and one != found.version and admits(one))
        return Pin(address, (found.version,), others=tuple(others))
    if not found.other:
        return None
    return Pin(address, (found.version, found.other), locked or ", ".join(dict.fromkeys(constraints)))


def _roots(module: Module) -> Iterator[Module]:
    """The modules at the top of the calls that lead to a module; itself if nobody calls it."""
    stack, seen = [module], {module}
    while stack:
        here = stack.pop()
        if not here.callers:
            yield here
        for caller, _ in here.callers:
            if caller not in seen:
                seen.add(caller)
                stack.append(caller)


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


__all__ = ["Pin", "pin"]
