"""A campaign: which change is to be made, in which repositories, and how it is committed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .. import __version__
from ..rules.registry import NOTHING, select
from ..rules.script import Script
from ..rules.transform import Transform
from ..upgrade.request import Upgrades


@dataclass(frozen=True, slots=True)
class Origin:
    """What the campaign file says of where repositories are, before they are looked for."""

    entries: tuple[str, ...]
    folders: tuple[str, ...]
    base: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is to be done to a repository, on any machine: the rules by name, their options, and the text of
    the script that some of them are in, or the upgrades that they carry out. ``named`` are the rules that the
    campaign names, not by a profile."""

    rules: tuple[str, ...]
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    script: Script | None = None
    allow_replace: bool = False
    by_rule: bool = False
    named: tuple[str, ...] = ()
    upgrades: Upgrades | None = None

    @property
    def fingerprint(self) -> str:
        """Differs if something else is to be done."""
        script = self.script.source.hex() if self.script else ""
        told = [__version__, self.rules, self.options, script, self.allow_replace, self.by_rule, self.named]
        if self.upgrades is not None:
            told.append(self.upgrades)
        return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()

    def transforms(self) -> list[Transform]:
        """The transforms to run, with their options."""
        own = self.script.transforms if self.script else NOTHING
        if self.upgrades is not None:
            own = {**own, **self.upgrades.transforms}
        return select(self.rules, (), self.options, own)


@dataclass(frozen=True, slots=True)
class Campaign:
    """The settings of a campaign.toml. Paths in it are relative to ``directory``."""

    name: str
    directory: Path
    branch: str
    sources: tuple[Origin, ...]
    exclude: tuple[str, ...]
    recipe: Recipe
    message: str
    author: str = ""
    on_base_branch: bool = False
    allow_dirty: bool = False
    max_changes: int | None = None
    timeout: int = 600
    memory: int = 4096
    validation: bool = False
    terraform: str = ""
    remote: str = "origin"
    prove: bool = False
