"""Decides which version of each provider's schema a configuration is checked against: as the rules do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from tffix.facts.versions import Constraint, InvalidConstraintError, Version, newest_first
from tffix.terraform.provider_versions import choice, constraints_on, locked_versions
from tffix.validate.configuration import Configuration
from tffix.validate.encoder import Encoder
from tffix.validate.results import ProviderVersion

ANY_VERSION: Final = "any"
"""The version of schemas whose version nobody knows."""

_BUILT_IN: Final = "terraform.io/builtin/"


def choose_versions(configuration: Configuration, schemas: Encoder) -> tuple[ProviderVersion, ...]:
    """The version of each provider to check against; for those without schemas the version ""."""
    root = configuration.modules[configuration.root].module
    modules = (root.generated, *(one.module for one in configuration.modules.values()))
    locked = locked_versions(root)[0]
    wanted = {address for module in configuration.modules.values() for address in module.providers()}
    return tuple(
        _choose(
            address,
            schemas.versions(address),
            tuple(dict.fromkeys(constraints_on(address, modules))),
            locked.get(address, ""),
        )
        for address in sorted(wanted)
        if not address.startswith(_BUILT_IN)
    )


def _choose(
    address: str, served: Iterable[str], constraints: tuple[str, ...], locked: str
) -> ProviderVersion:
    served = tuple(served)
    known = newest_first(version for version in served if _is_valid(Version.parse, version))
    if "" in served and not known:
        return ProviderVersion(address, ANY_VERSION, constraints, locked)
    # What is no constraint is for Terraform to report.
    usable = [text for text in constraints if _is_valid(Constraint.parse, text)]
    chosen = choice(known, usable, locked if _is_valid(Version.parse, locked) else None)
    if chosen is None:
        return ProviderVersion(address, "", constraints, locked, False)
    return ProviderVersion(address, chosen.version, constraints, locked, chosen.is_exact)


def _is_valid(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except InvalidConstraintError:
        return False
    return True


def skipped_providers(chosen: Iterable[ProviderVersion]) -> list[str]:
    """A line for each provider whose schema is not known."""
    return [f"provider {choice.address}: its schema is not known" for choice in chosen if not choice.is_known]
