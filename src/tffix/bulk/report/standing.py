"""How a repository of a campaign stands, in one word, and what its reports must not tell."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import UTC, datetime

from ...urls import redacted
from ..records import Phase, Record, State, Step


class Standing(enum.StrEnum):
    """What has become of a repository, in the order in which reports list it: who needs help comes first."""

    FAILED = "failed"
    HELD = "held back"
    INTERRUPTED = "interrupted"
    INVALID = "still invalid"
    WAITING = "waiting"
    PLANNED = "planned"
    APPLIED = "applied"
    VALIDATED = "validated"
    PUSHED = "pushed"
    UNDONE = "undone"
    NOTHING = "nothing to do"

    @property
    def key(self) -> str:
        """The word as names of classes and anchors take it."""
        return self.name.lower()


MEANINGS = {
    Standing.FAILED: "A phase failed, for the reason shown. The other repositories went on.",
    Standing.HELD: "A limit of the campaign keeps the changes back; the reason names it.",
    Standing.INTERRUPTED: "A phase was running when this was written; the next run does it again.",
    Standing.INVALID: "The changes are committed. A module was invalid before and has other errors now.",
    Standing.WAITING: "Not looked at yet.",
    Standing.PLANNED: "There are changes to make; nothing is written yet.",
    Standing.APPLIED: "The changes are committed on the campaign's branch.",
    Standing.VALIDATED: "The changes are committed. No module has an error that it did not have.",
    Standing.PUSHED: "The campaign's branch was pushed.",
    Standing.UNDONE: "The changes were taken back.",
    Standing.NOTHING: "Nothing to change.",
}

_DONE = {
    Phase.PLAN: Standing.PLANNED,
    Phase.APPLY: Standing.APPLIED,
    Phase.VALIDATE: Standing.VALIDATED,
    Phase.PUSH: Standing.PUSHED,
    Phase.UNDO: Standing.UNDONE,
}
_OTHER = {
    State.RUNNING: Standing.INTERRUPTED,
    State.NOTHING: Standing.NOTHING,
    State.HELD: Standing.HELD,
    State.FAILED: Standing.FAILED,
}
_MAKES = (Phase.PLAN, Phase.APPLY)


def standing(record: Record) -> Standing:
    """How a repository stands. A later phase that had nothing to do leaves what the earlier ones made."""
    return _standing(record.steps)


def urgency(steps: Mapping[Phase, Step]) -> int:
    """Where reports list a repository with these steps: who needs help comes first."""
    return list(Standing).index(_standing(steps))


def _standing(steps: Mapping[Phase, Step]) -> Standing:
    for phase in reversed(Phase):
        step = steps.get(phase)
        if step is None or (step.state is State.NOTHING and phase not in _MAKES):
            continue
        if phase is Phase.VALIDATE and step.state is State.DONE and step.reason:
            return Standing.INVALID  # the reason names the modules
        return _DONE[phase] if step.state is State.DONE else _OTHER[step.state]
    return Standing.WAITING


def reason(record: Record) -> str:
    """Why the latest phase failed or was held back, with the name of the phase."""
    last = record.last
    return f"{last.phase}: {redacted(last.reason)}" if last and last.reason else ""


def moment(seconds: float) -> str:
    """A time to the minute, as people read it, or nothing where it is not known."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M} UTC" if seconds else ""


def timestamp(seconds: float) -> str | None:
    """A time as ISO 8601 writes it."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}" if seconds else None
