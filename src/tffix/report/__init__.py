"""Reports of a run, for people and for machines."""

from __future__ import annotations

import sys

from ..rules.results import Result


def show(command: str, result: Result, form: str, colour: bool | None) -> None:
    """Prints what a command came to on standard output: text, json, sarif or github."""
    if form == "json":
        from .document import document

        print(document(command, result))
    elif form == "sarif":
        from .sarif import log

        print(log(result))
    elif form == "github":
        from .github import workflow_commands

        print(workflow_commands(result), end="")
    else:
        from .text import text

        print(text(command, result, colour), end="")


def show_errors(result: Result) -> None:
    """Prints what could not be done on standard error, a line each."""
    for error in result.errors:
        print(error, file=sys.stderr)
    for note in result.notes:
        print(f"note: {note}", file=sys.stderr)
    for defect in result.defects:
        print(f"{defect.path}: defect of the rule {defect.rule}: {defect.message}", file=sys.stderr)
