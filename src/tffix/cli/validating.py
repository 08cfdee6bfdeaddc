"""Carries out `tffix validate`, and gives `apply --validate` the errors of a module to compare."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path

from ..engine.config import Config, read_config
from ..engine.guard import Errors
from ..engine.results import Found, Result
from ..engine.running import nothing_found, paths_by_config
from ..report import show, show_errors
from ..rules.transform import Impact
from ..urls import redacted
from ..user_error import UserError
from .options import Output

RULE = "terraform-validate"
"""What stands for a rule's name at what Terraform found."""


def run_validate(
    paths: Iterable[str], program: str | None, output: Output, colour: bool | None, quiet: bool
) -> int:
    """Validates the modules below the paths; 1 if one has an error."""
    from ..validate import Diagnostic, ValidateError, Validation, validate

    try:
        validations: list[Validation] = []
        notes: list[str] = []
        for name, below in paths_by_config(paths).items():
            config = read_config(name) if name is not None else Config()
            config.limit_files()
            validations += validate(
                map(Path, below), terraform=program, excluded=config.excludes, notes=notes
            )
    except (ValidateError, ImportError) as error:
        raise UserError(_told(error)) from error
    if not validations:
        raise UserError(nothing_found(tuple(paths), "*.tf, *.tofu, *.tf.json"))

    def found(one: Diagnostic) -> Found:
        message = f"{one.severity}: {one.summary}"
        if one.detail:
            message += f": {' '.join(one.detail.split())}"
        message = redacted(message)  # Terraform names sources of modules as they are written
        path = os.path.relpath(one.path)
        advice = one.note
        return Found(RULE, message, path, one.line, one.column, one.address, Impact.NONE, advice)

    result = Result(modules=len(validations))
    result.found = [found(one) for validation in validations for one in validation.diagnostics]
    result.notes = notes + [
        f"{os.path.relpath(validation.module)}: not checked: {skipped}"
        for validation in validations
        for skipped in validation.skipped
    ]
    result.notes += [
        f"{os.path.relpath(validation.module)}: {version.note}"
        for validation in validations
        for version in validation.provider_versions
        if version.note
    ]
    result.sort()
    if not quiet:
        show("validate", result, output, colour)
    show_errors(result)
    return int(any(validation.errors for validation in validations))


@contextmanager
def errors_of_modules(program: str | None = None) -> Iterator[Errors]:
    """What tells the errors of a root module, for the time of a run."""
    from ..validate import ValidateError, Validator
    from ..validate.comparing import error_texts

    try:
        validator = Validator(terraform=program)
    except (ValidateError, ImportError) as error:
        raise UserError(_told(error)) from error
    with validator:

        def errors(directory: str, contents: Mapping[str, bytes]) -> Set[str]:
            return error_texts(validator, directory, contents)

        yield errors


def _told(error: Exception) -> str:
    if isinstance(error, ImportError):
        return "validation needs grpcio: pip install 'tffix[validate]'"
    return str(error)
