"""What a run came to, for the user: the report, and the exit code."""

from __future__ import annotations

from ..engine.results import Result
from ..report import show, show_errors, tell_of_masks
from ..report.shown import shown
from ..streams import OutputError, tell
from .request import Request


def report(request: Request, result: Result) -> None:
    """Prints what a run came to. Raises OutputError; what was written is told nonetheless."""
    if request.show_secrets:
        result.show_secrets()
    try:
        if not request.quiet:
            show(request.command, result, request.output, request.color)
    except OutputError:
        if request.command == "apply" and result.changes:
            tell(f"written: {', '.join(shown(change.path) for change in result.changes)}")
        raise
    finally:
        show_errors(result)
    if request.command == "diff" and not request.quiet:
        tell_of_masks(result)


def exit_code(request: Request, result: Result) -> int:
    """0: nothing is left to do; 1: something is; 2: something could not be done."""
    if result.errors or result.defects:
        return 2
    is_held = any(one.is_held for one in result.found)
    return int(bool(result.changes) or is_held if request.command == "diff" else bool(result.found))
