"""Standard output and standard error, such as they are: closed, full, no terminal, or one for ASCII."""

from __future__ import annotations

import contextlib
import io
import os
import sys


class OutputError(Exception):
    """Standard output takes nothing any more; the message says why. ``is_closed``: who reads it has left."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"the report cannot be written: {error.strerror or error}")
        self.is_closed = isinstance(error, BrokenPipeError)


def prepare() -> None:
    """Makes the streams take every text. To be called before the first file is opened: one that is opened
    while a standard stream is closed would become that stream."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)  # the lowest that is free
            if descriptor != number:
                os.dup2(descriptor, number)
                os.close(descriptor)
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def put(text: str) -> None:
    """Writes a report to standard output. Raises OutputError."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        raise OutputError(error) from error


def put_bytes(data: bytes) -> None:
    """Writes bytes to standard output as they are. Raises OutputError."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        raise OutputError(error) from error


def tell(line: str) -> None:
    """Writes a line to standard error. If nobody can be told, the exit code is left to tell it."""
    with contextlib.suppress(OSError):
        print(line, file=sys.stderr, flush=True)


def let_go() -> None:
    """Lets what the streams could not write go nowhere, so that Python does not try again at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
