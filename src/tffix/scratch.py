"""Temporary folders, which a run that was killed leaves behind and the next one takes away."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .locks import Lock, lock

PREFIX = "tffix-"
_LOCK = "in-use"


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for the user alone, that is gone afterwards. What runs that were killed have left is removed
    before, where the system can tell that no process has it any more."""
    if os.name == "posix":
        _remove_left(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    held = os.open(folder / "new", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        lock(held)
        os.rename(folder / "new", folder / _LOCK)  # where others look for it only when it is locked
        yield folder
    finally:
        os.close(held)
        shutil.rmtree(folder, ignore_errors=True)


def _remove_left(place: Path) -> None:
    for folder in place.glob(f"{PREFIX}*"):
        # One without a lock is being made, or none of ours; a link may lead anywhere.
        with suppress(OSError):
            status = folder.lstat()
            if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
                continue
            held = os.open(folder / _LOCK, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            try:
                if lock(held) is Lock.TAKEN:
                    shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(held)
