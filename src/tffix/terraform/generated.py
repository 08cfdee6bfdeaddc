"""What Terragrunt writes beside the files of a module before Terraform runs: it counts as there.

Facts: Terragrunt documentation, the `generate` block (`path`, `if_exists`, `contents`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from ..hcl import HclSyntaxError
from ..hcl.tree import File
from ..projection import read
from .discovery import CONFIGURATION
from .module import Module
from .terragrunt import GeneratedFile, Unit

_REMOTE_BACKEND = re.compile(r'\bbackend\s+"(?!local")|\bcloud\s*\{')


def units_of(module: Module) -> list[Unit]:
    """The Terragrunt units that run a module, or may."""
    if module.repository is None or module.language != "hcl":
        return []
    return module.repository.units_of(module.path)


def _units_near(module: Module) -> list[Unit]:
    """The units that run a module; for one that no unit is known to run, and that configures neither a
    provider nor a backend itself, those that run the modules beside it: it may be run like them."""
    units, repository = units_of(module), module.repository
    if units or repository is None or module.language != "hcl" or module.blocks("provider"):
        return units
    inner = (block.type for one in module.blocks("terraform") for block in one.blocks())
    return [] if not {"backend", "cloud"}.isdisjoint(inner) else repository.units_beside(module.path)


def remote_state_of(module: Module) -> str:
    """The Terragrunt file that gives remote state to a module, as a clause; nothing if none does."""
    for unit in units_of(module):
        if unit.backend not in (None, "local"):
            return f"{os.path.relpath(unit.state_file)} configures its remote state"
        for file in unit.generated:
            if file.contents is not None and _REMOTE_BACKEND.search(file.contents):
                return f"{os.path.relpath(file.origin)} configures its remote state"
        if unit.includes_unknown and unit.backend is None:
            return f"{os.path.relpath(unit.path)} includes a file that is not found"
    beside = [] if units_of(module) else _units_near(module)
    files = [unit.state_file for unit in beside if unit.backend not in (None, "local")]
    return f"{os.path.relpath(files[0])} configures remote state for the modules beside it" if files else ""


def generated_files(module: Module) -> Iterator[GeneratedFile]:
    """The files that Terragrunt writes into a module, each as often as units write another one."""
    found = (file for unit in _units_near(module) for file in unit.generated)
    for file in dict.fromkeys(found):
        # With "skip" the module's own file wins.
        if file.if_exists != "skip" or not os.path.exists(os.path.join(module.directory, file.name)):
            yield file


def generated(module: Module) -> Module:
    """A module of the files that Terragrunt writes into another one, so that it can be asked what they
    declare; without files if there are none. Files whose contents are not known are ``unreadable``, and so
    are units with includes that are not known, which may write more."""
    files: dict[str, File] = {}
    unreadable = [os.path.basename(unit.path) for unit in units_of(module) if unit.includes_unknown]
    for number, one in enumerate(generated_files(module)):
        if not one.name.endswith(CONFIGURATION):
            continue
        try:
            file = read(one.contents.encode(), one.name) if one.contents is not None else None
        except HclSyntaxError:
            file = None
        if file is None:
            unreadable.append(one.name)
        else:
            files[f"{one.name} {number}"] = file
    made = Module(module.path, files)
    made.unreadable = unreadable
    return made


def writer_of(name: str, module: Module) -> str | None:
    """The path of the Terragrunt file that writes the module's file of that name, if one does: what stands
    in it, or is put there, is lost or in the way."""
    for file in generated_files(module):
        if file.name == name:
            return os.path.relpath(file.origin)
    return None


def why_not_written(name: str, module: Module, *, is_new: bool) -> str:
    """Why a file of a module must not be written, or made, as a clause; nothing if it may."""
    writer = writer_of(name, module)
    if writer:
        return f"{writer} writes {name}"
    repository = module.repository if is_new else None
    if repository is not None and repository.ignores(os.path.join(module.directory, name)):
        return f"git ignores {name}, so what is put there is lost from the commit"
    return ""


__all__ = ["generated", "generated_files", "remote_state_of", "units_of", "why_not_written", "writer_of"]
