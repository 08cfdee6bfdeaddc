"""Decides which version of each provider's schema a project is checked against."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from tffix.facts.versions import Constraint, InvalidConstraintError, Version, choose
from tffix.validate.encoder import Encoder
from tffix.validate.modules import locked_versions
from tffix.validate.project import Project
from tffix.validate.results import ProviderVersion

ANY_VERSION: Final = "any"
"""The version of schemas whose version nobody knows."""

_BUILT_IN: Final = "terraform.io/builtin/"


def choose_versions(project: Project, schemas: Encoder) -> tuple[ProviderVersion, ...]:
    """The version of each provider to check against; for those without schemas the version ""."""
    wanted: dict[str, dict[str, None]] = {}
    for module in project.modules.values():
        for address in module.providers():
            wanted.setdefault(address, {})
        for requirement in module.requirements.values():
            wanted.setdefault(requirement.address, {}).update(dict.fromkeys(requirement.constraints))
    locked = locked_versions(project.root)
    return tuple(
        _choose(address, schemas.versions(address), tuple(wanted[address]), locked.get(address, ""))
        for address in sorted(wanted)
        if not address.startswith(_BUILT_IN) and address != "hashicorp/terraform"
    )


def _choose(
    address: str, served: Iterable[str], constraints: tuple[str, ...], locked: str
) -> ProviderVersion:
    known = [version for version in served if _is_valid(Version.parse, version)]
    if "" in served and not known:
        return ProviderVersion(address, ANY_VERSION, constraints, locked)
    # What is no constraint is for Terraform to report.
    usable = [text for text in constraints if _is_valid(Constraint.parse, text)]
    lock = locked if _is_valid(Version.parse, locked) else None
    chosen = choose(known, usable, lock)
    if chosen is None:
        return ProviderVersion(address, "", constraints, locked, False)
    return ProviderVersion(address, chosen[0], constraints, locked, chosen[1])


def _is_valid(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except InvalidConstraintError:
        return False
    return True


def skipped_providers(chosen: Iterable[ProviderVersion]) -> list[str]:
    return [f"provider {choice.address}: its schema is not known" for choice in chosen if not choice.is_known]
