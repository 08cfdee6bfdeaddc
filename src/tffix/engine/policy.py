"""What a run may do: which findings count, and which fixes are held back for what may be deployed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from ..hcl.tree import Attribute, Block
from ..rules.transform import Finding, Impact, Tier, Transform
from ..terraform.address import Address
from ..terraform.deployment import Deployment, deployment_in, deployment_of
from ..terraform.generated import units_of
from ..terraform.groups import Group
from ..terraform.library import made_for_others
from ..terraform.module import Module
from ..terraform.state import module_prefixes
from .protection import protection
from .suppression import suppressed

_HASH = re.compile(r"_[0-9A-F]{8}(?:\[|$)")
_FOR_SHOW = frozenset(("example", "examples", "test", "tests", "fixture", "fixtures"))
_LOSES = "what is lost by it cannot be made again"


@dataclass(frozen=True, slots=True)
class Release:
    """How the user lets fixes be made that are held back: in words for the command or another place."""

    allow: str = "--allow-replace"
    name: str = "--select {}"


@dataclass(frozen=True, slots=True)
class Held:
    """Why a fix is held back, and what makes it; nothing does if ``release`` is empty."""

    reason: str
    release: str = ""


@dataclass(slots=True)
class Policy:
    """``ignores(rule, path)`` tells of rules switched off for a path; ``unwritable(path)`` tells why a file
    cannot be written, or nothing.

    ``deployed`` are the addresses that are deployed, where the user has given a state or plan: only those
    are then. ``says(path)`` is what the user's settings say of a path: deployed, not, or (None) nothing;
    there the evidence decides. ``state_unknown``: anything may be deployed that the settings do not name.
    ``named`` are the rules that the user has named, not by a profile; ``tiers`` has those of rules that the
    user has given another tier.
    """

    allow_replace: bool = False
    deployed: frozenset[str] | None = None
    ignores: Callable[[str, str], bool] = lambda rule, path: False
    unwritable: Callable[[str], str] = lambda path: ""
    state_unknown: bool = False
    says: Callable[[str], bool | None] = lambda path: None
    named: frozenset[str] = frozenset()
    tiers: Mapping[str, Tier] = field(default_factory=dict)
    words: Release = field(default_factory=Release)
    _found: dict[str, Deployment] = field(default_factory=dict)

    def counts(self, transform: Transform, finding: Finding, module: Module) -> bool:
        """Whether a finding is to be told at all."""
        file = module.file_of(finding.at)
        if self.ignores(transform.name, file.path):
            return False
        return not suppressed(transform.name, finding, file)

    def tier_of(self, transform: Transform, finding: Finding) -> Tier:
        """What the fix of a finding risks, as the user has it or else the transform."""
        return self.tiers.get(transform.name) or transform.tier_of(finding)

    def held_back(self, transform: Transform, finding: Finding, module: Module) -> Held | None:
        """Why a fix must not be made, if it must not."""
        tier = self.tier_of(transform, finding)
        replaces = transform.impact_of(finding) is Impact.REPLACE
        loses_data = Tier.DATA in (tier, transform.tier_of(finding))
        if tier is Tier.SAFE and not loses_data:
            return None
        guard = protection(top_item(finding.at), module)
        if guard and loses_data:
            return Held(f"the resource is protected ({guard}), and {_LOSES}")
        must_name = tier is Tier.DATA and transform.name not in self.named
        why = "" if tier is Tier.SAFE else self._may_be_deployed(finding, module)
        if guard and why and replaces:
            return Held(f"{why}, and the resource is protected ({guard})")
        must_allow = bool(why) and not self.allow_replace
        if not must_name and not must_allow:
            return None
        reasons = [_LOSES] if must_name else []
        reasons += [why] if must_allow else []
        options = [self.words.name.format(transform.name)] if must_name else []
        options += [self.words.allow] if must_allow else []
        return Held("; ".join(reasons), " ".join(options))

    def _may_be_deployed(self, finding: Finding, module: Module) -> str:
        """What shows that what a fix concerns is deployed, or that this is not known; or nothing."""
        if self.deployed is not None:
            return _deployed_at(self.deployed, finding, module)
        said = self.says(module.file_of(finding.at).path)
        if said is not None:
            return "tffix.toml says that it is deployed" if said else ""
        known, outside = _roots(module)
        for root in known:
            why = self._by_root(root, finding, module)
            if why:
                return why
        for directory in outside:
            deployment = self._beside(directory, partial(deployment_in, directory, module.repository))
            why = _unknown(deployment) or _ends_in(deployment.addresses, finding)
            if why:
                return why
        return ""

    def _by_root(self, root: Module, finding: Finding, module: Module) -> str:
        said = self.says(next((one.path for one in root.files.values()), root.path))
        if said is not None:
            return f"tffix.toml says that {root.path} is deployed" if said else ""
        deployment = self._beside(root.path, partial(deployment_of, root))
        if deployment.unknown:
            return _unknown(deployment)
        if root.language == "hcl" and not deployment.addresses and not units_of(root):
            offered = root.recall(made_for_others)
            if root.is_library or offered:
                reason = offered or "the module is made to be called"
                return f"{reason}, and it is not known whether its callers are deployed"
        if self.state_unknown:
            return "it is not known what is deployed"
        return _deployed_at(deployment.addresses, finding, module)

    def _beside(self, path: str, look: Callable[[], Deployment]) -> Deployment:
        if path not in self._found:
            self._found[path] = look()
        return self._found[path]


def _unknown(deployment: Deployment) -> str:
    return f"{deployment.unknown}, so it is not known what is deployed" if deployment.unknown else ""


def _deployed_at(deployed: frozenset[str], finding: Finding, module: Module) -> str:
    """The address of what a fix concerns, if it is among those that are deployed, as a clause."""
    if not deployed:
        return ""
    address = _address(finding)
    prefixes = module_prefixes(module)
    if prefixes is None:
        return _ends_in(deployed, finding)
    if address is None or address.parts[0] in ("var", "local", "output", "data", "provider"):
        # What the fix of such a block changes is not told by its address.
        found = {one for one in deployed if any(one.startswith(prefix) for prefix in prefixes)}
    else:
        wanted = {f"{prefix}{address}" for prefix in prefixes}
        found = wanted & deployed
        found |= {one for one in deployed if any(one.startswith(f"{own}.") for own in wanted)}
        if module.language != "hcl":
            found |= {one for one in deployed if _is_made_of(one, address)}
    return f"{min(found)} is deployed" if found else ""


def _ends_in(deployed: frozenset[str], finding: Finding) -> str:
    """The same where it is not known under which prefix the module stands."""
    address = _address(finding)
    found = {one for one in deployed if address is None or f".{address}." in f".{one}."}
    return f"{min(found)} is deployed" if found else ""


def _address(finding: Finding) -> Address | None:
    block = top_item(finding.at)
    return Address.of(block) if isinstance(block, Block) else None


def _is_made_of(deployed: str, address: Address) -> bool:
    """Whether an address may be that of a construct: within others of its stack it has their names before
    its own, and a hash of its path after it."""
    type_, _, name = deployed.partition(".")
    own, is_deeper, _ = name.partition("[")[0].rpartition("_")
    if len(address.parts) < 2 or type_ != address.parts[0] or not is_deeper:
        return False
    words = re.sub(r"[^A-Za-z0-9_-]", "", address.parts[1])
    return bool(_HASH.search(name)) and (own == words or own.endswith(f"_{words}"))


def _roots(module: Module) -> tuple[list[Module], list[str]]:
    """The modules at the top of the calls that lead to a module, and the directories of those that were not
    read. Examples do not deploy a library for its other callers: it counts as called by nobody then."""
    tops = module.group.recall(_tops).get(module, [])
    roots = [one for one in tops if not _is_called_from_unread(one)]
    unread = filter(_is_called_from_unread, tops)
    outside = {path for one in unread for path in _roots_above(one)}
    if module.is_library and all(map(_is_for_show, (*(one.path for one in roots), *outside))):
        return [module], []
    return roots, sorted(outside)


def _tops(group: Group) -> dict[Module, list[Module]]:
    """For each module of a group those above it from where it is deployed."""
    modules = reversed(group.modules)
    return group.below(
        one for one in modules if not one.calls or units_of(one) or _is_called_from_unread(one)
    )


def _roots_above(module: Module) -> list[str]:
    return module.repository.roots_above(module.path) if module.repository is not None else []


def _is_called_from_unread(module: Module) -> bool:
    return module.is_called_outside and module.repository is not None


def _is_for_show(path: str) -> bool:
    return bool(_FOR_SHOW & set(path.split("/")))


def top_item(item: Block | Attribute) -> Block | Attribute:
    """The item at the top of its file that an item is or stands in."""
    while item.parent is not None and item.parent.owner is not None:
        item = item.parent.owner
    return item
