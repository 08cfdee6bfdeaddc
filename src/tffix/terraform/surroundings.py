"""What stands around the paths given: who, elsewhere in their repository, calls the modules in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache

from .discovery import CONFIGURATION, SKIPPED_FOLDERS, Listing

LOCAL_SOURCE = re.compile(rb'\bsource(?:[ \t]*=|"\s*:)\s*"(\.\.?/[^"\r\n]*)"')
"""A local source of a module call in a file's bytes, or what looks like one."""
_MOST_FILES = 2000


@cache
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


def roots_outside(directory: str) -> list[str]:
    """The directories at the top of the calls, in the same repository, that lead to a module. Absolute
    paths."""
    here = os.path.abspath(directory)
    top = repository_top(here)
    callers = _callers(top) if top is not None else {}
    roots, stack, seen = [], [here], {here}
    while stack:
        one = stack.pop()
        above = callers.get(one, frozenset())
        if not above:
            roots.append(one)
        fresh = above - seen
        seen |= fresh
        stack += fresh
    return sorted(roots)


@cache
def _callers(top: str) -> Mapping[str, frozenset[str]]:
    """The directories of a repository that call a directory as a local module, by that."""
    found: dict[str, set[str]] = {}
    for path in _files(top, set()):
        for called in local_sources(path):
            found.setdefault(called, set()).add(os.path.dirname(path))
    return {called: frozenset(callers) for called, callers in found.items()}


def local_sources(path: str) -> list[str]:
    """The directories that a file seems to call as local modules."""
    try:
        with open(path, "rb", buffering=0) as stream:
            data = stream.read()
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
