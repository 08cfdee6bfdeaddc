"""Carries out check, diff and apply: runs the rules, reports, and tells what is left by the exit code."""

from __future__ import annotations

from contextlib import AbstractContextManager

from ..engine.proof import Prove
from ..engine.results import Result
from ..engine.running import check, repair
from .interactive import Questions
from .outcome import exit_code, report
from .progress import Progress
from .request import Request
from .validating import errors_of_modules


def execute(request: Request) -> int:
    """Does what is asked and returns the exit code. Raises UserError, ConfigError and UnknownRuleError."""
    if "-" in request.where:
        from .standard_input import execute_standard_input

        return execute_standard_input(request)
    result = _run(request)
    report(request, result)
    return exit_code(request, result)


def _run(request: Request) -> Result:
    progress = Progress(not request.quiet and not request.interactive)
    try:
        if request.command == "check":
            return check(request.where, request.settings(), progress)
        return repair(
            request.where,
            request.settings(),
            write=request.command == "apply",
            decide=Questions(request.color, request.show_secrets).ask if request.interactive else None,
            guard=errors_of_modules() if request.validate else None,
            prover=_prover() if request.prove else None,
            progress=progress,
        )
    finally:
        progress.end()


def _prover() -> AbstractContextManager[Prove]:
    from .proving import proofs_of_modules

    return proofs_of_modules()
