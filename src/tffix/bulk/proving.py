"""Proves what a campaign has changed in a repository: by plans against the simulated deployment before it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from .jobs import Job


def prove(old: Path, new: Path, roots: Sequence[str], job: Job) -> None:
    """Plans root modules against what they were. Raises ValueError if one cannot be planned, or does what no
    fix announces."""
    from ..plan import NotPlanned, Planner, Tree
    from ..plan.proving import Announcement, beyond_usual, unannounced
    from ..validate import ValidateError

    fixes = [
        Announcement(Path(os.path.normpath(new / os.path.dirname(one.path))), one.address, one.impact.value)
        for one in job.fixed
    ]
    root = ""
    try:
        with Planner(terraform=job.settings.terraform or None) as planner:
            for root in roots:
                if not (old / root).is_dir():
                    continue
                with planner.deployed(Tree(old / root)) as deployment:
                    plan = deployment.plan(Tree(new / root))
                    ours = beyond_usual(deployment, unannounced(plan, fixes))
                if ours:
                    raise ValueError(f"{root}: the plan does what no fix announces: {ours[0]}")
    except (NotPlanned, ValidateError) as error:
        raise ValueError(f"cannot be proved: {root}: {error}") from error
    except ImportError as error:
        raise ValueError("planning needs grpcio: pip install 'tffix[validate]'") from error
