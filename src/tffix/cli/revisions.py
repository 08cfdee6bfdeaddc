"""A revision of a git repository as files in a folder, without running what the repository names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..bulk.git import LOOKING, OFFLINE, Git, GitError
from ..files import DEFAULT_SIZE
from ..user_error import UserError

_FILES = ("100644", "100755")


def repository_of(path: Path) -> Path:
    """The working tree that a path is in. Raises UserError."""
    directory = path if path.is_dir() else path.parent
    try:
        top = _git(directory).line("rev-parse", "--show-toplevel")
    except GitError as error:
        raise UserError(f"{path}: {error}") from error
    return Path(os.path.realpath(top))


def extract(repository: Path, revision: str, folder: Path) -> None:
    """Writes the regular files of a revision below a folder, as they are in the repository: no filter runs.
    Raises UserError."""
    git = _git(repository)
    commit = git.commit(revision)
    if commit is None:
        raise UserError(f"--from {revision}: no such revision in {repository}, and no such folder")
    try:
        entries = list(_entries(git.run("ls-tree", "-r", "-l", "-z", "--full-tree", commit)))
        wanted = "".join(f"{identifier}\n" for identifier, _ in entries).encode()
        contents = git.run("cat-file", "--batch", given=wanted) if entries else b""
    except GitError as error:
        raise UserError(f"--from {revision}: {error}") from error
    at = 0
    for _, name in entries:
        header, _, _ = contents[at : at + 200].partition(b"\n")
        size = int(header.split()[2])
        start = at + len(header) + 1
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(contents[start : start + size])
        at = start + size + 1


def _entries(listing: bytes) -> Iterator[tuple[str, str]]:
    """Object and name of the files that are not too large, if the name leads nowhere else."""
    for line in filter(None, listing.split(b"\0")):
        about, _, name = line.partition(b"\t")
        mode, kind, identifier, size = about.decode().split()
        path = PurePosixPath(os.fsdecode(name))
        is_safe = not path.is_absolute() and not {"..", ".git"} & set(path.parts)
        if kind == "blob" and mode in _FILES and is_safe and int(size) <= DEFAULT_SIZE:
            yield identifier, str(path)


def _git(directory: Path) -> Git:
    return Git(directory, environment=OFFLINE, settings=LOOKING)
