"""How every command ends: with an exit code, and an error told in one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn

import typer

from .request import UserError


def end(run: Callable[[], int], debug: bool) -> NoReturn:
    """Runs a command and exits; tells an error in one line."""
    if debug:
        os.environ["TFFIX_DEBUG"] = "1"
    try:
        code = run()
        sys.stdout.flush()
    except KeyboardInterrupt as error:
        code = tell(str(error) or "interrupted", 130)
    except BrokenPipeError:
        # Who reads the output has seen enough. What Python would still flush goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 141
    except Exception as error:
        if os.environ.get("TFFIX_DEBUG"):
            raise
        code = tell(message_of(error), 2)
    raise typer.Exit(code)


def tell(message: str, code: int) -> int:
    print(f"tffix: {message}", file=sys.stderr)
    return code


def message_of(error: Exception) -> str:
    """What went wrong, in words, without what may be a secret in an address."""
    from ..urls import redacted

    return redacted(_message_of(error))


def _message_of(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    if isinstance(error, UserError | ValueError | OSError):
        return str(error)
    kind = type(error).__name__
    return f"internal error: {kind}: {error}; please report it, with what --debug prints"
