"""Temporary folders, which a run that was killed leaves behind and the next one takes away."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "tffix-"
_LOCK = "in-use"


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for the user alone, that is gone afterwards. What runs that were killed have left is removed
    before, where the system can tell that no process has it any more."""
    if os.name == "posix":
        _remove_left(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = os.open(folder / "new", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _is_free(lock)  # and now it is not
        os.rename(folder / "new", folder / _LOCK)  # where others look for it only when it is locked
        yield folder
    finally:
        os.close(lock)
        shutil.rmtree(folder, ignore_errors=True)


def _remove_left(place: Path) -> None:
    for folder in place.glob(f"{PREFIX}*"):
        # One without a lock is being made, or none of ours; a link may lead anywhere.
        with suppress(OSError):
            status = folder.lstat()
            if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
                continue
            lock = os.open(folder / _LOCK, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            try:
                if _is_free(lock):
                    shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(lock)


def _is_free(lock: int) -> bool:
    """Whether nobody had a lock, which this process has from now on until it closes it or ends. False where
    files cannot be locked."""
    try:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True
