"""The plan of one repository: what the campaign would change there. Nothing is written to it."""

from __future__ import annotations

from .checkout import EmptyError
from .jobs import CampaignSettings, Job, Parts
from .records import State
from .rewriting import Rewritten, rewrite


def plan(job: Job) -> tuple[State, Parts]:
    """Does the change in a copy of the files, and tells what it comes to."""
    with job.checkout(refresh=True) as checkout:
        branch, base = checkout.start()
        with checkout.files(base) as top:
            if not any((top / folder).is_dir() for folder in job.repository.folders):
                raise EmptyError(f"there is no folder {' or '.join(job.repository.folders)} in it")
            rewritten = rewrite(top, job.repository.folders, job.settings.recipe)
    parts = {"base": base, "base_branch": branch, **parts_of(rewritten)}
    too_much = exceeded(rewritten, job.settings)
    if too_much:
        return State.HELD, {**parts, "reason": too_much}
    return State.DONE if rewritten.contents else State.NOTHING, parts


def parts_of(rewritten: Rewritten) -> Parts:
    """What an outcome tells of a change."""
    return {
        "digest": rewritten.digest,
        "found": tuple(rewritten.found),
        "fixed": tuple(rewritten.fixed),
        "errors": tuple(rewritten.errors),
        "diffs": tuple(rewritten.diffs),
    }


def exceeded(rewritten: Rewritten, settings: CampaignSettings) -> str:
    """The limit of the campaign that a change goes beyond, or nothing."""
    count, most = len(rewritten.contents), settings.max_changes
    return f"{count} files would change, and limits.max-changes is {most}" if most and count > most else ""
