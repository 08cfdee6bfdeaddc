"""The files that a killed process of tffix may leave beside those that it writes, and their removal.

Such a file is locked while its process lives; the lock goes with the process, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterable

from ..locks import Lock, lock

_NAME = re.compile(r"\.tffix-[0-9a-f]{16}")


def remove_leftovers(directories: Iterable[str]) -> None:
    """Removes what killed processes of this user have left in some directories. A file that cannot be seen
    to be one of those is left alone."""
    if not hasattr(os, "geteuid"):
        return  # Windows, where a process cannot be seen to be gone
    for directory in dict.fromkeys(directories):
        with contextlib.suppress(OSError), os.scandir(directory or ".") as entries:
            for entry in entries:
                if _NAME.fullmatch(entry.name):
                    _remove(entry.path)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_uid != os.geteuid() or status.st_nlink != 1:
            return
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
        try:
            is_left = lock(descriptor) is Lock.TAKEN  # else its process lives
            if is_left and os.path.samestat(os.fstat(descriptor), os.lstat(path)):
                os.unlink(path)
        finally:
            os.close(descriptor)


__all__ = ["remove_leftovers"]
