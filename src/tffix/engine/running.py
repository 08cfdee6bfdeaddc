"""Checks and repairs what lies below paths: the functions that the command, campaigns and editors call."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..rules.codemod import codemods
from ..terraform.components import components
from ..terraform.discovery import CONFIGURATION, Listing, find_modules
from ..terraform.project import Project, read_project
from ..terraform.repository import Repositories
from ..terraform.surroundings import called_from_outside
from ..user_error import UserError
from .config import find_config
from .guard import Errors
from .leftovers import remove_leftovers
from .places import file_error
from .proof import Prove
from .results import Result
from .runner import Decide
from .settings import Settings
from .work import Task, run_all

if TYPE_CHECKING:
    from .writing import Writer

NAMES = (*CONFIGURATION, ".py")
ENDINGS = ".tf, .tofu, .tf.json, .tofu.json or .py"
"""How the names of files that can be asked for end."""
DEFAULT = Settings()

Progress = Callable[[int, int], None]
"""Told how many files of how many are done."""


def read(paths: Iterable[str]) -> Project:
    """The modules below some paths, tied to one another; ``errors`` has the files that cannot be read."""
    return read_project(paths)


def check(
    paths: Iterable[str], settings: Settings = DEFAULT, progress: Progress = lambda done, size: None
) -> Result:
    """The findings below some paths; nothing is changed. Raises UserError, ConfigError, UnknownRuleError."""
    return _run(tuple(paths), settings, _Mode(repair=False, progress=progress))


def repair(
    paths: Iterable[str],
    settings: Settings = DEFAULT,
    *,
    write: bool = False,
    decide: Decide | None = None,
    guard: AbstractContextManager[Errors] | None = None,
    prover: AbstractContextManager[Prove] | None = None,
    progress: Progress = lambda done, size: None,
) -> Result:
    """What the fixes change below some paths, and what is left; the changes are written if that is asked for.

    ``decide`` is asked before each fix. ``guard`` gives, for the time of the run, what tells the errors of a
    module: then nothing is changed that makes one less valid. ``prover`` gives what plans it: then nothing is
    changed that does to what is deployed what no fix announces. Raises UserError, ConfigError and
    UnknownRuleError.
    """
    return _run(tuple(paths), settings, _Mode(True, write, decide, guard, prover, progress))


@dataclass(frozen=True, slots=True)
class _Mode:
    """How a run goes about it: see `check` and `repair`."""

    repair: bool
    write: bool = False
    decide: Decide | None = None
    guard: AbstractContextManager[Errors] | None = None
    prover: AbstractContextManager[Prove] | None = None
    progress: Progress = lambda done, size: None


def _run(paths: tuple[str, ...], settings: Settings, mode: _Mode) -> Result:
    for path in paths:
        _check_path(path)
    writer = None
    if mode.write:
        from .writing import Writer  # only for what writes

        writer = Writer.below(paths)
    result = Result()
    for config, below in paths_by_config(paths, settings.config).items():
        task = replace(settings.task(mode.repair, config), writer=writer)
        _run_below(task, below, settings, mode, result)
    if not result.files and not result.errors:
        raise UserError(nothing_found(paths))
    if writer is not None:
        _write(result, writer)
    result.sort()
    return result


def _check_path(path: str) -> None:
    if not os.path.lexists(path):
        raise UserError(f"{path}: no such file or directory")
    if not os.path.isdir(path) and not path.endswith(NAMES):
        raise UserError(f"{path}: not a Terraform file: its name does not end in {ENDINGS}")


def paths_by_config(paths: Iterable[str], config: str | None = None) -> dict[str | None, list[str]]:
    """The paths by the tffix.toml that counts for them: the one given, else the nearest."""
    found: dict[str | None, list[str]] = {}
    for path in paths:
        directory = path if os.path.isdir(path) else os.path.dirname(path) or "."
        found.setdefault(config or find_config(directory), []).append(path)
    return found


def _run_below(task: Task, paths: list[str], settings: Settings, mode: _Mode, result: Result) -> None:
    task.config.limit_files()
    transforms = task.transforms()
    rewriting = codemods(transforms)
    if not rewriting or len(rewriting) < len(transforms):
        _run_rules(task, paths, settings, mode, result)
    if rewriting:
        from .rewriting import rewrite_below

        rewrite_below(rewriting, paths, task.config.excludes, task.policy(), task.repair, result, mode.decide)


def _run_rules(task: Task, paths: list[str], settings: Settings, mode: _Mode, result: Result) -> None:
    errors: list[OSError] = []
    found = find_modules(paths, task.config.excludes, errors=errors, notes=result.notes)
    result.errors += map(file_error, errors)
    if task.writer is not None:
        remove_leftovers(found)
    task = replace(task, outside=called_from_outside(found), repositories=Repositories(paths))
    if mode.guard is None and mode.prover is None and mode.decide is None:
        result.merge(run_all(task, found, settings.jobs, mode.progress))
    else:
        for one in _one_by_one(task, found, mode):
            result.merge(one)


def _one_by_one(task: Task, found: Mapping[str, Listing], mode: _Mode) -> Iterator[Result]:
    """The outcome of each component, where each is guarded or asked about."""
    with mode.guard or nullcontext() as errors_of, mode.prover or nullcontext() as prove:
        for component in components(found):
            if errors_of is not None or prove is not None:
                yield task.run_guarded(component, errors_of, mode.decide, prove)
            else:
                yield task.run(component, mode.decide)


def nothing_found(
    paths: tuple[str, ...], kinds: str = "*.tf, *.tofu, *.tf.json, CDK for Terraform in *.py"
) -> str:
    """Why nothing was found below some paths, among files of these kinds."""
    where = ", ".join(paths)
    if any(find_modules([path], use_gitignore=False) for path in paths):
        return f"{where}: all Terraform files there are excluded by tffix.toml or ignored by git"
    return f"{where}: no Terraform files ({kinds}) there"


def _write(result: Result, writer: Writer) -> None:
    """Writes the changes of a result, and corrects it by what could not be written."""
    written = writer.write(result.changes)
    if written.errors:
        result.errors += written.errors
        left = {os.path.dirname(error.path) for error in written.errors}
        for fixed in [one for one in result.fixed if os.path.dirname(one.path) in left]:
            result.fixed.remove(fixed)
            result.found.append(replace(fixed, fixable=False, reason="its file could not be written"))
    result.notes += written.notes
    result.changes = written.done


__all__ = ["DEFAULT", "ENDINGS", "NAMES", "check", "nothing_found", "paths_by_config", "read", "repair"]
