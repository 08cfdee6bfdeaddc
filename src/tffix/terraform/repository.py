"""The repository around the modules: an index of its files, made only when a rule asks, once in a process."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import count, islice

from ..files import read_file
from ..hcl import HclSyntaxError
from ..hcl.tree import File
from ..projection import read
from .discovery import CONFIGURATION, NATIVE, is_ignored, walk
from .module import Module
from .surroundings import LOCAL_SOURCE, repository_top
from .terragrunt import UNIT_FILES, UNKNOWN_PART, Unit, read_unit

MOST_FILES = 50_000
MOST_BYTES = 4_000_000
"""Files larger than this are no text that somebody wrote."""
_WORD = re.compile(rb"[A-Za-z0-9_]+")
_NOTHING_BUT_WORDS = bytes(one if _WORD.match(bytes((one,))) else 32 for one in range(256))
_MOST_SEARCHED = 1_000_000
"""Larger files are bundles and data: no search of a code host looks through them either."""
_WORTH_AN_INDEX = 12
"""So many names are found in a text in about half the time that an index of its words takes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands: a path as the user would write it, line and column from 1, the line's text."""

    path: str
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Repository:
    """The files below ``top``, an absolute path: those of git's ignored files and of downloaded packages are
    left out. It shows the files as they are on the disk, not as fixes have changed them meanwhile."""

    def __init__(self, top: str) -> None:
        self.top = top
        self._modules: dict[str, Module] = {}
        self._read: dict[str, bytes | None] = {}
        self._asked = 0

    @cached_property
    def files(self) -> list[str]:
        """The absolute paths of all files, up to a limit."""
        return list(islice(walk(self.top), MOST_FILES))

    @cached_property
    def _files_by_folder(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in self.files:
            found.setdefault(os.path.dirname(path), []).append(path)
        return found

    def files_in(self, directory: str) -> list[str]:
        """The absolute paths of the files directly in a directory."""
        return self._files_by_folder.get(os.path.abspath(directory), [])

    @property
    def is_complete(self) -> bool:
        """Whether all files are known: the repository is not larger than what is looked at."""
        return len(self.files) < MOST_FILES

    def read(self, path: str) -> bytes | None:
        """The bytes of a regular file; None if it cannot be read or is too large."""
        if path not in self._read:
            try:
                self._read[path] = read_file(path, MOST_BYTES)
            except OSError:
                self._read[path] = None
        return self._read[path]

    def ignores(self, path: str) -> bool:
        """Whether git leaves a file out that is made there."""
        return is_ignored(os.path.abspath(path), self.top)

    # -- words -------------------------------------------------------------------------------------------

    def _texts(self) -> Iterator[tuple[str, bytes]]:
        """The files that are text, and their bytes; not what is too large to be written by hand."""
        for path in self.files:
            data = self.read(path)
            if data is None or b"\0" in data[:8000]:
                continue
            if len(data) <= _MOST_SEARCHED or path.endswith(CONFIGURATION):
                yield path, data

    @cached_property
    def _as_one(self) -> tuple[bytes, list[int], list[str]]:
        """All text, and where in it which file begins."""
        paths, parts, starts = [], [], [0]
        for path, data in self._texts():
            paths.append(path)
            parts.append(data)
            starts.append(starts[-1] + len(data) + 1)
        return b"\n".join(parts), starts, paths

    @cached_property
    def _files_by_word(self) -> dict[bytes, set[str]]:
        found: dict[bytes, set[str]] = {}
        for path, data in self._texts():
            for word in set(data.translate(_NOTHING_BUT_WORDS).split()):
                found.setdefault(word, set()).add(path)
        return found

    def _files_with(self, name: bytes) -> set[str]:
        """The files in which a name may stand. The first few names are looked for one by one; for more, an
        index of all words is worth its time."""
        self._asked += 1
        if self._asked > _WORTH_AN_INDEX:
            return set.intersection(*(self._files_by_word.get(word, set()) for word in _WORD.findall(name)))
        text, starts, paths = self._as_one
        found = set()
        start = text.find(name)
        while start >= 0:
            number = bisect_right(starts, start) - 1
            found.add(paths[number])
            start = text.find(name, starts[number + 1])
        return found

    def mentions(self, name: str, but: Container[str] = ()) -> Iterator[Place]:
        """Where a name stands as a whole word in any text file, in the order of paths; ``but`` are absolute
        paths that are left out."""
        if not _WORD.search(name.encode()):
            return
        for path in sorted(path for path in self._files_with(name.encode()) if path not in but):
            pattern = re.compile(rf"(?<![\w+@-]){re.escape(name)}(?![\w+@-])")
            text = (self.read(path) or b"").decode("utf-8", "replace")
            for match in pattern.finditer(text):
                start = text.rfind("\n", 0, match.start()) + 1
                line = text.count("\n", 0, start) + 1
                content = text[start : (text.find("\n", start) + 1 or len(text) + 1) - 1]
                yield Place(os.path.relpath(path), line, match.start() - start + 1, content)

    # -- Terraform and Terragrunt ------------------------------------------------------------------------

    @cached_property
    def callers(self) -> dict[str, set[str]]:
        """For the directory of each module the files that seem to call it as a local module."""
        found: dict[str, set[str]] = {}
        for path in self.files:
            if path.endswith(CONFIGURATION):
                for source in LOCAL_SOURCE.findall(self.read(path) or b""):
                    folder = os.path.join(os.path.dirname(path), source.decode("utf-8", "replace"))
                    found.setdefault(os.path.normpath(folder), set()).add(path)
        return found

    def roots_above(self, directory: str) -> list[str]:
        """The absolute paths of the directories at the top of the calls that lead to a module."""
        here = os.path.abspath(directory)
        roots, stack, seen = [], [here], {here}
        while stack:
            one = stack.pop()
            above = {os.path.dirname(path) for path in self.callers.get(one, ())}
            if not above:
                roots.append(one)
            stack += above - seen
            seen |= above
        return sorted(roots)

    def module(self, directory: str) -> Module:
        """The module of a directory as it is on the disk, tied to no other; ``unreadable`` are its files
        that cannot be parsed."""
        directory = os.path.abspath(directory)
        if directory not in self._modules:
            files: dict[str, File] = {}
            unreadable: list[str] = []
            for path in filter(lambda one: one.endswith(CONFIGURATION), self.files_in(directory)):
                name = os.path.basename(path)
                try:
                    file = read(self.read(path) or b"", os.path.relpath(path))
                except HclSyntaxError:
                    file = None
                if file is None:
                    unreadable.append(name)
                else:
                    files[name] = file
            module = self._modules[directory] = Module(os.path.relpath(directory), files)
            module.unreadable = unreadable
        return self._modules[directory]

    @cached_property
    def units(self) -> list[Unit]:
        """The Terragrunt units."""
        found = (path for path in self.files if os.path.basename(path) in UNIT_FILES)
        units = (read_unit(path, self.top, self.read) for path in found)
        return [unit for unit in units if unit is not None]

    @cached_property
    def _units_by_directory(self) -> dict[str, list[Unit]]:
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            # Files that a unit copies from another folder are part of the module that it runs.
            parts = {os.path.dirname(path) for path in unit.copied if path.endswith(NATIVE)}
            for directory in sorted({*self._directories_of(unit), *parts}):
                found.setdefault(directory, []).append(unit)
        return found

    def units_of(self, directory: str) -> list[Unit]:
        """The units that run the module in a directory, or may: a source that is not known whole counts by
        how it ends. Those that copy files of the directory run these too."""
        directory = os.path.abspath(directory)
        return [*self._units_by_directory.get(directory, ()), *self._units_by_directory.get("", ())]

    def units_beside(self, directory: str) -> list[Unit]:
        """The units elsewhere that run modules in other directories of the same folder, where most of them
        are run so."""
        folder = os.path.dirname(os.path.abspath(directory))
        run = {
            one: units for one, units in self._units_by_directory.items() if os.path.dirname(one) == folder
        }
        found = [unit for units in run.values() for unit in units if unit.sources]
        return found if 2 * len(run) > self._modules_by_folder[folder] else []

    @cached_property
    def _modules_by_folder(self) -> Counter[str]:
        """How many directories with configuration each folder has."""
        return Counter(
            os.path.dirname(one)
            for one, files in self._files_by_folder.items()
            if any(path.endswith(NATIVE) for path in files)
        )

    def _directories_of(self, unit: Unit) -> Iterable[str]:
        """The directories that a unit's source may mean: an empty one for any."""
        if not unit.sources:
            return [unit.directory]
        return dict.fromkeys(one for source in unit.sources for one in self._directories_at(source, unit))

    def _directories_at(self, address: str, unit: Unit) -> list[str]:
        is_known = UNKNOWN_PART not in address
        if is_known and (address.startswith(("./", "../", "/")) or "//" not in address):
            # A double slash parts what is copied from the module in it.
            return [os.path.normpath(os.path.join(unit.directory, address))]
        tail = address.partition("?")[0].removesuffix(".git").rpartition("//")[2]
        tail = tail.rpartition(UNKNOWN_PART)[2].strip("/").removeprefix("./")
        if not tail:
            return [""]
        return [
            folder
            for folder, files in self._files_by_folder.items()
            if folder.endswith(f"{os.sep}{tail}") and any(path.endswith(NATIVE) for path in files)
        ]


_numbers = count()


class Repositories:
    """The repositories that a run has to do with. ``paths`` are those that the run was asked for: each is
    its own repository where it lies in none of git, or where ``alone`` says so. A copy in another process
    makes its own index, one in each process."""

    def __init__(self, paths: Iterable[str] = (), alone: bool = False, number: str = "") -> None:
        self.paths = tuple(map(os.path.abspath, paths))
        self.alone = alone
        self._number = number or f"{os.getpid()}-{next(_numbers)}"
        self._known: dict[str, Repository] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return _in_this_process, (self.paths, self.alone, self._number)

    def of(self, directory: str) -> Repository:
        """The repository that a directory lies in."""
        path = os.path.abspath(directory)
        asked = (one for one in self.paths if path == one or path.startswith(one.rstrip(os.sep) + os.sep))
        top = (None if self.alone else repository_top(path)) or next(asked, path)
        if top not in self._known:
            self._known[top] = Repository(top)
        return self._known[top]


@lru_cache(maxsize=4)  # the runs that a process works for
def _in_this_process(paths: tuple[str, ...], alone: bool, number: str) -> Repositories:
    return Repositories(paths, alone, number)


__all__ = ["Place", "Repositories", "Repository"]
