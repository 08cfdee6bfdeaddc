"""Reads files that are files: no pipe, device or socket, which could give no end or wait for ever."""

from __future__ import annotations

import os
import stat


def read_regular(path: str, most: int) -> bytes | None:
    """The bytes of a regular file; None where it is none, is larger than ``most`` or cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    with open(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > most:
            return None
        try:
            return stream.read()
        except OSError:
            return None
