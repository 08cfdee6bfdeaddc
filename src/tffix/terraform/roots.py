"""The modules to begin with: those that no other one calls."""

from __future__ import annotations

import os
from collections.abc import Iterable

from .discovery import in_directory
from .module import Module
from .project import Project
from .surroundings import local_sources


def roots(project: Project) -> list[Module]:
    """The modules of a tied project that no other one in it calls, in order; of modules that call one another
    and that nobody else calls, the first. A file that cannot be parsed calls what its text seems to call. A
    program is not among them: it has no files that Terraform reads."""
    modules = [one for one in project.modules.values() if one.language == "hcl"]
    by_path = {os.path.normpath(one.path): one for one in modules}
    called = {one.path: _called(one, by_path) for one in modules}
    below = {child.path for children in called.values() for child in children}
    found = {one.path: one for one in modules if one.path not in below}
    reached = _reached(found.values(), called)
    for one in modules:
        if one.path not in reached:
            found[one.path] = one
            reached |= _reached((one,), called)
    return [one for one in modules if one.path in found]


def _called(module: Module, known: dict[str, Module]) -> list[Module]:
    unparsed = [in_directory(module.path, name) for name in module.unreadable if name in module.opaque]
    seeming = [known[path] for file in unparsed for path in local_sources(file) if path in known]
    return [*module.children.values(), *(one for one in seeming if one is not module)]


def _reached(starts: Iterable[Module], called: dict[str, list[Module]]) -> set[str]:
    """The paths of modules, and of all that they call."""
    reached: set[str] = set()
    waiting = list(starts)
    while waiting:
        one = waiting.pop()
        if one.path not in reached:
            reached.add(one.path)
            waiting += called[one.path]
    return reached


__all__ = ["roots"]
