"""Proves what a campaign has changed in a repository: by plans against the simulated deployment before it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..urls import redacted
from .jobs import Job
from .records import ModulePlan

if TYPE_CHECKING:
    from ..plan import Planner
    from ..plan.proving import Announcement


def prove(old: Path, new: Path, roots: Sequence[str], job: Job) -> tuple[ModulePlan, ...]:
    """The plans of root modules against what they were. Raises ValueError if nothing can be planned here."""
    try:
        from ..plan import Planner
        from ..plan.proving import Announcement
        from ..validate import ValidateError
    except ImportError as error:
        raise ValueError("planning needs grpcio: pip install 'tffix[validate]'") from error
    fixes = [
        Announcement(Path(os.path.normpath(new / os.path.dirname(one.path))), one.address, one.impact.value)
        for one in job.fixed
    ]
    try:
        with Planner(terraform=job.settings.terraform or None) as planner:
            were_there = [root for root in roots if (old / root).is_dir()]
            return tuple(_plan(planner, old, new, root, fixes) for root in were_there)
    except (ValidateError, ImportError) as error:
        raise ValueError(str(error)) from error


def _plan(planner: Planner, old: Path, new: Path, root: str, fixes: Sequence[Announcement]) -> ModulePlan:
    from ..plan import NotPlanned, Tree, summary
    from ..plan.proving import beyond_usual, unannounced

    try:
        with planner.deployed(Tree(old / root, place=new / root)) as deployment:
            plan = deployment.plan(Tree(new / root))
            strange = beyond_usual(deployment, unannounced(plan, fixes))
    except NotPlanned as error:
        return ModulePlan(root, not_proved=" ".join(redacted(str(error)).split()))
    return ModulePlan(root, summary(plan), tuple(map(str, strange)))


def objection(plans: Sequence[ModulePlan]) -> str:
    """Why a repository is not proved by the plans of its modules; empty if it is."""
    for one in plans:
        if one.not_proved:
            return f"cannot be proved: {one.module}: {one.not_proved}"
        if one.unannounced:
            return f"{one.module}: the plan does what no fix announces: {one.unannounced[0]}"
    return ""
