"""Which remote state terragrunt gives to a module: by `remote_state`, or by a backend that it generates.

Facts: Terragrunt documentation, "HCL blocks" (`terraform`, `remote_state`, `generate`, `include`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..hcl import HclSyntaxError, parse
from ..hcl.tree import File
from .discovery import SKIPPED_FOLDERS
from .surroundings import repository_top

_UNIT = "terragrunt.hcl"
_SHARED = (_UNIT, "root.hcl", "common.hcl")
_MOST_FOLDERS = 5000
_BACKEND = re.compile(r'\bbackend\s+\\?"(?!local\\?")|\bcloud\s*\{')
_REMOTE_STATE = re.compile(r"^\s*remote_state\s*[{=]", re.M)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A terragrunt.hcl: its directory, and the end of its source that can be told."""

    directory: str
    source: str


def remote_state_of(directory: str) -> str:
    """The file that gives remote state to the module of a directory, as a clause; nothing if none does."""
    top = repository_top(os.path.abspath(directory))
    for unit in _units_of(directory):
        for path in _files_above(unit.directory, top):
            if _gives_state(path):
                return f"{os.path.relpath(path)} gives it remote state"
    return ""


def is_run(directory: str) -> bool:
    """Whether terragrunt runs the module of a directory."""
    return next(_units_of(directory), None) is not None


def _units_of(directory: str) -> Iterator[_Unit]:
    here = os.path.abspath(directory)
    top = repository_top(here)
    units = _units(top) if top is not None else _unit_in(here)
    return (unit for unit in units if _runs(unit, here, top))


@cache
def _units(top: str) -> tuple[_Unit, ...]:
    found: list[_Unit] = []
    stack, seen = [top], 0
    while stack and seen < _MOST_FOLDERS:
        directory, seen = stack.pop(), seen + 1
        found += _unit_in(directory)
        try:
            with os.scandir(directory) as entries:
                stack += (
                    entry.path
                    for entry in entries
                    if entry.name not in SKIPPED_FOLDERS and entry.is_dir(follow_symlinks=False)
                )
        except OSError:
            continue
    return tuple(found)


def _unit_in(directory: str) -> Iterator[_Unit]:
    path = os.path.join(directory, _UNIT)
    if os.path.isfile(path):
        yield _Unit(directory, _source(_read(path)))


def _source(file: File | None) -> str:
    """The source of a unit without what is only known when it runs: the text after the last interpolation."""
    for block in file.blocks() if file is not None else ():
        source = block.get("source") if block.type == "terraform" else None
        if source is not None:
            text = source.source.strip('"').partition("?")[0]
            return re.sub(r"(?<!:)//", "/", text.rpartition("}")[2] if "${" in text else text)
    return ""


def _runs(unit: _Unit, directory: str, top: str | None) -> bool:
    """Whether a unit runs the module of a directory, as far as the text of its source can tell."""
    if unit.source in ("", "."):
        return unit.directory == directory
    if unit.source.startswith("."):
        return os.path.normpath(os.path.join(unit.directory, unit.source)) == directory
    if top is None:
        return False
    relative = os.path.relpath(directory, top)
    return f"/{unit.source}".rstrip("/").endswith(f"/{relative}")


def _files_above(directory: str, top: str | None) -> Iterator[str]:
    """The files of terragrunt in a directory and above it, up to the repository."""
    here = directory
    while True:
        yield from (path for name in _SHARED if os.path.isfile(path := os.path.join(here, name)))
        above = os.path.dirname(here)
        if top is None or here in (top, above):
            return
        here = above


@cache
def _gives_state(path: str) -> bool:
    file = _read(path)
    if file is None:
        return _text_gives_state(path)
    for block in file.blocks():
        backend = block.get("backend")
        if block.type == "remote_state" and (backend is None or backend.string != "local"):
            return True
        contents = block.get("contents")
        if block.type == "generate" and contents is not None and _BACKEND.search(contents.source):
            return True
    return False


def _text_gives_state(path: str) -> bool:
    try:
        text = Path(path).read_text("utf-8", "replace")
    except OSError:
        return True  # what cannot be read may
    return bool(_REMOTE_STATE.search(text) or _BACKEND.search(text))


def _read(path: str) -> File | None:
    """A file of terragrunt, or nothing if it cannot be parsed."""
    try:
        return parse(Path(path).read_bytes(), path)
    except (HclSyntaxError, OSError):
        return None
