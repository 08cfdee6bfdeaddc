"""The law of golden cases that takes Terraform: a result has no validation error that its input has not."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..scratch import scratch
from ..terraform.project import read_project
from ..terraform.roots import roots
from .golden import Case, files_below, write_result
from .golden_laws import Failure
from .guard import Errors

LAW = "no worse by Terraform"


def is_to_validate(case: Case, after: Mapping[str, bytes]) -> bool:
    """Whether a case is held to this law: something changes, and it does not say why it is left out."""
    return not case.validation and files_below(case.input) != dict(after)


def validate_cases(
    results: Sequence[tuple[Case, Mapping[str, bytes]]], errors: Errors, jobs: int | None = None
) -> Iterator[Failure]:
    """The cases whose results validate worse than their inputs, in order; several are run at once."""
    with ThreadPoolExecutor(jobs or min(4, os.cpu_count() or 1)) as pool:
        try:
            for found in pool.map(lambda one: _worse(one[0], one[1], errors), results):
                yield from found
        except BaseException:
            # Who stops here does not wait for all the cases that are left.
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _worse(case: Case, after: Mapping[str, bytes], errors: Errors) -> list[Failure]:
    """Compares as `apply --validate` does, on a copy: the result is nowhere, and no repository around it is
    to play a part."""
    with scratch() as folder:
        new, old = folder / "result", folder / "input"
        write_result(case, after, new)
        write_result(case, files_below(case.input), old)
        brought: list[str] = []
        for root in roots_below(new):
            found = errors(str(new / root), {})
            # Only few results have errors at all; the others need no input to compare with.
            if found and (old / root).is_dir():
                found = found - errors(str(old / root), {})
            brought += (message if root == "." else f"{root}: {message}" for message in sorted(found))
    return [Failure(case.name, LAW, "\n".join(brought))] if brought else []


def roots_below(folder: Path) -> list[str]:
    """The directories of modules that no other one below the folder calls."""
    project = read_project([str(folder)], alone=True)
    return [os.path.relpath(one.path, folder) for one in roots(project)]
