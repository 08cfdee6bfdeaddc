"""Drives a campaign: chooses the repositories that a phase is still to be done to, hands them out, and
writes what they come to into the journal."""

from __future__ import annotations

import fnmatch
import hashlib
import json
import time
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass

from ..processes import ChildDiedError
from .campaign import Campaign
from .checkout import Repository
from .executors import Workers, died, took_too_long
from .jobs import CampaignSettings, Job, Outcome, reason_of
from .journal import Journal, Standing
from .records import Phase, State, Step

AHEAD = 4
"""Jobs handed out for every worker: enough to keep it busy, few enough to keep memory flat."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which repositories a run takes: those whose names match ``only``, at most ``limit``; those that failed
    only if ``retry_failed``; those that are done only if ``again``."""

    only: tuple[str, ...] = ()
    limit: int | None = None
    canary: int = 0
    retry_failed: bool = False
    again: bool = False

    def takes(self, name: str) -> bool:
        """Whether a repository of this name is among them."""
        return not self.only or any(fnmatch.fnmatchcase(name, pattern) for pattern in self.only)


class CanaryError(Exception):
    """Why a run ended after its first few repositories."""


class StaleError(Exception):
    """A plan that was made by other rules than the campaign has now."""


Told = Callable[[Outcome], None]
Starts = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Driver:
    """Runs phases of a campaign."""

    campaign: Campaign
    journal: Journal
    settings: CampaignSettings
    workers: Workers

    def run(self, phase: Phase, selection: Selection, starts: Starts, told: Told) -> None:
        """Does a phase for all repositories that wait for it. ``starts`` learns how many there are, ``told``
        of each outcome once it is in the journal. Raises CanaryError, StaleError."""
        waiting = self.waiting(phase, selection)
        starts(len(waiting))
        if selection.canary and len(waiting) > selection.canary:
            first, waiting = waiting[: selection.canary], waiting[selection.canary :]
            failed: list[str] = []

            def heard(outcome: Outcome) -> None:
                told(outcome)
                if outcome.step.state is State.FAILED:
                    failed.append(outcome.repository.name)

            self._run(phase, first, heard)
            if failed:
                told_of = f"{', '.join(failed)} failed"
                raise CanaryError(f"{told_of}; the other {len(waiting)} repositories were not started")
        self._run(phase, waiting, told)

    def waiting(self, phase: Phase, selection: Selection) -> list[Standing]:
        """The repositories that a phase is to be done to now, in the order of the campaign file."""
        found = []
        stale = 0
        for one in self.journal.repositories():
            is_stale = one.fingerprint != fingerprint(self.campaign, one.repository)
            # What the campaign names no more can still be taken back.
            is_meant = selection.takes(one.repository.name) and (one.is_present or phase is Phase.UNDO)
            if is_meant and _waits(phase, one.steps, selection, is_stale) and not self._is_barred(phase, one):
                found.append(one)
                stale += phase is Phase.APPLY and is_stale
        if stale:
            told = f"the rules, options or folders have changed since {stale} repositories were planned"
            raise StaleError(f"{told}: run 'tffix migrate plan' first")
        return found[: selection.limit]

    def _is_barred(self, phase: Phase, one: Standing) -> bool:
        return phase is Phase.PUSH and is_unproven(self.campaign, one)

    def _run(self, phase: Phase, repositories: list[Standing], told: Told) -> None:
        waiting = deque(repositories)
        running: dict[Future[Outcome], tuple[Job, float]] = {}
        while waiting or running:
            room = AHEAD * self.workers.number() - len(running)
            for _ in range(min(room, len(waiting))):
                job = self._job(phase, waiting.popleft())
                self.journal.begin(job.repository, phase, time.time())
                running[self.workers.submit(job)] = job, time.time()
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                job, started = running.pop(future)
                outcome = _outcome(future, job, started)
                told(self.journal.record(outcome, fingerprint(self.campaign, job.repository)))

    def _job(self, phase: Phase, one: Standing) -> Job:
        if phase is Phase.PLAN:
            return Job(phase, one.repository, self.settings)
        known = self.journal.planned(one.repository)
        return Job(phase, one.repository, self.settings, resumed=phase in one.steps, **known)


def fingerprint(campaign: Campaign, repository: Repository) -> str:
    """Differs if something else is to be done to a repository, so that a plan of it is no longer true."""
    told = [campaign.recipe.fingerprint, repository.folders, repository.base]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def is_unproven(campaign: Campaign, one: Standing) -> bool:
    """Whether validation keeps a repository from being pushed: it was found worse, or has yet to be done."""
    state = _state(one.steps, Phase.VALIDATE)
    is_wanted = campaign.validation or campaign.prove
    return state is State.FAILED or (is_wanted and state is not State.DONE)


def _waits(phase: Phase, steps: Mapping[Phase, Step], selection: Selection, is_stale: bool) -> bool:
    """Whether a phase is still to be done to a repository with these steps behind it."""
    state = _state(steps, phase)
    wants_all = selection.retry_failed or selection.again
    if phase is Phase.UNDO:
        # One that was cut off or has failed may have come as far as a branch.
        return _state(steps, Phase.APPLY) in (State.DONE, State.RUNNING, State.FAILED) and (
            state is not State.FAILED or wants_all
        )
    if phase is Phase.PLAN:
        return _waits_for_plan(steps, selection, is_stale)
    if state in (State.FAILED, State.HELD):
        return wants_all
    if state in (State.DONE, State.NOTHING):
        return False
    # What was running when a driver was killed is done again.
    return _state(steps, Phase.PLAN if phase is Phase.APPLY else Phase.APPLY) is State.DONE


def _waits_for_plan(steps: Mapping[Phase, Step], selection: Selection, is_stale: bool) -> bool:
    state, applied = _state(steps, Phase.PLAN), _state(steps, Phase.APPLY)
    if applied is State.DONE:
        return False  # what is committed is planned anew after an undo only
    if state in (None, State.RUNNING) or is_stale or selection.again:
        return True
    return selection.retry_failed and not {state, applied}.isdisjoint((State.FAILED, State.HELD))


def _state(steps: Mapping[Phase, Step], phase: Phase) -> State | None:
    return steps[phase].state if phase in steps else None


def _outcome(future: Future[Outcome], job: Job, started: float) -> Outcome:
    """What a future came to; the death of a process or worker, and a timeout, are outcomes too."""
    try:
        return future.result()
    except Exception as error:
        reason = _reason(error, job)
        step = Step(job.phase, State.FAILED, reason, started, time.time() - started)
        return Outcome(job.repository, step)


def _reason(error: Exception, job: Job) -> str:
    if isinstance(error, TimeoutError):
        return took_too_long(job)
    if isinstance(error, ChildDiedError):
        return died(error.code)
    if type(error).__name__ == "KilledWorker":
        return "the workers that had it died, one after the other"
    return reason_of(error)
