"""Finds the repositories of a campaign and names them."""

from __future__ import annotations

import contextlib
import fnmatch
import glob
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..files import read_text
from ..urls import is_url, key, parse
from .campaign import Campaign, Origin
from .checkout import Repository, is_bare_alike, outer_repository


def repositories(campaign: Campaign) -> list[Repository]:
    """The repositories of a campaign, each once, in the order of its file. A path that is written
    out counts as one, whether it is there or not: its job will tell."""
    found: dict[str, tuple[str, Origin]] = {}
    for source in campaign.sources:
        for location in _locations(source, campaign.directory):
            # What stands on its own in the file says more than what a glob has found.
            found[_same(location)] = (location, source)
    names = _names([location for location, _ in found.values()])
    return [
        Repository(names[location], location, source.folders, source.base)
        for location, source in found.values()
        if not any(fnmatch.fnmatchcase(names[location], pattern) for pattern in campaign.exclude)
    ]


def left_out(campaign: Campaign) -> list[str]:
    """The folders that a pattern of the campaign matches and that are no repositories, except those in a
    repository or above one."""
    found: list[str] = []
    taken = [one.location for one in repositories(campaign)]
    for source in campaign.sources:
        for entry in source.entries:
            if not is_url(entry) and glob.has_magic(entry):
                for one in _matches(entry, campaign.directory):
                    path = os.path.realpath(one)
                    related = any(_is_in(path, other) or _is_in(other, path) for other in taken)
                    if os.path.isdir(path) and not related:
                        found.append(path)
    return list(dict.fromkeys(found))


def _is_in(path: str, other: str) -> bool:
    return path == other or path.startswith(os.path.join(other, ""))


def _matches(entry: str, directory: Path) -> list[str]:
    return sorted(glob.glob(_pattern(entry, directory), recursive=True))


def _pattern(entry: str, directory: Path) -> str:
    return os.path.abspath(directory / os.path.expanduser(entry))


def _locations(source: Origin, directory: Path) -> Iterator[str]:
    for entry in source.entries:
        if is_url(entry):
            yield entry
        elif glob.has_magic(entry):
            base = os.path.realpath(_fixed(_pattern(entry, directory)))
            matches = map(os.path.realpath, _matches(entry, directory))
            yield from (one for one in matches if _is_repository(Path(one), Path(base)))
        else:
            yield os.path.realpath(directory / os.path.expanduser(entry))


def _fixed(pattern: str) -> str:
    """The folder in which a glob begins to look."""
    parts = Path(pattern).parts
    fixed = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    return os.path.join(*parts[:fixed])


def _is_repository(path: Path, base: Path) -> bool:
    """Whether a folder that was found below a base is the top of a repository, with a working tree or
    without. Another working tree of a repository, or a submodule of one, is none. Nor is what lies in
    another repository: somebody may have committed a folder that looks like one, to have its hooks run.
    (Folders named .git cannot be committed, so that only those count that the glob has come through.)"""
    git = path / ".git"
    outer = outer_repository(path)
    if git.is_file():
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return re.search(r"/(worktrees|modules)/", read_text(git, 1 << 16)) is None
    if git.is_dir():
        return outer is None or not outer.is_relative_to(base)
    return is_bare_alike(path) and outer is None


def _names(locations: Iterable[str]) -> dict[str, str]:
    """A short name for each location: as many of its last parts as tell it from all others."""
    parts = {one: _parts(one) for one in locations}
    names: dict[str, str] = {}
    count = 1
    while len(names) < len(parts):
        tails: dict[str, list[str]] = {}
        for location, all_parts in parts.items():
            if location not in names:
                tails.setdefault("/".join(all_parts[-count:]), []).append(location)
        for name, sharing in tails.items():
            whole = [one for one in sharing if len(parts[one]) <= count]
            for number, location in enumerate(whole):
                names[location] = f"{name}~{number + 1}" if len(sharing) > 1 else name
            if len(sharing) == 1:
                names[sharing[0]] = name
        count += 1
    return names


def _parts(location: str) -> list[str]:
    """What a location can be named by; of an address the host and its path."""
    if is_url(location):
        return parse(location).parts
    return [part for part in location.rstrip("/").removesuffix(".git").split("/") if part]


def _same(location: str) -> str:
    """What is the same for two ways to write a location."""
    known = key(location) if is_url(location) else location
    return known.rstrip("/").removesuffix(".git")
