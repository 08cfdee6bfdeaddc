"""Finds the modules below a path that nobody calls: those to validate, as the others are read with them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from tffix.terraform import discovery
from tffix.terraform.project import Project, read_module
from tffix.terraform.roots import roots
from tffix.validate.errors import ValidateError
from tffix.validate.modules import of_program


def find_modules(
    paths: Iterable[Path],
    tofu: bool = False,
    excluded: Callable[[str], bool] = lambda _: False,
    errors: list[OSError] | None = None,
    notes: list[str] | None = None,
) -> list[Path]:
    """Module directories at and below these paths, in order: each path itself if it is one, and below it
    every module that is not called from another one by a local source. A file stands for its directory.
    What git ignores and what is ``excluded`` is left out, unless it is a path given and not excluded. What
    cannot be read is added to ``errors``, mistakes in patterns of .gitignore files to ``notes``."""
    found: dict[Path, None] = {}
    for given in paths:
        path = os.path.normpath(given)
        if not os.path.exists(path):
            raise ValidateError(f"no such file or directory: {given}")
        listings = discovery.find_modules([path], excluded, errors=errors, notes=notes)
        own = {
            directory: replace(of_program(listing, tofu), evidence=())
            for directory, listing in listings.items()
        }
        project = Project({d: read_module(d, one)[0] for d, one in own.items() if one.files}, alone=True)
        project.tie()
        to_validate = {module.path for module in roots(project)} | {path}
        found.update((Path(os.path.abspath(one)), None) for one in project.modules if one in to_validate)
    return list(found)
