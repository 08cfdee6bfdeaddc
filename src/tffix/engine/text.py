"""Checks and repairs a text that stands for a file: what is piped in, or what an editor has."""

from __future__ import annotations

import os
from dataclasses import replace

from ..hcl import HclSyntaxError
from ..projection import read
from ..terraform.discovery import Listing, find_modules
from ..terraform.module import Module
from ..terraform.project import Project, program, read_modules
from ..terraform.repository import Repositories
from ..terraform.surroundings import called_from_outside
from . import runner
from .config import find_config
from .results import FileError, Result
from .settings import Settings

ELSEWHERE = "not on standard input"
"""Why the other files of a module are left alone."""


def check_text(data: bytes, path: str, settings: Settings, alone: bool = False) -> Result:
    """The findings in a text that stands for the file at a path. ``alone``: as if there were no other files
    beside it. Raises ConfigError and UnknownRuleError."""
    return _run(data, path, settings, alone, False)


def repair_text(data: bytes, path: str, settings: Settings, alone: bool = False) -> Result:
    """What the fixes change in such a text; those that would change other files are refused."""
    return _run(data, path, settings, alone, True)


def _run(data: bytes, path: str, settings: Settings, alone: bool, repair: bool) -> Result:
    directory = os.path.dirname(path) or "."
    task = settings.task(repair, settings.config or find_config(directory))
    task.config.limit_files()
    try:
        file = read(data, path)
    except HclSyntaxError as error:
        return Result(errors=[FileError(error.path, error.line, error.column, error.message)])
    project = Project(alone=True) if alone else _project(path)
    if file is not None and path.endswith(".py"):
        project.modules[path] = program(file)
    elif file is not None:
        module = project.modules.setdefault(directory, Module(directory, {}))
        module.files = dict(sorted({**module.files, os.path.basename(path): file}.items()))
    project.left_alone.pop(path, None)
    project.tie()
    policy = replace(task.policy(), unwritable=lambda one: "" if one == path else ELSEWHERE)
    run = runner.repair if repair else runner.check
    result = run(project, task.transforms(), policy)
    result.errors.clear()  # of the other files
    return result


def _project(path: str) -> Project:
    """The other files of the module that a text belongs to: known, but left alone."""
    directory = os.path.dirname(path) or "."
    if not os.path.isdir(directory) or path.endswith(".py"):
        return Project(alone=True)
    found = {
        one: Listing((), (*listing.files, *listing.left_alone), listing.evidence)
        for one, listing in find_modules([path]).items()
    }
    project = read_modules(found, called_from_outside(found), repositories=Repositories((directory,)))
    project.left_alone = dict.fromkeys(project.left_alone, ELSEWHERE)
    return project


__all__ = ["ELSEWHERE", "check_text", "repair_text"]
