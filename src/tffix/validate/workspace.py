"""The temporary copy that Terraform is run on: real directories and configuration files, links for the rest.

Configuration files are written out (they may have been changed in place, never moved); every other file and
directory of the project is a link, so that `file("../x")` and the like find what they name. Nothing is ever
written through a link.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tffix.files import kind_of, read_file
from tffix.terraform.discovery import CONFIGURATION
from tffix.validate.configuration import Configuration
from tffix.validate.modules import ModuleFiles

SUPPLIED: Final = "_tffix_supplied.tf"
OVERRIDES: Final = "_tffix_supplied_override.tf"

_ENCRYPTED: Final = b"\0GITCRYPT\0"
_UPWARDS: Final = re.compile(r"((?:\.\./)+)([\w-][\w.-]*)")
_LEFT_OUT: Final = frozenset({".terraform", ".terraform.lock.hcl", ".git", SUPPLIED, OVERRIDES})


@dataclass(slots=True)
class Supplied:
    """What is added to a module in files of our own: whole `blocks`, and `overrides` merged into its own."""

    blocks: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, list[str]] = field(default_factory=dict)

    def texts(self) -> dict[str, str]:
        """The text of each file by its name; empty for one that is not needed."""
        merged = "".join(
            f"{head} {{\n" + "".join(f"  {line}\n" for line in dict.fromkeys(lines)) + "}\n"
            for head, lines in self.overrides.items()
        )
        return {SUPPLIED: "\n".join(self.blocks.values()), OVERRIDES: merged}


class Workspace:
    """The copy of one project below a temporary directory."""

    def __init__(self, project: Configuration, folder: Path) -> None:
        self.project = project
        self.folder = folder
        self.data = folder / "data"
        self.tree = folder / "tree"
        self.top = _top(project.modules)
        self.copied_top = self._copied_top(project.root, project.place or project.root)
        self.directory = self.copy_of(project.root)

    def _copied_top(self, root: Path, place: Path) -> Path:
        """Where the top goes: so that the root module is at the same place in the copy as it is on the disk,
        because `path.cwd` shows it. Only folders of the same names can be there."""
        below, wanted = root.relative_to(self.top).parts, place.relative_to(place.anchor).parts
        if wanted[len(wanted) - len(below) :] != below:
            return self.tree
        return self.tree.joinpath(*wanted[: len(wanted) - len(below)])

    def copy_of(self, original: Path) -> Path:
        """Where the copy of a file or directory of the project is."""
        return self.copied_top / original.relative_to(self.top)

    def original_of(self, name: str) -> Path:
        """The user's file for a name in Terraform's output, which is relative to the root module's copy."""
        path = Path(os.path.normpath(self.directory / name))
        try:
            return self.top / path.relative_to(self.copied_top)
        except ValueError:
            return path

    def build(self) -> None:
        """Makes the copy."""
        self.data.mkdir(parents=True)
        real = {self.top}
        for directory in self.project.modules:
            real.update(
                parent for parent in (directory, *directory.parents) if parent.is_relative_to(self.top)
            )
        for directory in sorted(real):
            self._fill(directory, real)
        self._list_modules()

    def _fill(self, directory: Path, real: set[Path]) -> None:
        copy = self.copy_of(directory)
        copy.mkdir(parents=True, exist_ok=True)
        module = self.project.modules.get(directory)
        written = {file.path.name for file in module.files} if module else set()
        unread = {path.name for path in module.unread} if module else set()
        left_out = _LEFT_OUT | written | unread
        for entry in os.scandir(directory) if directory.is_dir() else ():
            path = directory / entry.name
            # Terraform would wait for what comes out of a pipe, or read a device without end.
            if path not in real and entry.name not in left_out and not kind_of(path):
                _link(path, copy / entry.name)
        for file in module.files if module else ():
            (copy / file.path.name).write_bytes(file.text.encode("utf-8", "surrogateescape"))

    def _list_modules(self) -> None:
        entries = [{"Key": "", "Source": "", "Dir": "."}]
        for number, item in enumerate(self.project.installed):
            if item.directory:
                place = os.path.relpath(self.copy_of(item.directory), self.directory)
            else:
                stand_in = self.folder / "stand-ins" / str(number)
                stand_in.mkdir(parents=True)
                (stand_in / "main.tf").write_text(item.stand_in, "utf-8")
                place = str(stand_in)
            entries.append({"Key": item.key, "Source": item.source, "Dir": place.replace(os.sep, "/")})
        listing = self.data / "modules" / "modules.json"
        listing.parent.mkdir()
        listing.write_text(json.dumps({"Modules": entries}), "utf-8")

    def update(self, supplied: dict[Path, Supplied]) -> None:
        """Brings the copy up to date after mending."""
        for module in self.project.modules.values():
            for file in module.files:
                if file.changed:
                    target = self.copy_of(file.path)
                    target.write_bytes(file.text.encode("utf-8", "surrogateescape"))
                    file.changed = False
        for directory, addition in supplied.items():
            for name, text in addition.texts().items():
                if text:
                    (self.copy_of(directory) / name).write_text(text, "utf-8")

    def supply_empty(self, name: str) -> bool:
        """Makes an empty file of the copy where there is none, by its name as Terraform has it; false if that
        is not possible. Nothing is written through a link: a folder on the way becomes one of the copy."""
        path = Path(os.path.normpath(self.directory / name))
        if not path.is_relative_to(self.tree) or os.path.lexists(path):
            return False
        for folder in reversed(path.relative_to(self.tree).parents[:-1]):
            self._make_real(self.tree / folder)
        path.touch()
        return True

    def _make_real(self, folder: Path) -> None:
        """A folder of the copy in place of a link, with links to what is in it."""
        if not folder.is_symlink():
            folder.mkdir(exist_ok=True)
            return
        original = folder.resolve()
        folder.unlink()
        folder.mkdir()
        for entry in os.scandir(original) if original.is_dir() else ():
            if not kind_of(Path(entry.path)):
                _link(Path(entry.path), folder / entry.name)

    def leave_out_encrypted(self) -> list[str]:
        """Removes the variable values that git-crypt has encrypted; their names."""
        found = []
        for path in sorted(self.directory.glob("*.tfvars*")):
            try:
                is_encrypted = read_file(path).startswith(_ENCRYPTED)
            except OSError:
                continue  # which Terraform reports
            if is_encrypted:
                path.unlink()
                found.append(path.name)
        return found

    def leave_only_known(self) -> None:
        """Removes links to what Terraform may take for configuration, or for its state, and is neither of
        the project: nothing runs that was not looked at."""
        for directory, module in self.project.modules.items():
            known = {file.path.name for file in module.files} | {SUPPLIED, OVERRIDES}
            for entry in os.scandir(self.copy_of(directory)):
                is_read = entry.name.endswith((*CONFIGURATION, ".tfstate"))
                if is_read and entry.name not in known and (entry.is_symlink() or entry.is_file()):
                    os.unlink(entry.path)


def _top(modules: Mapping[Path, ModuleFiles]) -> Path:
    """The directory to copy from: that of the repository, or the one that all modules share with the files
    outside of them that they name."""
    shared = Path(os.path.commonpath(modules))
    for directory in (shared, *shared.parents):
        if (directory / ".git").exists():
            return directory
    return Path(os.path.commonpath([*modules, *_named_outside(modules)]))


def _named_outside(modules: Mapping[Path, ModuleFiles]) -> Iterator[Path]:
    """The directories above a module that it goes up to for something that is there: `../../files`."""
    for directory, module in modules.items():
        for up, name in {found for file in module.files for found in _UPWARDS.findall(file.text)}:
            above = Path(os.path.normpath(directory / up))
            if (above / name).exists():
                yield above


def _link(original: Path, copy: Path) -> None:
    try:
        copy.symlink_to(original, target_is_directory=original.is_dir())
    except OSError:
        # No right to make links (Windows): files are copied, whole directories only if nothing else helps.
        if original.is_dir():
            shutil.copytree(original, copy, symlinks=True, dirs_exist_ok=True)
        else:
            shutil.copyfile(original, copy)
