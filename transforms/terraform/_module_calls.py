"""Calls of local modules, each with the module that it calls, and the provider configurations below it.

Facts: Terraform language documentation, "Modules" and "Providers Within Modules"; what is an error is what
`terraform validate` 1.11 rejects.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from tffix import Attribute, Block, Module, called_directory, called_module, is_override

from ..schema._spelling import evident

META = frozenset(("source", "version", "count", "for_each", "providers", "depends_on"))
"""Arguments of a call that are not variables of the module."""


@dataclass(frozen=True, slots=True)
class Call:
    """A module call with the blocks of override files that belong to it, and the module that it calls."""

    block: Block
    overrides: tuple[Block, ...]
    module: Module

    @property
    def name(self) -> str:
        return self.block.labels[0]

    def get(self, name: str) -> Attribute | None:
        """An argument of the call, as an override has it."""
        found = (one.get(name) for one in (*reversed(self.overrides), self.block))
        return next((one for one in found if one is not None), None)

    @property
    def unknown(self) -> list[Attribute]:
        """The arguments that are no variables of the module."""
        known = variable_names(self.module) | META
        blocks = (self.block, *self.overrides)
        return [one for block in blocks for one in block.body.attributes if one.name not in known]

    def misspelt(self) -> dict[str, str]:
        """The unknown arguments that evidently mean a variable which the call must set, and which none of the
        others means."""
        wanted = {one.labels[0] for one in required_variables(self.module)}
        free = sorted(name for name in wanted if self.get(name) is None)
        meant = {one.name: evident(one.name, free) or _only_near(one.name, free) for one in self.unknown}
        named = list(meant.values())
        return {name: one for name, one in meant.items() if one is not None and named.count(one) == 1}


def _only_near(name: str, candidates: list[str]) -> str | None:
    near = get_close_matches(name, candidates, 2, 0.8)
    return near[0] if len(near) == 1 else None


def calls(module: Module) -> Iterator[Call]:
    """The calls of modules that are wholly known. What is called twice by one name is left out."""
    if module.language != "hcl" or module.unreadable:
        return
    for block in module.blocks("module"):
        if len(block.labels) != 1 or _is_override(block, module):
            continue
        same = [one for one in module.blocks("module", block.labels[0]) if one is not block]
        overrides = tuple(one for one in same if _is_override(one, module))
        if len(overrides) < len(same) or any(one.get("source") for one in overrides):
            continue
        called = called_module(module, block)
        if called is not None and called is not module and not called.unreadable:
            yield Call(block, overrides, called)


def _is_override(block: Block, module: Module) -> bool:
    return is_override(module.file_of(block).path.rpartition("/")[2])


def required_variables(module: Module) -> list[Block]:
    """The variables that a call must set."""
    blocks = [one for one in module.blocks("variable") if len(one.labels) == 1]
    with_default = {one.labels[0] for one in blocks if one.get("default") is not None}
    found = {one.labels[0]: one for one in reversed(blocks) if one.labels[0] not in with_default}
    return [one for one in blocks if found.get(one.labels[0]) is one]


def variable_names(module: Module) -> set[str]:
    return {one.labels[0] for one in module.blocks("variable") if len(one.labels) == 1}


def below(module: Module, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Module]]:
    """A module and those that it calls, near or far, each once, with the names of calls that lead to it. What
    cannot be read is left out."""
    found = {module.path: (path, module)}
    queue = [(path, module)]
    for where, one in queue:
        yield where, one
        for block in one.blocks("module"):
            called = called_module(one, block) if len(block.labels) == 1 else None
            if called is not None and called.path not in found:
                found[called.path] = ((*where, block.labels[0]), called)
                queue.append(found[called.path])


def way_back(module: Module, block: Block) -> list[str]:
    """The directories through which a call leads back to the module that it is in; none if it does not."""
    start = called_directory(module, block)
    came_from: dict[str, str | None] = {start: None} if start is not None else {}
    queue = list(came_from)
    for directory in queue:
        if directory == module.path:
            return list(reversed(list(_way(directory, came_from))))
        here = module.project.module_at(directory) if module.project is not None else None
        for inner in here.blocks("module") if here is not None else ():
            called = called_directory(here, inner) if here is not None else None
            if called is not None and called not in came_from:
                came_from[called] = directory
                queue.append(called)
    return []


def _way(directory: str, came_from: dict[str, str | None]) -> Iterator[str]:
    here: str | None = directory
    while here is not None:
        yield here
        here = came_from[here]
