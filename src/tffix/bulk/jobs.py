"""A job is one phase of one repository, done on any machine from what the job holds alone.

A job may be done again, here or elsewhere, after it was cut off: it finds what it did and does no more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from .. import __version__
from ..engine.results import FileError, Found
from ..urls import redacted
from .campaign import Campaign, Recipe
from .checkout import Checkout, EmptyError, Repository, check_out
from .git import Git, GitError
from .records import Commit, Diff, ModulePlan, Phase, State, Step


@dataclass(frozen=True, slots=True)
class CampaignSettings:
    """What of a campaign every worker must know. ``started`` dates the commits, so that a job done twice
    gives the same one, and tells them from anybody else's."""

    name: str
    branch: str
    recipe: Recipe
    message: str
    author: str
    on_base_branch: bool
    allow_dirty: bool
    max_changes: int | None
    timeout: int
    memory: int
    terraform: str
    remote: str
    started: int
    scratch: str
    prove: bool = False
    version: str = __version__

    @classmethod
    def of(cls, campaign: Campaign, started: int, scratch: str) -> CampaignSettings:
        """The settings of a campaign."""
        names = {one.name for one in fields(Campaign)} & {one.name for one in fields(cls)}
        known = {name: getattr(campaign, name) for name in names}
        return cls(**known, started=started, scratch=scratch)


@dataclass(frozen=True, slots=True)
class Job:
    """One phase of one repository, with what earlier phases came to: the base commit and the digest of what
    was planned, what that repairs, the commits made and the branch that they are on, and those commits
    themselves where the repository is not local. ``pushed`` is how far a push came, ``resumed`` tells that
    this phase was begun before."""

    phase: Phase
    repository: Repository
    settings: CampaignSettings
    base: str = ""
    base_branch: str = ""
    branch: str = ""
    digest: str = ""
    commits: tuple[Commit, ...] = ()
    bundle: bytes = b""
    fixed: tuple[Found, ...] = ()
    pushed: State | None = None
    resumed: bool = False

    @property
    def target(self) -> str:
        """The branch that the commits are on, or are to be on."""
        planned = self.base_branch if self.settings.on_base_branch else self.settings.branch
        return self.branch or planned

    @property
    def is_on_base(self) -> bool:
        return self.target == self.base_branch

    @contextmanager
    def checkout(self, refresh: bool = False) -> Iterator[Checkout]:
        """The repository made ready on this machine. Raises GitError."""
        settings = self.settings
        date = f"@{settings.started} +0000"
        environment = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        git = Git(Path.cwd(), time.monotonic() + settings.timeout, environment)
        # Later phases stay with the branch that was planned for, whatever HEAD is on by now.
        repository = replace(self.repository, base=self.repository.base or self.base_branch)
        is_look = self.phase in (Phase.PLAN, Phase.VALIDATE)
        with check_out(repository, Path(settings.scratch), git, refresh, is_look) as checkout:
            yield checkout


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job came to."""

    repository: Repository
    step: Step
    base: str = ""
    base_branch: str = ""
    branch: str = ""
    digest: str = ""
    commits: tuple[Commit, ...] = ()
    bundle: bytes = b""
    found: tuple[Found, ...] = ()
    fixed: tuple[Found, ...] = ()
    errors: tuple[FileError, ...] = ()
    diffs: tuple[Diff, ...] = ()
    plans: tuple[ModulePlan, ...] = ()


Parts = dict[str, Any]
"""The fields of an outcome that a phase has something to say of, and ``reason``."""

_PHASES = {
    Phase.PLAN: ("planning", "plan"),
    Phase.APPLY: ("applying", "apply"),
    Phase.VALIDATE: ("validating", "validate"),
    Phase.PUSH: ("publishing", "push"),
    Phase.UNDO: ("publishing", "undo"),
}
"""The module and the function that does a phase."""


def perform(job: Job) -> Outcome:
    """Does a job. Never raises: what went wrong is the outcome."""
    started = time.time()

    def outcome(state: State, reason: str = "", parts: Parts | None = None) -> Outcome:
        step = Step(job.phase, state, reason, started, time.time() - started)
        return Outcome(job.repository, step, **(parts or {}))

    try:
        if job.settings.version != __version__:
            told = f"the worker has tffix {__version__}, this campaign is driven by {job.settings.version}"
            return outcome(State.FAILED, told)
        state, parts = _function(job.phase)(job)
        reason = str(parts.pop("reason", ""))
        return outcome(state, reason, parts)
    except EmptyError as error:
        return outcome(State.NOTHING, str(error))
    except (Exception, SystemExit) as error:  # a script's transform may exit
        return outcome(State.FAILED, reason_of(error))


def _function(phase: Phase) -> Callable[[Job], tuple[State, Parts]]:
    module, name = _PHASES[phase]
    function: Callable[[Job], tuple[State, Parts]] = getattr(import_module(f".{module}", __package__), name)
    return function


def reason_of(error: BaseException) -> str:
    """Why a job failed, in one line, without what may be a secret in an address."""
    return redacted(_reason_of(error))


def _reason_of(error: BaseException) -> str:
    if isinstance(error, GitError | ValueError):
        return str(error).splitlines()[0] if str(error) else type(error).__name__
    if isinstance(error, MemoryError):
        return "took more memory than limits.memory allows"
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}"
    return f"internal error: {type(error).__name__}: {error}"


__all__ = ["CampaignSettings", "Job", "Outcome", "Parts", "perform", "reason_of"]
