"""Finds the directories that hold Terraform files, leaving out what git and the user leave out."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path

from ..files import read_text
from .ignoring import Pattern, read_patterns, verdict
from .programs import has_programs, programs

SKIPPED_FOLDERS = frozenset((".terraform", ".git", ".terragrunt-cache", ".external_modules", "node_modules"))
_OF_OTHERS = frozenset((".yarn", "site-packages", "cdktf.out", "__pycache__"))
NATIVE = (".tf", ".tofu")
"""How the names of files in Terraform's native syntax end."""
CONFIGURATION = (*NATIVE, ".tf.json", ".tofu.json")
"""How the names of the files that make up a module end."""
_OVERRIDE = re.compile(r"(?:.*_)?override\.(?:tf|tofu)(?:\.json)?")
LOCK_FILE = ".terraform.lock.hcl"
_EVIDENCE = (".tftest.hcl", ".tfvars", ".tfvars.json")
TEMPLATES = tuple(
    f"{ending}.{maker}"
    for ending in (".tf", ".tf.json")
    for maker in (
        "erb",
        "gotmpl",
        "hbs",
        "j2",
        "jinja",
        "jinja2",
        "mustache",
        "template",
        "tftpl",
        "tmpl",
        "tpl",
    )
)
"""How the names of files end that a template engine makes files of a module from."""


def is_override(name: str) -> bool:
    """Whether a file of that name overrides what other files of its module declare."""
    return _OVERRIDE.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Listing:
    """The Terraform files of a directory by name: those of its module that are to be worked on, those that
    are left alone because they are excluded or ignored by git, and those that are read as text for evidence
    (tests, values of variables, the lock file, templates of configuration). ``programs`` are the Python files
    that seem to make constructs of CDK for Terraform, each of which is a module of its own."""

    files: tuple[str, ...]
    left_alone: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()

    @property
    def to_do(self) -> tuple[str, ...]:
        """All that is to be worked on."""
        return self.files + self.programs

    def __or__(self, other: Listing) -> Listing:
        """What two paths in the same directory stand for together."""
        module = self if self.files else other
        programs = tuple(sorted({*self.programs, *other.programs}))
        return replace(module, programs=programs)


def find_modules(
    paths: Iterable[str],
    excluded: Callable[[str], bool] = lambda _: False,
    use_gitignore: bool = True,
    errors: list[OSError] | None = None,
    notes: list[str] | None = None,
) -> dict[str, Listing]:
    """The directories with Terraform files for every path: a directory is searched through, a file stands
    for the module that it is in. What cannot be read is added to ``errors``, mistakes in the patterns of
    .gitignore files to ``notes``."""
    found: dict[str, Listing] = {}
    seen: dict[str, str] = {}
    search = _Search(excluded, use_gitignore, errors if errors is not None else [])
    for path in paths:
        for directory, listing in search.modules(path):
            known = seen.setdefault(os.path.abspath(directory), directory)
            found[known] = found[known] | listing if known in found else listing
    if notes is not None:
        notes += dict.fromkeys(fault for ignore in search.ignores for fault in ignore.faults())
    return found


def find_files(
    paths: Iterable[str],
    wanted: Callable[[str], bool],
    excluded: Callable[[str], bool] = lambda _: False,
    errors: list[OSError] | None = None,
) -> list[str]:
    """The files of any kind below some paths whose names are wanted; a path may be a file itself. What git
    ignores is left out, and the folders that hold other people's packages."""
    search = _Search(excluded, True, errors if errors is not None else [])
    found = (file for path in paths for file in search.files(path))
    return list(dict.fromkeys(path for path in found if wanted(path)))


def walk(top: str) -> Iterator[str]:
    """All files below a directory, as `find_files` finds them; ignore files above it do not count."""
    return _Search(lambda _: False, True, []).below(top, [])


def is_ignored(path: str, top: str) -> bool:
    """Whether the ignore files from a directory ``top`` on leave a file out of git; both are absolute."""
    folders = [folder for folder in Path(path).parents if folder == Path(top) or Path(top) in folder.parents]
    ignores = [_Ignore(str(folder), []) for folder in reversed(folders)]
    return any(_ignored(str(one), ignores, True) for one in folders[:-1]) or _ignored(path, ignores, False)


