"""How every command ends: with an exit code, and an error told in one line and in the form of the report."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Callable
from typing import Any, NoReturn

import typer

from .. import streams
from ..user_error import UserError
from .options import Output


def run_command(app: typer.Typer) -> NoReturn:
    """Runs what the command line asks for and exits; a command line that asks for nothing that there is ends
    like any other error."""
    try:
        code = app(prog_name="tffix", standalone_mode=False)
    except typer.Abort:
        code = 1
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        code = _tell_of_usage(error)
    streams.let_go()
    sys.exit(code if isinstance(code, int) else 0)


def _tell_of_usage(error: Any) -> int:
    """Shows how a command is used, as typer does, and gives the exit code."""
    from ..report.shown import shown

    if str(error):
        error.message = shown(str(error))
        _show_failure(error.format_message())
    with contextlib.suppress(OSError):
        error.show()
    return 2


def end(run: Callable[[], int], debug: bool) -> NoReturn:
    """Runs a command and exits; tells an error in one line."""
    if debug:
        os.environ["TFFIX_DEBUG"] = "1"
    try:
        code = run()
        sys.stdout.flush()
    except KeyboardInterrupt as error:
        code = fail(str(error) or "interrupted", 130)
    except BrokenPipeError:
        code = 141
    except streams.OutputError as error:
        code = 141 if error.is_closed else tell(str(error), 2)
    except Exception as error:
        if os.environ.get("TFFIX_DEBUG"):
            streams.tell("".join(traceback.format_exception(error)))
        code = fail(message_of(error), 2)
    streams.let_go()
    raise typer.Exit(code)


def fail(message: str, code: int) -> int:
    """Tells what stopped a command, to people and in the form that a program reads."""
    _show_failure(message)
    return tell(message, code)


def tell(message: str, code: int) -> int:
    """Shows an error to people, and returns the exit code given."""
    from ..report.shown import shown

    streams.tell(f"tffix: {shown(message)}")
    return code


def _show_failure(message: str) -> None:
    form = _form(sys.argv[1:])
    if form == Output.TEXT:
        return
    from ..report import show_failure

    command = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    with contextlib.suppress(streams.OutputError):  # the exit code says it too
        show_failure(command, message, form)


def _form(words: list[str]) -> str:
    """The form of the report that a command line asks for, whatever else may be wrong with it."""
    if not {"-q", "--quiet"}.isdisjoint(words):
        return Output.TEXT
    given = [value for word, value in zip(words, [*words[1:], ""], strict=True) if word == "--output"]
    given += [word.partition("=")[2] for word in words if word.startswith("--output=")]
    return given[-1] if given and given[-1] in list(Output) else Output.TEXT


def message_of(error: Exception) -> str:
    """What went wrong, in words, without what may be a secret in an address."""
    from ..urls import redacted

    return redacted(_message_of(error))


def _message_of(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{os.fsdecode(error.filename)}: {error.strerror}"
    if isinstance(error, UserError | ValueError | OSError):
        return str(error)
    kind = type(error).__name__
    return f"internal error: {kind}: {error}; please report it, with what --debug prints"
