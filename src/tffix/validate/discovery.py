"""Finds the modules below a path that nobody calls: those to validate, as the others are read with them."""

from __future__ import annotations

import os
from collections.abc import Iterable
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
        directories = _module_directories(path, tofu)
        called = {
            Path(os.path.normpath(directory / call.source))
            for directory in directories
            for call in read_module(directory, tofu).calls
            if call.is_local and call.source
        }
        found.update((one, None) for one in directories if one == path or one not in called)
    return list(found)


def _module_directories(path: Path, tofu: bool) -> list[Path]:
    modules = []
    for root, names, files in os.walk(path):
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in _LEFT_OUT)
        if any(is_config_file(name, tofu) for name in files):
            modules.append(Path(root))
    return modules
