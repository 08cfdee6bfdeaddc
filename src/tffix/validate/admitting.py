"""Lets this Terraform read modules that are meant for another one, or to be called by another module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tffix.facts.versions import Constraint, InvalidConstraintError, Version
from tffix.validate.modules import ModuleDirectory
from tffix.validate.outline import NOWHERE
from tffix.validate.project import Project, blank


def admit(project: Project, version: str) -> Iterator[tuple[Path, str, bool]]:
    """Takes out of the copy what asks for another version: the module, what to say of it, and whether the
    version is older than what is asked for."""
    for module in project.modules.values():
        for file, block in module.blocks("terraform"):
            wanted = block.get("required_version")
            if wanted and wanted.literal and not _admits(wanted.literal, version):
                note = f"requires Terraform {wanted.literal}, checked with {version}"
                yield module.path, note, _is_older(version, wanted.literal)
                if wanted.start != NOWHERE:
                    file.replace(blank(file.text, wanted.start, wanted.end))


def passed_in(module: ModuleDirectory) -> dict[str, str]:
    """Provider configurations that a caller would pass, where the module is made to be called, by name."""
    if module.is_never_called:
        return {}
    return {
        f"{name}.{alias}": f'provider "{name}" {{\n  alias = "{alias}"\n}}\n'
        for name, requirement in module.requirements.items()
        for alias in requirement.aliases
        if (name, alias) not in module.configurations
    }


def _admits(constraint: str, version: str) -> bool:
    try:
        return Constraint.parse(constraint).allows(version)
    except InvalidConstraintError:
        return True  # which Terraform reports


def _is_older(version: str, constraint: str) -> bool:
    return Version.parse(version).numbers < Constraint.parse(constraint).interval()[0]
