"""Carries out check, diff and apply: finds the files, runs the rules, writes, reports."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.config import Config, find_config, read_config
from ..engine.leftovers import remove_leftovers
from ..engine.places import file_error
from ..engine.results import Result
from ..engine.runner import Decide
from ..engine.writing import Writer
from ..report import show, show_errors, tell_of_masks
from ..report.shown import shown
from ..rules.codemod import codemods
from ..rules.registry import NOTHING, in_profile
from ..streams import OutputError, tell
from ..terraform.components import components
from ..terraform.discovery import CONFIGURATION, find_modules
from ..terraform.repository import Repositories
from ..terraform.state import deployed_addresses
from ..terraform.surroundings import called_from_outside
from .interactive import Questions
from .progress import Progress
from .request import Request, UserError
from .validating import errors_of_modules
from .work import Task, run_all

if TYPE_CHECKING:
    from ..rules.script import Script

NAMES = (*CONFIGURATION, ".py")
ENDINGS = ".tf, .tofu, .tf.json, .tofu.json or .py"
"""How the names of files that can be asked for end."""


def execute(request: Request) -> int:
    """Does what is asked and returns the exit code. Raises UserError, ConfigError and UnknownRuleError."""
    if request.script is not None and request.select is None:
        named = tuple(request.script.transforms)
        request = replace(request, select=_scripted(request, request.script), named=named)
    if "-" in request.paths:
        from .standard_input import execute_standard_input

        return execute_standard_input(request)
    for path in request.paths:
        _check_path(path)
    writer = Writer.below(request.paths)
    task = replace(make_task(request), writer=writer if request.command == "apply" else None)
    result = Result()
    progress = Progress(not request.quiet and not request.interactive)
    try:
        for config, paths in _configs(request).items():
            _run(request, with_config(task, request, config), paths, result, progress)
    finally:
        progress.end()
    if not result.files and not result.errors:
        raise UserError(_nothing_found(request.paths))
    if request.command == "apply":
        write(result, writer)
    result.sort()
    report(request, result)
    return exit_code(request, result)


def report(request: Request, result: Result) -> None:
    """Prints what a run came to. Raises OutputError; what was written is told nonetheless."""
    if request.show_secrets:
        result.show_secrets()
    try:
        if not request.quiet:
            show(request.command, result, request.output, request.colour)
    except OutputError:
        if request.command == "apply" and result.changes:
            tell(f"written: {', '.join(shown(change.path) for change in result.changes)}")
        raise
    finally:
        show_errors(result)
    if request.command == "diff" and not request.quiet:
        tell_of_masks(result)


def _scripted(request: Request, script: Script) -> tuple[str, ...]:
    """What runs where a script is given and no rule is selected: its own, and those of a profile."""
    profile = in_profile(request.profile) if request.profile is not None else ()
    return (*profile, *script.transforms)


def _check_path(path: str) -> None:
    if not os.path.lexists(path):
        raise UserError(f"{path}: no such file or directory")
    if not os.path.isdir(path) and not path.endswith(NAMES):
        raise UserError(f"{path}: not a Terraform file: its name does not end in {ENDINGS}")


def make_task(request: Request) -> Task:
    """The task of a request, not yet with a tffix.toml."""
    given = [deployed_addresses(Path(path)) for path in request.evidence]
    return Task(
        request.command != "check",
        _rules(request, Config()),
        request.ignore,
        allow_replace=request.allow_replace,
        deployed=frozenset().union(*given) if given else None,
        named=_named(request, Config()),
        script=request.script,
    )


def with_config(task: Task, request: Request, path: str | None) -> Task:
    """A task with the settings of a tffix.toml. Options of the command win."""
    if path is not None:
        config = read_config(path, task.script.transforms if task.script is not None else NOTHING)
        task = replace(
            task,
            rules=_rules(request, config),
            named=_named(request, config),
            ignore=(*request.ignore, *(config.ignore if request.select is None else ())),
            config=config,
            allow_replace=request.allow_replace or config.allow_replace,
        )
    task.transforms()  # tells of unknown rules before anything is done
    return task


def _rules(request: Request, config: Config) -> tuple[str, ...] | None:
    """The names of the rules to run: those that the command selects, by name or profile, else tffix.toml."""
    if request.select is not None:
        return request.select
    if request.profile is not None:
        return in_profile(request.profile)
    if config.select is not None or config.profile is None:
        return config.select
    return in_profile(config.profile)


def _named(request: Request, config: Config) -> frozenset[str]:
    """The rules that the user has named, not by a profile."""
    if request.select is not None:
        return frozenset(request.select if request.named is None else request.named)
    return frozenset(config.select or ()) if request.profile is None else frozenset()


def _configs(request: Request) -> dict[str | None, list[str]]:
    """The paths by the tffix.toml that holds for them."""
    found: dict[str | None, list[str]] = {}
    for path in request.paths:
        directory = path if os.path.isdir(path) else os.path.dirname(path) or "."
        found.setdefault(request.config or find_config(directory), []).append(path)
    return found


def _run(request: Request, task: Task, paths: list[str], result: Result, progress: Progress) -> None:
    task.config.limit_files()
    decide = Questions(request.colour, request.show_secrets).ask if request.interactive else None
    transforms = task.transforms()
    rewriting = codemods(transforms)
    if not rewriting or len(rewriting) < len(transforms):
        _run_rules(request, task, paths, result, progress, decide)
    if rewriting:
        from ..engine.rewriting import rewrite_below

        rewrite_below(rewriting, paths, task.config.excludes, task.policy(), task.repair, result, decide)


def _run_rules(
    request: Request,
    task: Task,
    paths: list[str],
    result: Result,
    progress: Progress,
    decide: Decide | None,
) -> None:
    errors: list[OSError] = []
    found = find_modules(paths, task.config.excludes, errors=errors, notes=result.notes)
    result.errors += map(file_error, errors)
    if task.writer is not None:
        remove_leftovers(found)
    task = replace(task, outside=called_from_outside(found), repositories=Repositories(paths))
    if request.validate:
        with errors_of_modules() as errors_of:
            for component in components(found):
                result.merge(task.run_guarded(component, errors_of, decide))
        return
    if decide is not None:
        for component in components(found):
            result.merge(task.run(component, decide))
        return
    result.merge(run_all(task, found, request.jobs, progress))


def _nothing_found(paths: tuple[str, ...]) -> str:
    where = ", ".join(paths)
    if any(find_modules([path], use_gitignore=False) for path in paths):
        return f"{where}: all Terraform files there are excluded by tffix.toml or ignored by git"
    return f"{where}: no Terraform files (*.tf, *.tofu, *.tf.json, CDK for Terraform in *.py) there"


def write(result: Result, writer: Writer) -> None:
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


def exit_code(request: Request, result: Result) -> int:
    """0: nothing is left to do; 1: something is; 2: something could not be done."""
    if result.errors or result.defects:
        return 2
    is_held = any(one.is_held for one in result.found)
    return int(bool(result.changes) or is_held if request.command == "diff" else bool(result.found))
