"""Writes changed files so that each is whole at every moment, whatever happens meanwhile.

A file is replaced by a complete new one in one step. Nothing outside the given paths is written, nothing
that somebody else has changed since it was read, and no file of a module if another of it cannot be.

Written by hand: libraries for atomic writes replace a file by its name alone. They do not keep its owner and
extended attributes, do not look whether it has changed meanwhile, and leave a file behind when killed.
"""

from __future__ import annotations

import contextlib
import os
import signal
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..files import read_file
from ..locks import lock
from .leftovers import remove_leftovers
from .results import Change, FileError


@dataclass(slots=True)
class Written:
    """What came of writing: the changes that are in the files now, and why the others are not. ``notes``
    tells what else is not as it was."""

    done: list[Change] = field(default_factory=list)
    errors: list[FileError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Unwritable(Exception):  # noqa: N818
    """Why a file is not written, for its user."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes below the given paths only. A file given stands for the directory that it is in."""

    tops: tuple[str, ...]

    @classmethod
    def below(cls, paths: Iterable[str]) -> Writer:
        """A writer for what is below some paths."""
        directories = (path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths)
        return cls(tuple({os.path.realpath(one) for one in directories}))

    def unwritable(self, path: str) -> str:
        """Why a file cannot be written, as far as can be told without writing; or nothing."""
        try:
            self._target(path)
        except Unwritable as error:
            return str(error)
        return ""

    def write(self, changes: Sequence[Change]) -> Written:
        """Writes all changes, module by module."""
        written = Written()
        modules: dict[str, list[Change]] = {}
        for change in changes:
            modules.setdefault(change.together or change.path, []).append(change)
        remove_leftovers(os.path.dirname(os.path.realpath(change.path)) for change in changes)
        for group in modules.values():
            with _uninterrupted():
                self._write_together(gainers_first(group), written)
        return written

    def _write_together(self, changes: list[Change], written: Written) -> None:
        for change in changes:
            try:
                _check(change, self._target(change.path))
            except Unwritable as error:
                written.errors += _left_alone(changes, change, str(error))
                return
        for number, change in enumerate(changes):
            try:
                written.notes += replace(change, self._target(change.path))
            except Unwritable as error:
                written.errors += _left_alone(changes[number:], change, str(error))
                return
            written.done.append(change)

    def _target(self, path: str) -> str:
        """The file that a path leads to. Raises Unwritable."""
        target = os.path.realpath(path)
        if not any(target.startswith(os.path.join(top, "")) for top in self.tops):
            if target == os.path.abspath(path):
                raise Unwritable("is outside the paths given; not written")
            raise Unwritable(f"is a link to {target}, outside the paths given; left as it is")
        try:
            mode = os.stat(target).st_mode
        except FileNotFoundError:
            return target
        except OSError as error:
            raise Unwritable(f"cannot be written: {error.strerror}") from error
        # The superuser may write everything, and yet the owner has said not to.
        if not mode & 0o222 or not os.access(target, os.W_OK):
            raise Unwritable("is read-only; left as it is")
        return target


def gainers_first(changes: Sequence[Change]) -> list[Change]:
    """Changes in the order of what they lose to one another, least first: were writing to end after any of
    them, text that moves from one file to another would be in both, not in neither."""
    gained: dict[str, set[str]] = {}
    lost: dict[str, Counter[str]] = {}
    for change in changes:
        old, new = Counter(_lines(change.old or b"")), Counter(_lines(change.new))
        gained[change.path], lost[change.path] = set(new - old), old - new

    def loses(change: Change) -> int:
        others = set().union(*(lines for path, lines in gained.items() if path != change.path))
        return sum(len(line) * n for line, n in lost[change.path].items() if line in others)

    return sorted(changes, key=lambda change: (loses(change), change.path))


def _lines(data: bytes) -> list[str]:
    return [line.strip() for line in data.decode("utf-8", "replace").split("\n")]


def _left_alone(changes: Sequence[Change], culprit: Change, why: str) -> list[FileError]:
    others = f"left as it is, because {culprit.path} could not be written"
    return [FileError(one.path, 0, 0, why if one is culprit else others) for one in changes]


def _check(change: Change, target: str) -> bool:
    """Whether a file is still to be written; raises Unwritable if it is not as it was read."""
    try:
        found: bytes | None = read_file(target)
    except FileNotFoundError:
        found = None
    except OSError as error:
        raise Unwritable(f"cannot be read again: {error.strerror}") from error
    if found is None and change.deletes:
        return False
    if found not in (change.old, change.new):
        if found is None:
            raise Unwritable("was removed by another program meanwhile; not written")
        what = "changed" if change.old is not None else "made"
        raise Unwritable(f"was {what} by another program meanwhile; not overwritten")
    return found != change.new


def replace(change: Change, target: str) -> list[str]:
    """Puts the new content in the place of a file in one step, keeping its mode, owner and extended
    attributes; deletes one in which nothing is left. Tells what could not be kept. Raises Unwritable."""
    notes: list[str] = []
    try:
        # A link to an emptied file stays a link to one.
        if change.deletes and not os.path.islink(change.path):
            if _check(change, target):
                os.unlink(target)
            return notes
        before = os.stat(target) if change.old is not None else None
        if before is None:
            os.makedirs(os.path.dirname(target), exist_ok=True)
        like = target if before is not None else None
        with _complete_file(os.path.dirname(target), change.new, like, notes) as complete:
            if not _check(change, target):
                return []
            if before is None:
                os.link(complete, target)  # fails if there is such a file by now
            else:
                os.replace(complete, target)
        if before is not None and before.st_nlink > 1:
            notes.append("had other hard links, which still lead to the old content")
    except FileExistsError as error:
        raise Unwritable("was made by another program meanwhile; not overwritten") from error
    except OSError as error:
        raise Unwritable(f"cannot be written: {error.strerror}") from error
    return [f"{change.path}: {note}" for note in notes]


@contextlib.contextmanager
def _complete_file(directory: str, content: bytes, like: str | None, notes: list[str]) -> Iterator[str]:
    """A file of its own with a content, on disk, with the mode, owner and extended attributes of another.
    Where the system can do that it has no name before it is complete, so that a killed process leaves
    nothing behind. It is locked as long as it has this name: see ``remove_leftovers``."""
    path = os.path.join(directory, f".tffix-{os.urandom(8).hex()}")
    nameless = True
    try:
        descriptor = os.open(directory, os.O_WRONLY | _nameless(), 0o666)
    except OSError:
        nameless = False
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with open(descriptor, "wb") as stream:
            lock(descriptor)
            stream.write(content)
            stream.flush()
            if like is not None:
                status = os.stat(like)
                _keep_owner(descriptor, status)
                os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
                notes += _keep_attributes(like, descriptor)
            os.fsync(descriptor)
            if nameless:
                # With a directory given, this is linkat(2), which follows the link to the open file.
                os.link(f"/proc/self/fd/{descriptor}", path, src_dir_fd=descriptor)
            yield path
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)


