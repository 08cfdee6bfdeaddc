"""What is known of a campaign and of each repository in it, as values: the journal keeps them, reports
show them."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..engine.results import FileError, Found


class Phase(enum.StrEnum):
    """What is done to a repository, in this order."""

    PLAN = "plan"
    APPLY = "apply"
    VALIDATE = "validate"
    PUSH = "push"
    UNDO = "undo"


class State(enum.StrEnum):
    """How far a phase of a repository is."""

    RUNNING = "running"
    DONE = "done"
    NOTHING = "nothing to do"
    HELD = "held back"  # by a limit of the campaign; the reason says by which
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """One phase of one repository. ``started`` is in seconds since 1970, UTC; ``reason`` says why it failed
    or was held back, in one line."""

    phase: Phase
    state: State
    reason: str = ""
    started: float = 0.0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Diff:
    """A changed file: its path in the repository, the unified diff, and the lines that came and went."""

    path: str
    text: str
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class ModulePlan:
    """What Terraform would do to the simulated deployment of a root module, in one line, and what of that no
    fix announces; or why there is no plan of it."""

    module: str
    summary: str = ""
    unannounced: tuple[str, ...] = ()
    not_proved: str = ""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that the campaign made; ``rule`` is empty where one commit holds all."""

    id: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A repository of a campaign. ``found`` is what is left to a person, ``fixed`` what was (or would be)
    repaired, ``errors`` the files that could not be read; paths are relative to the repository. ``base`` is
    the commit that it stood at, on the branch ``base_branch``; ``branch`` is the one that the commits are
    on. ``plans`` are those of its root modules, where the campaign proves them."""

    name: str
    location: str
    steps: Mapping[Phase, Step] = field(default_factory=dict)
    base: str = ""
    base_branch: str = ""
    commits: tuple[Commit, ...] = ()
    found: tuple[Found, ...] = ()
    fixed: tuple[Found, ...] = ()
    errors: tuple[FileError, ...] = ()
    diffs: tuple[Diff, ...] = ()
    branch: str = ""
    plans: tuple[ModulePlan, ...] = ()

    @property
    def last(self) -> Step | None:
        """The step that tells how the repository stands: that of the latest phase it has come to."""
        return next((self.steps[phase] for phase in reversed(Phase) if phase in self.steps), None)

    @property
    def added(self) -> int:
        return sum(diff.added for diff in self.diffs)

    @property
    def removed(self) -> int:
        return sum(diff.removed for diff in self.diffs)

    @property
    def seconds(self) -> float:
        return sum(step.seconds for step in self.steps.values())


@dataclass(frozen=True, slots=True)
class Summary:
    """A campaign as its reports name it. ``rules`` are the names of what it runs, ``about`` the summaries of
    those that a migration script defines: the shipped ones are known by their names."""

    name: str
    branch: str
    rules: tuple[str, ...]
    started: float = 0.0
    about: Mapping[str, str] = field(default_factory=dict)


__all__ = ["Commit", "Diff", "ModulePlan", "Phase", "Record", "State", "Step", "Summary"]
