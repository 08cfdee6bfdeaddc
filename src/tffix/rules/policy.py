"""What a run may do: which findings count and which fixes are held back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from glob import glob
from pathlib import Path

from ..hcl.tree import Attribute, Block
from ..terraform.address import Address
from ..terraform.module import Module
from ..terraform.state import deployed_addresses, module_prefixes
from .suppression import suppressed
from .transform import Finding, Impact, Transform

STATE_FILES = ("terraform.tfstate", "terraform.tfstate.d/*/terraform.tfstate", "terraform.*.tfstate")
"""Where Terraform keeps local state: that of the default workspace, those of the others, and those of the
stacks of a program."""


_HASH = re.compile(r"_[0-9A-F]{8}(?:\[|$)")


@dataclass(slots=True)
class Policy:
    """``ignores(rule, path)`` tells of rules switched off for a path; ``deployed`` is evidence given for
    all root modules, to which that of state files beside a module is added; ``unwritable(path)`` tells why
    a file cannot be written, or nothing. ``state_unknown``: anything may be deployed, as no evidence is at
    hand."""

    allow_replace: bool = False
    deployed: frozenset[str] = frozenset()
    ignores: Callable[[str, str], bool] = lambda rule, path: False
    unwritable: Callable[[str], str] = lambda path: ""
    state_unknown: bool = False
    _beside: dict[str, frozenset[str] | str] = field(default_factory=dict)

    def counts(self, transform: Transform, finding: Finding, module: Module) -> bool:
        """Whether a finding is to be told at all."""
        file = module.file_of(finding.at)
        if self.ignores(transform.name, file.path):
            return False
        return not suppressed(transform.name, finding, file)

    def held_back(self, transform: Transform, finding: Finding, module: Module) -> str:
        """Why a fix must not be made, or nothing."""
        if self.allow_replace or (finding.impact or transform.impact) is not Impact.REPLACE:
            return ""
        if self.state_unknown:
            return "it may be deployed and would be replaced; allow-replace makes the fix"
        block = top_item(finding.at)
        address = Address.of(block) if isinstance(block, Block) else None
        if address is None:
            return ""
        wanted = {f"{prefix}{address}" for prefix in module_prefixes(module)}
        for evidence in (self.deployed, *map(self._beside_module, _roots(module))):
            if isinstance(evidence, str):
                return f"{evidence}, so it is not known what is deployed; --allow-replace makes the fix"
            found = wanted & evidence
            if module.language != "hcl":
                found |= {one for one in evidence if _is_made_of(one, address)}
            for deployed in sorted(found):
                return f"{deployed} is deployed and would be replaced; --allow-replace makes the fix"
        return ""

    def _beside_module(self, root: Module) -> frozenset[str] | str:
        """What the state files beside a root module hold, or why that is not known."""
        if root.path not in self._beside:
            try:
                here = Path(root.directory)
                # A link that leads nowhere is found, too: what it should lead to is not known.
                files = [here / name for pattern in STATE_FILES for name in glob(pattern, root_dir=here)]
                self._beside[root.path] = frozenset().union(*map(deployed_addresses, files))
            except ValueError as error:
                self._beside[root.path] = str(error)
            except OSError as error:
                self._beside[root.path] = f"{error.filename} cannot be read"
        return self._beside[root.path]


def _is_made_of(deployed: str, address: Address) -> bool:
    """Whether an address may be that of a construct: within others of its stack it has their names before
    its own, and a hash of its path after it."""
    type_, _, name = deployed.partition(".")
    own, is_deeper, _ = name.partition("[")[0].rpartition("_")
    if len(address.parts) < 2 or type_ != address.parts[0] or not is_deeper:
        return False
    words = re.sub(r"[^A-Za-z0-9_-]", "", address.parts[1])
    return bool(_HASH.search(name)) and (own == words or own.endswith(f"_{words}"))


def _roots(module: Module) -> list[Module]:
    """The modules at the top of the calls that lead to a module."""
    roots, stack, seen = [], [module], {id(module)}
    while stack:
        here = stack.pop()
        if not here.callers:
            roots.append(here)
        for caller, _ in here.callers:
            if id(caller) not in seen:
                seen.add(id(caller))
                stack.append(caller)
    return roots


def top_item(item: Block | Attribute) -> Block | Attribute:
    """The item at the top of its file that an item is or stands in."""
    while item.parent is not None and item.parent.owner is not None:
        item = item.parent.owner
    return item
