"""What is compared at once: a module that no other one calls, with the modules that it calls."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tffix import File
from tffix.projection import read
from tffix.terraform.discovery import Listing, find_modules
from tffix.terraform.project import Project, read_modules
from tffix.terraform.repository import Repositories
from tffix.terraform.surroundings import called_from_outside
from tffix.validate import find_modules as find_roots
from tffix.validate.configuration import load_configuration


@dataclass(frozen=True, slots=True)
class Unit:
    """A module to validate; `directories` are its own and those of the local modules that it calls."""

    root: Path
    directories: tuple[Path, ...]

    @property
    def size(self) -> int:
        """How many bytes its files have."""
        return sum(one.stat().st_size for path in self.directories for one in path.glob("*.tf"))

    def project(self) -> Project:
        """Its modules, read anew and tied."""
        found: dict[str, Listing] = {}
        for path in self.directories:
            found |= {
                directory: listing
                for directory, listing in find_modules([str(path)], use_gitignore=False).items()
                if directory == str(path)
            }
        return read_modules(found, called_from_outside(found), repositories=Repositories(list(found)))


def units_below(paths: Iterable[Path]) -> Iterator[Unit]:
    """The units at and below some directories, in order."""
    for root in find_roots(Path(os.path.abspath(path)) for path in paths):
        yield Unit(root, tuple(sorted(load_configuration(root).modules)))


def has_unknown_files(project: Project) -> bool:
    """Whether Terraform sees other files than are known: one cannot be parsed, or Terragrunt writes one."""
    modules = project.modules.values()
    return any(one.unreadable or one.generated.unreadable or one.generated.files for one in modules)


@contextmanager
def restored(project: Project) -> Iterator[None]:
    """Makes the trees of a project what they were before, whatever is done to them meanwhile."""
    before = [(module, dict(module.files)) for module in project.modules.values()]
    try:
        yield
    finally:
        for module, files in before:
            # Fixes that are tried edit trees, and put others in their place afterwards.
            module.files = {name: _as_read(file) for name, file in files.items()}
        project.tie()


def _as_read(file: File) -> File:
    """A file as it was before it was edited."""
    if file.text == file.source:
        return file
    tree = read(file.original, file.path)
    assert tree is not None
    return tree


@contextmanager
def replaced(project: Project, contents: dict[str, bytes]) -> Iterator[None]:
    """Gives files of a project, by path, other contents for a time."""
    with restored(project):
        for path, data in contents.items():
            directory, name = os.path.split(path)
            tree = read(data, path)
            assert tree is not None
            project.modules[directory].add(name, tree)
        project.tie()
        yield