class _Search:
    def __init__(self, excluded: Callable[[str], bool], use_gitignore: bool, errors: list[OSError]) -> None:
        self.excluded = excluded
        self.use_gitignore = use_gitignore
        self.errors = errors
        self.ignores: list[_Ignore] = []  # all that were read

    def modules(self, path: str) -> Iterator[tuple[str, Listing]]:
        if not os.path.isdir(path):
            directory = os.path.normpath(os.path.dirname(path) or ".")
            if path.endswith(".py"):
                listing = Listing((), programs=tuple(programs(directory, [os.path.basename(path)])))
            else:
                names = [one.name for one in self._entries(directory) if _is_terraform(one)]
                listing = _listing(names, lambda name: self.excluded(in_directory(directory, name)))
            if listing.to_do and not self.excluded(os.path.normpath(path)):
                yield directory, listing
            return
        top = os.path.normpath(path)
        stack = [(top, self._outer_ignores(top) if self.use_gitignore else [], True)]
        while stack:
            directory, ignores, may_have_programs = stack.pop()
            entries = self._entries(directory)
            if self.use_gitignore and any(entry.name == ".gitignore" for entry in entries):
                ignores = [*ignores, self._ignore(directory)]
            names = [one.name for one in entries if _is_terraform(one)]
            left_out = partial(self._left_out, directory, ignores=ignores)
            listing = _listing(names, left_out) if names else Listing(())
            may_have_programs = may_have_programs and not any(one.name == "pyvenv.cfg" for one in entries)
            if may_have_programs:
                found = programs(directory, [one.name for one in entries if one.name.endswith(".py")])
                listing = replace(listing, programs=tuple(name for name in found if not left_out(name)))
            if listing.to_do:
                yield directory, listing
            folders = [
                one.name
                for one in reversed(entries)
                if one.name not in SKIPPED_FOLDERS and _is_folder(one, follow=False)
            ]
            for name in folders:
                folder = in_directory(directory, name)
                if not (self.excluded(folder) or _ignored(folder, ignores, True)):
                    stack.append((folder, ignores, may_have_programs and has_programs(name)))

    def files(self, path: str) -> Iterator[str]:
        """All files below a directory, or the file."""
        top = os.path.normpath(path)
        if not os.path.isdir(path):
            yield from () if self.excluded(top) else (top,)
            return
        yield from self.below(top, self._outer_ignores(top) if self.use_gitignore else [])

    def below(self, top: str, ignores: list[_Ignore]) -> Iterator[str]:
        """All files below a directory; ``ignores`` are the ignore files above it."""
        stack = [(top, ignores)]
        while stack:
            directory, ignores = stack.pop()
            entries = self._entries(directory)
            if any(entry.name == "pyvenv.cfg" for entry in entries):
                continue
            if self.use_gitignore and any(entry.name == ".gitignore" for entry in entries):
                ignores = [*ignores, self._ignore(directory)]
            for entry in entries:
                inside = in_directory(directory, entry.name)
                if _is_folder(entry, follow=False):
                    left_out = entry.name in SKIPPED_FOLDERS | _OF_OTHERS
                    if not (left_out or self.excluded(inside) or _ignored(inside, ignores, True)):
                        stack.append((inside, ignores))
                elif not (_is_folder(entry) or self._left_out(directory, entry.name, ignores)):
                    yield inside

    def _left_out(self, directory: str, name: str, ignores: list[_Ignore]) -> bool:
        path = in_directory(directory, name)
        return _ignored(path, ignores, False) or self.excluded(path)

    def _ignore(self, directory: str) -> _Ignore:
        """The ignore file of a directory."""
        self.ignores.append(_Ignore(directory, self.errors))
        return self.ignores[-1]

    def _outer_ignores(self, top: str) -> list[_Ignore]:
        """The ignore files above a directory, up to the top of its git repository; none if they ignore the
        directory itself, which the user has named."""
        here = os.path.abspath(top)
        folders = [here]  # up to the top of the repository
        while not os.path.lexists(os.path.join(folders[-1], ".git")):
            above = os.path.dirname(folders[-1])
            if above == folders[-1]:
                return []
            folders.append(above)
        folders.reverse()
        found: list[_Ignore] = []
        for above, folder in pairwise(folders):
            if os.path.lexists(os.path.join(above, ".gitignore")):
                found.append(self._ignore(above))
            if _ignored(folder, found, True):
                return []
        return found

    def _entries(self, directory: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(directory) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.errors.append(error)
            return []


def in_directory(directory: str, name: str) -> str:
    """The path of a file or folder."""
    return name if directory == "." else os.path.join(directory, name)


def _is_terraform(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a file that Terraform reads. A link that leads nowhere is one, and so is a pipe or
    a device: they are errors."""
    name = entry.name
    known = (*CONFIGURATION, *_EVIDENCE, *TEMPLATES)
    if name != LOCK_FILE and (not name.endswith(known) or name.startswith((".", "#"))):
        return False
    return not _is_folder(entry)


def _is_folder(entry: os.DirEntry[str], follow: bool = True) -> bool:
    """Whether an entry is a folder; a link that leads round in a circle, or to what is hidden, is none."""
    try:
        return entry.is_dir(follow_symlinks=follow)
    except OSError:
        return False


def listing_of(directory: str) -> Listing:
    """The Terraform files of one directory, whatever git ignores. Raises OSError."""
    with os.scandir(directory) as entries:
        names = sorted(entry.name for entry in entries if _is_terraform(entry))
    return _listing(names, lambda _: False)


def _listing(names: Sequence[str], left_out: Callable[[str], bool]) -> Listing:
    configuration = [name for name in names if name.endswith(CONFIGURATION)]
    left_alone = [name for name in configuration if left_out(name)]
    return Listing(
        tuple(name for name in configuration if name not in left_alone),
        tuple(left_alone),
        tuple(name for name in names if not name.endswith(CONFIGURATION)),
    )


class _Ignore:
    """A .gitignore file. One that cannot be read is an error, and ignores nothing."""

    def __init__(self, directory: str, errors: list[OSError]) -> None:
        self.path = in_directory(directory, ".gitignore")
        self.base = "" if directory == "." else directory.rstrip("/") + "/"
        self.patterns: list[Pattern] = []
        try:
            self.patterns = read_patterns(read_text(self.path))
        except (FileNotFoundError, IsADirectoryError):
            pass  # git takes that for none, too
        except OSError as error:
            errors.append(error)

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """Whether this file ignores a path, takes it in again, or says nothing of it."""
        if not path.startswith(self.base):
            path = os.path.abspath(path)
        return verdict(self.patterns, path[len(self.base) :], is_folder)

    def faults(self) -> Iterator[str]:
        """Its patterns with a mistake in them, by their places."""
        for one in self.patterns:
            if one.fault:
                yield f"{self.path}:{one.number}: the pattern '{one.line}' has a mistake: {one.fault}"


def _ignored(path: str, ignores: list[_Ignore], is_folder: bool) -> bool:
    for ignore in reversed(ignores):
        verdict = ignore.verdict(path, is_folder)
        if verdict is not None:
            return verdict
    return False
