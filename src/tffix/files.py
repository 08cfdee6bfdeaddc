"""Reads the files of a repository that is examined: regular files only, without waiting, up to a size. Writes
those that are tffix's own.

Anything else that a name may lead to (a pipe, a socket, a device, a link without end) could make a program
wait for ever or take all memory. What is not read is an OSError, whose text says why.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_SIZE = 64 << 20
MAX_SIZE = ContextVar("max-file-size", default=DEFAULT_SIZE)
"""The most bytes that a file may have: ``max-file-size`` in tffix.toml."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_UNITS = {"KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}


def read_file(path: str | os.PathLike[str], most: int | None = None) -> bytes:
    """The bytes of a regular file. Raises OSError for anything else, and for more than ``most`` bytes (if
    not given: MAX_SIZE)."""
    limit = MAX_SIZE.get() if most is None else most
    descriptor, size = _opened(path)
    try:
        if size > limit:
            raise _too_large(path, most)
        data = _read(descriptor, limit + 1, size + 1)
    except OSError as error:
        error.filename = error.filename or os.fspath(path)
        raise
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise _too_large(path, most)
    return data


def read_start(path: str | os.PathLike[str], most: int) -> bytes:
    """The first bytes of a regular file. Raises OSError."""
    descriptor, _ = _opened(path)
    try:
        return os.read(descriptor, most)
    except OSError as error:
        error.filename = os.fspath(path)
        raise
    finally:
        os.close(descriptor)


def read_text(path: str | os.PathLike[str], most: int | None = None) -> str:
    """The text of a regular file, with marks for what is not UTF-8. Raises OSError."""
    return as_text(read_file(path, most))


def as_text(data: bytes) -> str:
    """The text of a file's bytes, to look for something in it: with marks for what is not UTF-8, every line
    ended by a line feed."""
    return data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside a file of tffix's own, to write a new one at: it takes the place of the old file in one
    step when the block ends, and is removed if the block fails. Raises OSError. What tffix writes into a
    repository is written by engine/writing.py, which keeps more of a file and checks more."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.urandom(4).hex()}.partial")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def kind_of(path: str | os.PathLike[str]) -> str:
    """What a path leads to that is neither a regular file nor a directory, as words; else nothing."""
    try:
        return _KINDS.get(stat.S_IFMT(os.stat(path).st_mode), "")
    except OSError:
        return ""


def size_of(text: str) -> int | None:
    """The bytes that a text such as ``64 MiB`` means; None for any other text."""
    number, _, unit = text.partition(" ")
    if not number.isascii() or not number.isdigit() or len(number) > 9 or unit not in _UNITS:
        return None
    return int(number) * _UNITS[unit]


def size_text(size: int) -> str:
    """A number of bytes for its reader."""
    unit = next((unit for unit in reversed(_UNITS) if size and size % _UNITS[unit] == 0), None)
    return f"{size // _UNITS[unit]} {unit}" if unit else f"{size} bytes"


def _opened(path: str | os.PathLike[str]) -> tuple[int, int]:
    """A descriptor of a regular file, and its size."""
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise _irregular(path, kind_of(path) or "a socket or a device") from None
        raise
    status = os.fstat(descriptor)
    if stat.S_ISREG(status.st_mode):
        return descriptor, status.st_size
    os.close(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    raise _irregular(path, _KINDS.get(stat.S_IFMT(status.st_mode), "something else"))


def _read(descriptor: int, most: int, expected: int) -> bytes:
    """What there is to read, up to ``most`` bytes; ``expected`` is one more than the file should have."""
    data = os.read(descriptor, min(most, expected))
    if len(data) == expected - 1:  # as a rule
        more = os.read(descriptor, 1)
        if not more:
            return data
        data += more
    parts, length = [data], len(data)
    while length < most and (data := os.read(descriptor, min(most - length, 1 << 20))):
        parts.append(data)
        length += len(data)
    return b"".join(parts)


def _irregular(path: str | os.PathLike[str], what: str) -> OSError:
    return OSError(errno.EINVAL, f"it is {what}, not a regular file", os.fspath(path))


def _too_large(path: str | os.PathLike[str], most: int | None) -> OSError:
    why = f"it is larger than {size_text(MAX_SIZE.get() if most is None else most)}"
    setting = " (max-file-size in tffix.toml)" if most is None else ""
    return OSError(errno.EFBIG, why + setting, os.fspath(path))


__all__ = [
    "DEFAULT_SIZE",
    "MAX_SIZE",
    "kind_of",
    "read_file",
    "read_start",
    "read_text",
    "replacing",
    "size_of",
    "size_text",
]
