"""What the user asks of check, diff and apply, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .options import (
    AllowReplace,
    Colour,
    ConfigFile,
    Debug,
    Ignore,
    Interactive,
    Jobs,
    Output,
    OutputForm,
    Paths,
    PlanFile,
    ProfileName,
    Proved,
    Quiet,
    RuleOptions,
    ScriptFile,
    Select,
    ShowSecrets,
    State,
    StdinFilename,
    Validated,
    names,
    read_script,
)

if TYPE_CHECKING:
    from ..engine.settings import Settings

OF_REPAIR = ("prove",)
"""The options that diff and apply have."""

OF_APPLY = ("interactive", "validate")
"""The options that only apply has."""


@dataclass(frozen=True, slots=True)
class Request:
    """A call of check, diff or apply. All fields but the command are options, in the order of the help;
    ``color`` is None for where the output goes to decide."""

    paths: Paths = None
    select: Select = None
    ignore: Ignore = None
    profile: ProfileName = None
    script: ScriptFile = None
    rule_options: RuleOptions = None
    output: OutputForm = Output.TEXT
    interactive: Interactive = False
    validate: Validated = False
    prove: Proved = False
    allow_replace: AllowReplace = False
    state: State = None
    plan: PlanFile = None
    config: ConfigFile = None
    stdin_filename: StdinFilename = None
    jobs: Jobs = None
    quiet: Quiet = False
    show_secrets: ShowSecrets = False
    color: Colour = None
    debug: Debug = False
    command: Literal["check", "diff", "apply"] = "check"

    @property
    def where(self) -> tuple[str, ...]:
        """The paths to look at: the current directory if none is given."""
        return tuple(self.paths or (".",))

    def settings(self) -> Settings:
        """What the engine is to run. Raises ScriptError, OptionError and UnknownRuleError, and OSError if the
        script cannot be read."""
        from ..engine.settings import Settings
        from ..rules.options import read_options

        script = read_script(self.script)
        return Settings(
            None if self.select is None else names(self.select),
            names(self.ignore),
            self.profile,
            script,
            allow_replace=self.allow_replace,
            evidence=(*(self.state or ()), *(self.plan or ())),
            config=self.config,
            jobs=self.jobs,
            options=read_options(self.rule_options or (), script.transforms if script is not None else {}),
        )


__all__ = ["OF_APPLY", "OF_REPAIR", "Request"]
