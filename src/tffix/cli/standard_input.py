"""check, diff and apply of a text on standard input, as a part of the module that --stdin-filename names."""

from __future__ import annotations

import os
import sys

from ..engine.results import Result
from ..engine.running import ENDINGS, NAMES
from ..engine.text import check_text, repair_text
from ..report import show_errors
from ..report.colour import Palette, is_wanted
from ..report.masking import masked
from ..report.shown import presentable
from ..report.text import findings, held
from ..streams import put_bytes, tell
from ..user_error import UserError
from .options import Output
from .outcome import exit_code, report
from .request import Request

NAME = "stdin.tf"


def execute_standard_input(request: Request) -> int:
    """Does what is asked with the text and returns the exit code. apply prints the repaired text, and what
    else there is to tell on standard error."""
    if request.where != ("-",) or request.interactive:
        raise UserError("standard input (-) cannot be combined with other paths or --interactive")
    path = os.path.normpath(request.stdin_filename or NAME)
    if not path.endswith(NAMES):
        raise UserError(f"--stdin-filename {path}: the name must end in {ENDINGS}")
    data = sys.stdin.buffer.read()
    run = check_text if request.command == "check" else repair_text
    result = run(data, path, request.settings(), alone=not request.stdin_filename)
    return _report(request, result, data)


def _report(request: Request, result: Result, data: bytes) -> int:
    if request.command != "apply" or request.output is not Output.TEXT:
        report(request, result)
        return exit_code(request, result)
    if request.show_secrets:
        result.show_secrets()
    if not request.quiet:
        palette = Palette(is_wanted(request.color, sys.stderr))
        found = presentable(masked(result)).found
        for line in (findings(found, palette) + held(found, palette)).splitlines():
            tell(line)
    show_errors(result)
    if not result.errors:
        put_bytes(result.changes[0].new if result.changes else data)
    return exit_code(request, result)