def _nameless() -> int:
    """The flag that opens a file without a name. Raises OSError where that is not possible."""
    flag = getattr(os, "O_TMPFILE", 0)
    if not flag or not os.path.isdir("/proc/self/fd"):
        raise OSError
    return int(flag)


def _keep_attributes(path: str, descriptor: int) -> list[str]:
    """Gives an open file the extended attributes of another, among them its access control list. Tells of
    those that it cannot be given."""
    if not hasattr(os, "listxattr"):  # nowhere but on Linux
        return []
    try:
        names = os.listxattr(path)
    except OSError:
        return []  # the file system has none
    lost = []
    for name in names:
        try:
            value = os.getxattr(path, name)
            if not _has_attribute(descriptor, name, value):
                os.setxattr(descriptor, name, value)
        except OSError as error:
            lost.append(f"its extended attribute {name} could not be kept: {error.strerror}")
    return lost


def _has_attribute(descriptor: int, name: str, value: bytes) -> bool:
    """Whether an open file has an attribute already, such as a label that every new file is given."""
    try:
        return os.getxattr(descriptor, name) == value
    except OSError:
        return False


def _keep_owner(descriptor: int, like: os.stat_result) -> None:
    made = os.fstat(descriptor)
    if (made.st_uid, made.st_gid) != (like.st_uid, like.st_gid):
        try:
            os.fchown(descriptor, like.st_uid, like.st_gid)
        except PermissionError as error:
            raise Unwritable("belongs to another user, which replacing it would change") from error


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Lets an interrupt wait, so that a module is not left half written."""
    caught: list[int] = []
    try:
        handler = signal.signal(signal.SIGINT, lambda number, _: caught.append(number))
    except ValueError:  # not in the main thread, where no interrupt arrives
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
    if caught:
        raise KeyboardInterrupt
