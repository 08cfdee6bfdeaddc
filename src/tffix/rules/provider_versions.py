"""Which versions of a provider count for a module: those that the root modules use which call it.

Where the one in use is not known but lies between two that are, those two count together: what both of them
lack, it lacks too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts import schemas as facts
from ..facts.addresses import provider_address
from ..facts.versions import Constraint, InvalidConstraintError
from ..terraform.evidence import knows
from ..terraform.groups import Group
from ..terraform.module import Module
from ..terraform.provider_versions import choice, constraints, constraints_on, locked_versions
from ..terraform.providers import required_providers

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
    return required, module.recall(constraints), knows(_OLDEST, module), module.is_root


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
        locks = [one.get(address) for one in root.recall(locked_versions)]
        known[root, address] = [_chosen(address, root, locked) for locked in dict.fromkeys(locks)]
    return known[root, address]


def _chosen(address: str, root: Module, locked: str | None) -> Pin | None:
    asked = constraints_on(address, (root.generated, *_below(root)))
    if not asked and locked is None and root.generated.unreadable:
        return None  # what Terragrunt writes may ask for any
    known = facts.versions(address)
    found = choice(known, asked, locked)
    if found is None:
        return None
    if found.is_exact:
        admits = Constraint.all_of(asked).allows
        is_open = not root.is_root
        others = (one for one in known if is_open and one != found.version and admits(one))
        return Pin(address, (found.version,), others=tuple(others))
    if not found.other:
        return None
    return Pin(address, (found.version, found.other), locked or ", ".join(dict.fromkeys(asked)))


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
