"""What a run is asked to do: which rules, and what they may do. What is not said, tffix.toml says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..rules.options import Options, merged
from ..rules.registry import NOTHING, in_profile
from ..terraform.state import deployed_addresses
from .config import Config, read_config
from .work import Task

if TYPE_CHECKING:
    from ..rules.registry import RuleSource


@dataclass(frozen=True, slots=True)
class Settings:
    """The rules of a run and what they may do; what is given here wins over tffix.toml.

    ``select`` names the rules to run, ``profile`` takes those of a profile, ``ignore`` leaves some out; those
    of a ``script`` run too. ``named`` are the rules that the user has named, where that is not all that is
    selected. ``evidence`` are the paths of states and plans that tell what is deployed. ``config`` is the
    path of the tffix.toml to use in place of the nearest one. ``jobs`` is the number of processes for a large
    tree, None for as many as there are processors. ``options`` are those of rules, by rule and by name.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    script: RuleSource | None = None
    named: tuple[str, ...] | None = None
    allow_replace: bool = False
    evidence: tuple[str, ...] = ()
    config: str | None = None
    jobs: int | None = None
    options: Options = field(default_factory=dict)

    def with_script(self) -> Settings:
        """The same where a script that is given is selected, if no rule is: it runs with a profile's rules
        only if that is asked for."""
        if self.script is None or self.select is not None:
            return self
        profile = in_profile(self.profile) if self.profile is not None else ()
        scripted = tuple(self.script.transforms)
        return replace(self, select=(*profile, *scripted), named=scripted)

    def task(self, repair: bool, config: str | None) -> Task:
        """What is to be done to each component by these settings and a tffix.toml. Raises ConfigError,
        UnknownRuleError, ValueError for an option that a rule lacks, and what `deployed_addresses` raises."""
        settings = self.with_script()
        given = [deployed_addresses(Path(path)) for path in settings.evidence]
        known = settings.script.transforms if settings.script is not None else NOTHING
        read = read_config(config, known) if config is not None else Config()
        read = replace(read, options=merged(read.options, settings.options))
        task = Task(
            repair,
            settings._rules(read),
            (*settings.ignore, *(read.ignore if settings.select is None else ())),
            read,
            settings.allow_replace or read.allow_replace,
            frozenset().union(*given) if given else None,
            settings._named(read),
            script=settings.script,
        )
        task.transforms()  # reports unknown rules and options before anything is done
        return task

    def _rules(self, config: Config) -> tuple[str, ...] | None:
        """The names of the rules to run: those selected here, by name or profile, else by tffix.toml."""
        if self.select is not None:
            return self.select
        if self.profile is not None:
            return in_profile(self.profile)
        if config.select is not None or config.profile is None:
            return config.select
        return in_profile(config.profile)

    def _named(self, config: Config) -> frozenset[str]:
        """The rules that the user has named, not by a profile."""
        if self.select is not None:
            return frozenset(self.select if self.named is None else self.named)
        return frozenset(config.select or ()) if self.profile is None else frozenset()
