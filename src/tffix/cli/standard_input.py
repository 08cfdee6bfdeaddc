"""check, diff and apply of a text on standard input, as a part of the module that --stdin-filename names."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

from ..engine.config import find_config
from ..engine.results import FileError, Result
from ..engine.runner import check, repair
from ..hcl import HclSyntaxError
from ..projection import read
from ..report import show_errors
from ..report.colour import Palette, is_wanted
from ..report.masking import masked
from ..report.shown import presentable
from ..report.text import findings, held
from ..streams import put_bytes, tell
from ..terraform.discovery import Listing, find_modules
from ..terraform.module import Module
from ..terraform.project import Project, program, read_modules
from ..terraform.repository import Repositories
from ..terraform.surroundings import called_from_outside
from .execute import ENDINGS, NAMES, exit_code, make_task, report, with_config
from .request import Output, Request, UserError

NAME = "stdin.tf"
_ELSEWHERE = "not on standard input"


def execute_standard_input(request: Request) -> int:
    """Does what is asked with the text and returns the exit code. apply prints the repaired text, and what
    else there is to tell on standard error."""
    if request.paths != ("-",) or request.interactive:
        raise UserError("standard input (-) goes with no other path and not with --interactive")
    path = os.path.normpath(request.stdin_filename or NAME)
    if not path.endswith(NAMES):
        raise UserError(f"--stdin-filename {path}: the name must end in {ENDINGS}")
    data = sys.stdin.buffer.read()
    directory = os.path.dirname(path) or "."
    task = with_config(make_task(request), request, request.config or find_config(directory))
    task.config.limit_files()
    try:
        file = read(data, path)
    except HclSyntaxError as error:
        result = Result(errors=[FileError(error.path, error.line, error.column, error.message)])
        return _report(request, result, data)
    project = _project(path, bool(request.stdin_filename))
    if file is not None and path.endswith(".py"):
        project.modules[path] = program(file)
    elif file is not None:
        module = project.modules.setdefault(directory, Module(directory, {}))
        module.files = dict(sorted({**module.files, os.path.basename(path): file}.items()))
    project.left_alone.pop(path, None)
    project.tie()
    policy = replace(task.policy(), unwritable=lambda one: "" if one == path else _ELSEWHERE)
    rules = task.transforms()
    result = repair(project, rules, policy) if task.repair else check(project, rules, policy)
    result.errors.clear()  # of the other files
    return _report(request, result, data)


def _project(path: str, has_name: bool) -> Project:
    """The other files of the module that the text belongs to: known, but left alone."""
    directory = os.path.dirname(path) or "."
    if not has_name or not os.path.isdir(directory) or path.endswith(".py"):
        return Project(alone=True)
    found = {
        one: Listing((), (*listing.files, *listing.left_alone), listing.evidence)
        for one, listing in find_modules([path]).items()
    }
    project = read_modules(found, called_from_outside(found), repositories=Repositories((directory,)))
    project.left_alone = dict.fromkeys(project.left_alone, _ELSEWHERE)
    return project


def _report(request: Request, result: Result, data: bytes) -> int:
    if request.command != "apply" or request.output is not Output.TEXT:
        report(request, result)
        return exit_code(request, result)
    if request.show_secrets:
        result.show_secrets()
    if not request.quiet:
        palette = Palette(is_wanted(request.colour, sys.stderr))
        found = presentable(masked(result)).found
        for line in (findings(found, palette) + held(found, palette)).splitlines():
            tell(line)
    show_errors(result)
    if not result.errors:
        put_bytes(result.changes[0].new if result.changes else data)
    return exit_code(request, result)
