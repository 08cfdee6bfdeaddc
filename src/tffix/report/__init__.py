"""Reports of a run, for people and for machines."""

from __future__ import annotations

import sys

from ..engine.results import FileError, Result
from ..streams import put, put_bytes, tell
from .colour import is_wanted
from .masking import masked
from .shown import presentable

_SHOWN = 3
"""So many files are named that have the same error."""


def show(command: str, result: Result, form: str, colour: bool | None) -> None:
    """Prints what a command came to on standard output: text, json, sarif or github. Secrets are masked.
    Raises OutputError."""
    result = masked(result)
    if form == "json":
        from .document import document

        put(f"{document(command, result)}\n")
    elif form == "sarif":
        from .sarif import log

        put(f"{log(result)}\n")
    elif form == "github":
        from .github import workflow_commands

        put(workflow_commands(result))
    elif command == "diff" and not sys.stdout.isatty() and not is_wanted(colour):
        from .difference import patches
        from .text import heading, plans

        text = heading(result) + patches(result.changes) + plans(result, "# ")
        put_bytes(text.encode("utf-8", "surrogateescape"))
    else:
        from .text import text as report

        put(report(command, result, colour))


def show_failure(command: str, message: str, form: str) -> None:
    """Prints what stopped a command, in the form of its report where a program reads that."""
    if form != "text":
        show(command, Result(errors=[FileError("", 0, 0, message)]), form, None)


def show_errors(result: Result) -> None:
    """Prints what could not be done on standard error, a line each; many files that cannot be read for the
    same reason share one."""
    result = presentable(masked(result))
    alike: dict[tuple[str, int], list[FileError]] = {}
    for number, error in enumerate(result.errors):
        alike.setdefault((error.message, -1 if not error.line else number), []).append(error)
    for errors in alike.values():
        if len(errors) <= _SHOWN:
            for error in errors:
                tell(str(error))
        else:
            paths = ", ".join(error.path for error in errors[:_SHOWN])
            more = f"{len(errors) - _SHOWN} more (--output json lists them)"
            tell(f"{paths} and {more}: {errors[0].message}")
    for note in result.notes:
        tell(f"note: {note}")
    for defect in result.defects:
        tell(f"{defect.path}: defect of the rule {defect.rule}: {defect.message}")


def tell_of_masks(result: Result) -> None:
    """Says on standard error that diffs cannot be applied, where secrets are masked in them."""
    from .difference import is_masked

    if any(map(is_masked, result.changes)):
        tell("note: secrets are masked in this diff, so that it cannot be applied; --show-secrets shows them")
