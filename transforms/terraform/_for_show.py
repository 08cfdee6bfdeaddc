"""Modules that show how another one is used, or test it."""

from __future__ import annotations

import os
import posixpath

from tffix import Module

_FOLDERS = frozenset(("example", "examples", "fixture", "fixtures", "test", "tests", "testdata"))


def is_for_show(module: Module) -> bool:
    """Whether a module is an example or part of a test: by its folder, or as it calls the one above it."""
    path = module.path
    if module.repository is not None:
        path = os.path.relpath(module.directory, module.repository.top)
    sources = [source.string or "" for call in module.blocks("module") if (source := call.get("source"))]
    upward = [posixpath.normpath(one) for one in sources if one.startswith("../")]
    return any(set(one.split("/")) == {".."} for one in upward) or not _FOLDERS.isdisjoint(path.split("/"))
