"""Source files of what a module packages: read as text, never run, and within limits."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

from ..files import read_file

SUFFIXES = (".py", ".js", ".cjs", ".mjs", ".ts")
MAX_FILES = 500
MAX_SIZE = 1_000_000
"""Files after these, and larger ones, are not looked at."""


def source_texts(path: str) -> Iterator[tuple[str, str]]:
    """The names (from ``path``) and texts of the source files in a folder, in a zip archive or at a path.

    Only regular files are read, and archives within `max-file-size`; what cannot be read or is no archive is
    left out.
    """
    found = _in_archive(path) if path.endswith(".zip") else _on_disk(path)
    for number, (name, data) in enumerate(found):
        if number >= MAX_FILES:
            return
        yield name, data.decode("utf-8", "replace")


def json_text(path: str) -> str | None:
    """The text of a JSON file; None if there is none that can be read."""
    data = _read(path) if path.endswith(".json") else None
    return None if data is None else data.decode("utf-8", "replace")


def _on_disk(path: str) -> Iterator[tuple[str, bytes]]:
    if not os.path.isdir(path):
        data = _read(path) if path.endswith(SUFFIXES) else None
        if data is not None:
            yield os.path.basename(path), data
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            here = os.path.join(folder, name)
            data = _read(here) if name.endswith(SUFFIXES) else None
            if data is not None:
                yield os.path.relpath(here, path), data


def _in_archive(path: str) -> Iterator[tuple[str, bytes]]:
    import zipfile  # not for every start
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(read_file(path))) as archive:
            for entry in archive.infolist():
                if entry.filename.endswith(SUFFIXES) and entry.file_size <= MAX_SIZE:
                    with archive.open(entry) as member:
                        yield entry.filename, member.read(MAX_SIZE)
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return  # not there, no archive, or packed or encrypted in a way that is not known


def _read(path: str) -> bytes | None:
    try:
        return read_file(path, MAX_SIZE)
    except OSError:
        return None
