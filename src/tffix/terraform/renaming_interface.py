"""What a module is used by: renames its variables and outputs where callers, tests and values name them."""

from __future__ import annotations

from collections.abc import Iterator

from ..hcl.nodes import Expression, Template
from ..hcl.tree import Attribute, Block
from .address import Address
from .module import Module
from .selections import Selections, selections, selections_in
from .test_files import about, given_values, overridden_outputs, parts, tests_about

_RESERVED = ("source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals")
"""Names that no variable can have: a call of the module could not set it."""


def obstacle(address: Address, name: str, module: Module) -> str:
    """Why a variable or output cannot be renamed for those who use it, as a clause, or nothing."""
    if address.parts[0] == "output":
        for caller, found in _uses(module):
            if found.whole:
                return f"'{found.whole[0].name}' in {caller.path} hands on all outputs at once"
        return ""
    if name in _RESERVED:
        return f"Terraform keeps the name '{name}' for itself"
    if any(call.get(name) is not None for _, call in module.callers):
        return f"a caller sets '{name}' already"
    if next(given_values(module, name), None) is not None:
        return f"'{name}' is given a value already"
    return _of_shared_values(address.parts[1], module)


def rename(address: Address, name: str, module: Module) -> None:
    """Gives a variable or output another name where it is used from outside."""
    old = address.parts[1]
    if address.parts[0] == "var":
        for _, call in module.callers:
            argument = call.get(old)
            if argument is not None:
                argument.rename(name)
        for given in list(given_values(module, old)):
            given.rename(name)
        return
    for _, found in list(_uses(module)):
        found.rename({old: name})
    changes: dict[Attribute, dict[Expression, str]] = {}
    for outputs, key in overridden_outputs(module, old):
        text = f'"{name}"' if isinstance(key, Template) else name
        changes.setdefault(outputs, {})[key] = text
    for outputs, keys in changes.items():
        outputs.replace(keys)


def _uses(module: Module) -> Iterator[tuple[Module, Selections]]:
    """What is selected of a module's outputs, by callers and their tests, and in tests by ``run``."""
    for caller, label in dict.fromkeys((caller, call.labels[0]) for caller, call in module.callers):
        tests = [part.block for part in tests_about(caller)]
        yield caller, selections(Address(("module", label)), caller, tests)
    for owner in module.tied():
        for part in parts(owner):
            if part.block.type == "run" or part.block.type == "variables":
                for run in sorted(_runs(owner, part.file.blocks("run"), module)):
                    yield owner, selections_in([part.block], Address(("run", run)))


def _runs(owner: Module, blocks: Iterator[Block], module: Module) -> set[str]:
    return {block.labels[0] for block in blocks if block.labels and about(block, owner) is module}


def _of_shared_values(name: str, module: Module) -> str:
    """Values at the top of a test are for the modules of all its runs: another one may have the variable."""
    for part in tests_about(module):
        if part.block.type != "variables" or part.block.body.get(name) is None:
            continue
        for run in part.file.blocks("run"):
            other = about(run, part.owner)
            if other is not module and (other is None or other.variable(name) is not None):
                return f"{part.file.path} gives it to another module as well"
    return ""


__all__ = ["obstacle", "rename"]
