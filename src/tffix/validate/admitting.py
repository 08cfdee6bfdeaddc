"""Lets this Terraform read modules that are meant for another one, or to be called by another module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tffix.facts.versions import Constraint, InvalidConstraintError, Version
from tffix.terraform.providers import required_providers
from tffix.validate.configuration import Configuration, blank
from tffix.validate.modules import ModuleFiles


def admit(project: Configuration, version: str) -> Iterator[tuple[Path, str, bool]]:
    """Takes out of the copy what asks for another version: the module, what to say of it, and whether the
    version is older than what is asked for."""
    for module in project.modules.values():
        for file, block in list(module.blocks("terraform")):
            wanted = block.get("required_version")
            text = wanted.string if wanted else None
            if wanted and text and not _admits(text, version):
                note = f"requires Terraform {text}, checked with {version}"
                yield module.path, note, _is_older(version, text)
                if not file.is_json:
                    file.replace(blank(file.text, file.start(wanted), file.end(wanted)))


def passed_in(module: ModuleFiles) -> dict[str, str]:
    """Provider configurations that a caller would pass, where the module is made to be called, by name."""
    if module.is_never_called:
        return {}
    found = {}
    for requirement in required_providers(module.module):
        for configuration in requirement.aliases:
            name, _, alias = configuration.partition(".")
            if alias and name == requirement.name and not module.is_declared(configuration):
                found[configuration] = f'provider "{name}" {{\n  alias = "{alias}"\n}}\n'
    return found


def _admits(constraint: str, version: str) -> bool:
    try:
        return Constraint.parse(constraint).allows(version)
    except InvalidConstraintError:
        return True  # which Terraform reports


def _is_older(version: str, constraint: str) -> bool:
    return Version.parse(version).numbers < Constraint.parse(constraint).interval()[0]
