"""Carries out check, diff and apply: runs the rules, reports, and tells what is left by the exit code."""

from __future__ import annotations

from ..engine.results import Result
from ..engine.running import check, repair
from ..report import show, show_errors, tell_of_masks
from ..report.shown import shown
from ..streams import OutputError, tell
from .interactive import Questions
from .progress import Progress
from .request import Request
from .validating import errors_of_modules


def execute(request: Request) -> int:
    """Does what is asked and returns the exit code. Raises UserError, ConfigError and UnknownRuleError."""
    if "-" in request.paths:
        from .standard_input import execute_standard_input

        return execute_standard_input(request)
    result = _run(request)
    report(request, result)
    return exit_code(request, result)


def _run(request: Request) -> Result:
    progress = Progress(not request.quiet and not request.interactive)
    try:
        if request.command == "check":
            return check(request.paths, request.settings, progress)
        return repair(
            request.paths,
            request.settings,
            write=request.command == "apply",
            decide=Questions(request.colour, request.show_secrets).ask if request.interactive else None,
            guard=errors_of_modules() if request.validate else None,
            progress=progress,
        )
    finally:
        progress.end()


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


def exit_code(request: Request, result: Result) -> int:
    """0: nothing is left to do; 1: something is; 2: something could not be done."""
    if result.errors or result.defects:
        return 2
    is_held = any(one.is_held for one in result.found)
    return int(bool(result.changes) or is_held if request.command == "diff" else bool(result.found))
