"""Locks on open files, which end with the process that has them, however it ends."""

from __future__ import annotations

import enum
from importlib import import_module
from typing import Any


class Lock(enum.Enum):
    """What came of asking for a lock."""

    TAKEN = enum.auto()  # by this process, until it closes the file or ends
    OF_ANOTHER = enum.auto()
    UNKNOWN = enum.auto()  # the system (Windows) or the file system has no such locks


def lock(descriptor: int) -> Lock:
    """Asks for the lock of an open file and does not wait for it."""
    try:
        fcntl: Any = import_module("fcntl")
    except ImportError:
        return Lock.UNKNOWN
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return Lock.OF_ANOTHER
    except OSError:
        return Lock.UNKNOWN
    return Lock.TAKEN


__all__ = ["Lock", "lock"]
