"""What stands around the paths given: who, elsewhere in their repository, calls the modules in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping

from ..files import read_file
from .discovery import CONFIGURATION, SKIPPED_FOLDERS, Listing

LOCAL_SOURCE = re.compile(rb'\bsource(?:[ \t]*=|"\s*:)\s*"(\.\.?/[^"\r\n]*)"')
"""A local source of a module call in a file's bytes, or what looks like one."""
_MOST_FILES = 2000


def repository_top(path: str) -> str | None:
    """The git repository that an absolute path lies in."""
    if os.path.exists(os.path.join(path, ".git")):
        return path
    above = os.path.dirname(path)
    return None if above == path else repository_top(above)


def called_from_outside(found: Mapping[str, Listing]) -> frozenset[str]:
    """The absolute paths of modules found that other files of the same repository call as local modules.
    Looks at so many files only: this is evidence, not proof."""
    absolute = {os.path.abspath(path) for path, listing in found.items() if listing.files}
    tops = {top for top in map(repository_top, absolute) if top is not None}
    called = set()
    for top in tops - absolute:
        for path in _files(top, absolute):
            called.update(local_sources(path))
    return frozenset(called & absolute)


def local_sources(path: str) -> list[str]:
    """The directories that a file seems to call as local modules."""
    try:
        data = read_file(path)
    except OSError:
        return []
    if b'"./' not in data and b'"../' not in data:
        return []
    directory = os.path.dirname(path)
    return [
        os.path.normpath(os.path.join(directory, found.decode("utf-8", "replace")))
        for found in LOCAL_SOURCE.findall(data)
    ]


def _files(top: str, without: set[str]) -> Iterator[str]:
    seen, stack = 0, [top]
    while stack and seen < _MOST_FILES:
        directory = stack.pop()
        try:
            with os.scandir(directory) as entries:
                for entry in entries:
                    if entry.name.endswith(CONFIGURATION) and directory not in without:
                        seen += 1
                        yield entry.path
                    elif entry.name not in SKIPPED_FOLDERS and entry.is_dir(follow_symlinks=False):
                        stack.append(entry.path)
        except OSError:
            continue
