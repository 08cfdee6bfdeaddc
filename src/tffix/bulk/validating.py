"""Validates what a campaign has changed in a repository, before and after, by Terraform, offline."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..terraform.components import components
from ..terraform.discovery import find_modules
from ..terraform.project import read_modules
from ..terraform.roots import roots
from .jobs import Job, Parts
from .proving import objection, prove
from .records import State


def validate(job: Job) -> tuple[State, Parts]:
    """Validates what was committed. Raises ValueError if a module that was valid is so no more."""
    tip = job.commits[-1].id
    with job.checkout() as checkout:
        checkout.restore(job.base, tip, job.bundle)
        names = checkout.git.run("diff-tree", "-r", "--name-only", "--no-renames", "-z", job.base, tip)
        paths = [os.fsdecode(name) for name in names.split(b"\0") if name]
        with checkout.files(job.base) as old, checkout.files(tip) as new:
            changed = _roots(new, job.repository.folders, {os.path.dirname(path) for path in paths})
            compared = _compare(old, new, changed, job.settings.terraform)
            if compared.broken:
                more = f" (and {len(compared.broken) - 1} more)" if len(compared.broken) > 1 else ""
                raise ValueError(f"validates worse than before: {compared.broken[0]}{more}")
            plans = prove(old, new, changed, job) if job.settings.prove else ()
    if reason := objection(plans):
        return State.FAILED, {"reason": reason, "plans": plans}
    others = ", ".join(compared.others)
    reason = f"invalid before, and now with other errors: {others}" if others else ""
    return State.DONE, {"reason": reason, "plans": plans}


@dataclass(slots=True)
class _Compared:
    """The errors that have come to root modules which had none, and the modules that had errors and have
    others now: what is wrong with those may have been hidden by what was repaired."""

    broken: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def _compare(old: Path, new: Path, changed_roots: Sequence[str], terraform: str) -> _Compared:
    """Compares root modules. Raises ValueError if nothing can be validated here."""
    try:
        from ..validate import ValidateError, Validator
        from ..validate.comparing import error_texts
    except ImportError as error:
        raise ValueError("validation needs grpcio: pip install 'tffix[validate]'") from error
    compared = _Compared()
    if not changed_roots:
        return compared
    try:
        with Validator(terraform=terraform or None) as validator:
            for root in changed_roots:
                errors = error_texts(validator, str(new / root))
                # Only few modules have errors at all; the others need nothing to compare with.
                before = error_texts(validator, str(old / root)) if errors and (old / root).is_dir() else ()
                fresh = sorted(errors.difference(before))
                if fresh and before:
                    compared.others.append(root)
                elif fresh:
                    compared.broken += (one if root == "." else f"{root}: {one}" for one in fresh)
    except (ValidateError, ImportError) as error:
        raise ValueError(str(error)) from error
    return compared


def _roots(top: Path, folders: Sequence[str], changed: set[str]) -> list[str]:
    """The directories of root modules that changed directories, or what they call, belong to, relative to
    the top."""
    found = find_modules([str(top / folder) for folder in folders if (top / folder).is_dir()])
    touched = {os.path.normpath(top / directory) for directory in changed}
    found_roots = []
    for component in components(found):
        if touched.isdisjoint(map(os.path.normpath, component)):
            continue
        found_roots += [os.path.relpath(one.path, top) for one in roots(read_modules(component))]
    return found_roots
