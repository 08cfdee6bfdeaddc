"""Finds the modules below a path that nobody calls: those to validate, as the others are read with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from tffix.validate.errors import ValidateError
from tffix.validate.modules import is_config_file, read_module

_LEFT_OUT: Final = frozenset({"node_modules", "__pycache__"})


def find_modules(paths: Iterable[Path], tofu: bool = False) -> list[Path]:
    """Module directories at and below these paths, in order: each path itself if it is one, and below it
    every module that is not called from another one by a local source. A file stands for its directory."""
    found: dict[Path, None] = {}
    for given in paths:
        path = Path(os.path.abspath(given))
        if not path.exists():
            raise ValidateError(f"no such file or directory: {given}")
        if path.is_file():
            found[path.parent] = None
            continue
        found.update((one, None) for one in _roots(path, _module_directories(path, tofu), tofu))
    return list(found)


def _roots(path: Path, directories: list[Path], tofu: bool) -> list[Path]:
    """The path itself, and what nobody calls; of modules that call each other, and which nobody else calls,
    the first."""
    calls = {
        directory: {
            Path(os.path.normpath(directory / call.source))
            for call in read_module(directory, tofu).calls
            if call.is_local and call.source
        }
        for directory in directories
    }
    called = set().union(*calls.values())
    roots = {one for one in directories if one == path or one not in called}
    reached = _reached(roots, calls)
    for one in directories:
        if one not in reached:
            roots.add(one)
            reached |= _reached({one}, calls)
    return [one for one in directories if one in roots]


def _reached(starts: Iterable[Path], calls: Mapping[Path, set[Path]]) -> set[Path]:
    reached: set[Path] = set()
    waiting = list(starts)
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += calls.get(one, ())
    return reached


def _module_directories(path: Path, tofu: bool) -> list[Path]:
    modules = []
    for root, names, files in os.walk(path):
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in _LEFT_OUT)
        if any(is_config_file(name, tofu) for name in files):
            modules.append(Path(root))
    return modules
