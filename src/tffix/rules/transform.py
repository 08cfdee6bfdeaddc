"""What a transform is: a rule that yields findings, some with a fix.

A transform reads a module and yields findings. It never touches text offsets, opens a file or prints; a
fix edits the module's trees and nothing else.
"""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from ..hcl.nodes import Expression
from ..hcl.tree import Attribute, Block
from ..projection import Refused
from ..terraform.module import Module


class Impact(enum.Enum):
    """What a fix does to infrastructure that is already deployed."""

    NONE = "none"  # no resource changes; the plan may have new outputs
    UPDATE = "update"  # resources change in place
    CREATE = "create"  # resources are added
    REPLACE = "replace"  # resources are destroyed and made anew


class Tier(enum.Enum):
    """What a fix risks where the module is deployed already."""

    SAFE = "safe"  # changes no resource, updates in place what the finding names, or only adds
    DEPLOYED = "deployed"  # replaces, renames, moves or re-creates what may exist
    DATA = "data"  # what is lost cannot be made again: databases, file systems, volumes, keys


_TIERS = {Impact.REPLACE: Tier.DEPLOYED}


class Profile(enum.Enum):
    """What a transform is for; a run takes the transforms of one profile, or all."""

    DEPLOY = "deploy"  # what breaks an apply; the default
    SECURITY = "security"
    BEST_PRACTICE = "best-practice"
    MIGRATION = "migration"  # to another library or tool: runs only if it is named, and is not among "all"
    PEDANTIC = "pedantic"  # what few want to hear of: runs only if it is named, and is not among "all"


@dataclass(slots=True, eq=False)
class Finding:
    """One defect. ``at`` is what it stands at, ``within`` the part of that attribute's expression.

    ``fix`` repairs it by editing the module's trees; None: a person must, as ``advice`` says (what to do,
    with the text to paste where there is one). Between the finding and its fix other fixes may have been
    made: a fix looks again at what it relies on. What it returns is ignored. ``impact`` and ``tier``
    override the transform's.
    """

    at: Block | Attribute
    message: str
    fix: Callable[[], object] | None = None
    advice: str = ""
    impact: Impact | None = None
    within: Expression | None = None
    tier: Tier | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """Top-level blocks that a transform wants to see: a block type and, if not empty, first labels."""

    type: str
    labels: tuple[str, ...] = ()


def resources(*types: str) -> tuple[Watch, ...]:
    """Watches managed resources of these types."""
    return tuple(Watch("resource", (type_,)) for type_ in types)


def data_sources(*types: str) -> tuple[Watch, ...]:
    """Watches data sources of these types."""
    return tuple(Watch("data", (type_,)) for type_ in types)


def blocks(*types: str) -> tuple[Watch, ...]:
    """Watches all top-level blocks of these types."""
    return tuple(Watch(type_) for type_ in types)


_KINDS = {
    bool: "true or false",
    int: "a number",
    float: "a number with a decimal point",
    str: "a string",
    list: "a list",
    dict: "a table",
}


class Transform:
    """Base of all transforms.

    Subclasses set ``name`` (kebab-case, area first, naming the defect), ``impact`` (of its usual fix; its
    ``tier`` follows from that, unless it is set) and
    either ``watches`` with ``visit``, called for every block watched, or ``visit_module``, called once a
    module. ``languages`` names those of the files that it works on: ``hcl``, ``json`` and ``python``. The
    view of a program is not all of the module that it makes, so that only a transform that concludes
    nothing from what is absent elsewhere works on ``python``. ``options`` holds the defaults of what users
    may set in ``[rules.NAME]`` of tffix.toml; ``self.option[...]`` is what counts. The docstring is its
    documentation: a first sentence, then the sections What, Why, Example, Becomes, Impact, Limits and
    Source.
    """

    name: ClassVar[str]
    impact: ClassVar[Impact]
    tier: ClassVar[Tier | None] = None
    profile: ClassVar[Profile] = Profile.DEPLOY
    watches: ClassVar[tuple[Watch, ...]] = ()
    options: ClassVar[Mapping[str, object]] = {}
    languages: ClassVar[frozenset[str]] = frozenset(("hcl", "json"))

    def __init__(self, options: Mapping[str, object] | None = None) -> None:
        unknown = set(options or ()) - set(self.options)
        if unknown:
            known = ", ".join(sorted(self.options)) or "none"
            raise ValueError(f"rule {self.name} has no option '{min(unknown)}' (it has: {known})")
        for name, value in (options or {}).items():
            kind = type(self.options[name])
            if kind in _KINDS and type(value) is not kind:
                raise ValueError(f"option '{name}' of rule {self.name} must be {_KINDS[kind]}")
        self.option: dict[str, object] = {**self.options, **(options or {})}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        """The findings at one watched block."""
        return iter(())

    def visit_module(self, module: Module) -> Iterator[Finding]:
        """The findings of a module as a whole."""
        return iter(())

    def find(self, module: Module) -> Iterator[Finding]:
        """All findings in a module, in the order of its files where they come from ``visit``."""
        for watch in self.watches:
            for block in module.blocks(watch.type, *watch.labels):
                yield from self.visit(block, module)
        yield from self.visit_module(module)

    def impact_of(self, finding: Finding) -> Impact:
        """What the fix of a finding does to what is deployed."""
        return finding.impact or self.impact

    def tier_of(self, finding: Finding) -> Tier:
        """What the fix of a finding risks: as it says, as its impact has it, or as the transform says."""
        if finding.tier is not None:
            return finding.tier
        return self.usual_tier() if finding.impact is None else _TIERS.get(finding.impact, Tier.SAFE)

    @classmethod
    def usual_tier(cls) -> Tier:
        """What its usual fix risks."""
        return cls.tier or _TIERS.get(cls.impact, Tier.SAFE)

    @classmethod
    def works_on(cls) -> str:
        """The languages that it works on, in words."""
        names = {"hcl": "HCL", "json": "JSON", "python": "Python (CDK for Terraform)"}
        return ", ".join(told for language, told in names.items() if language in cls.languages)

    @classmethod
    def summary(cls) -> str:
        """The first sentence of the documentation."""
        return inspect.cleandoc(cls.__doc__ or "").split("\n\n", 1)[0].replace("\n", " ")


@dataclass(slots=True)
class Documentation:
    """A transform's docstring in its parts."""

    text: str
    sections: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, transform: type[Transform]) -> Documentation:
        """The documentation of a transform."""
        text = inspect.cleandoc(transform.__doc__ or "")
        parts = re.split(r"^(What|Why|Example|Becomes|Impact|Limits|Source):[ \t]*\n", text, flags=re.M)
        bodies = (inspect.cleandoc("\n" + body) for body in parts[2::2])
        return cls(parts[0].strip(), dict(zip(parts[1::2], bodies, strict=True)))


__all__ = [
    "Documentation",
    "Finding",
    "Impact",
    "Profile",
    "Refused",
    "Tier",
    "Transform",
    "Watch",
    "blocks",
    "data_sources",
    "resources",
]
