"""What is known of the packages of CDK for Terraform and CDK Terrain: their names, versions and contents."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

OLD_LIBRARY, NEW_LIBRARY = "cdktf", "cdktn"
OLD_BINDINGS, NEW_BINDINGS = "cdktf-cdktf-provider-", "cdktn-provider-"

BESIDE = ("constructs", "jsii", "typeguard")
"""Packages that the bindings need and of which a program may require a version itself."""

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """A major version of a provider's bindings: ``version`` is one in it, ``provider`` that of the provider
    there, ``library`` the minor version of the library that it needs."""

    major: int
    version: str
    provider: str
    library: str
    requires: Mapping[str, str]

    @property
    def provider_major(self) -> str:
        return self.provider.split(".")[0]


@dataclass(frozen=True, slots=True)
class Differences:
    """What the bindings before have that those after have not. Keys are `module.Class`."""

    classes: Mapping[str, str | None]  # with what they are called now, if that is certain
    arguments: Mapping[str, Sequence[str]]
    required: Mapping[str, Sequence[str]]  # arguments that were optional or not there
    attributes: Mapping[str, Sequence[str]]


@cache
def _table(name: str) -> Any:
    return json.loads(files(__package__).joinpath(name).read_text("utf-8"))


def library_versions() -> dict[str, str]:
    """The newest version of each minor version of cdktn, oldest first."""
    found: dict[str, str] = _table("versions.json")["cdktn"]
    return found


def library_minors() -> list[str]:
    """The minor versions of cdktf of which is known what cdktn lacks."""
    return list(_table("names.json")[OLD_LIBRARY])


def providers() -> frozenset[str]:
    """Providers that have bindings of both kinds."""
    return frozenset(_table("versions.json")["providers"])


@cache
def releases(provider: str, *, new: bool) -> tuple[Release, ...]:
    """The major versions of a provider's bindings, oldest first; of the new kind only those for cdktn."""
    entries = _table("versions.json")["providers"][provider]["new" if new else "old"]
    return tuple(
        Release(one["major"], one["version"], one["provider"], one["needs"].split()[1], one["requires"])
        for one in entries
    )


@cache
def modules(provider: str) -> frozenset[str] | None:
    """The modules that the new bindings of a provider have; None: unknown."""
    found = _table("names.json").get(provider, {}).get("modules")
    return None if found is None else frozenset(found.split())


@cache
def differences(provider: str, provider_major: str) -> Differences | None:
    """What a program for the old bindings with that major version of the provider may lack; None: unknown."""
    found = _table("names.json").get(provider, {}).get(provider_major)
    if found is None:
        return None
    return Differences(
        found["classes"],
        found["arguments"],
        found["required"],
        found["attributes"],
    )


def normal(package: str) -> str:
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", package).lower()


def provider_of(package: str) -> str | None:
    """The provider that an old bindings package is for, as `google-beta`."""
    name = normal(package)
    return name.removeprefix(OLD_BINDINGS) if name.startswith(OLD_BINDINGS) else None


def new_package(package: str) -> str | None:
    """The package that replaces one, written alike; None if there is none."""
    if normal(package) == OLD_LIBRARY:
        return NEW_LIBRARY
    provider = provider_of(package)
    if provider not in providers():
        return None
    underscored = "_" in package and "-" not in package
    return (NEW_BINDINGS + str(provider)).replace("-", "_" if underscored else "-")


def new_module(module: str) -> str | None:
    """The top module that replaces one, or None."""
    return new_package(module) if module == module.lower() and "-" not in module else None


def ordered(version: str) -> Version:
    """The numbers of a version, to compare it by."""
    return tuple(int(part) for part in re.findall(r"[0-9]{1,18}", version))


__all__ = [
    "BESIDE",
    "NEW_BINDINGS",
    "NEW_LIBRARY",
    "OLD_BINDINGS",
    "OLD_LIBRARY",
    "Differences",
    "Release",
    "differences",
    "library_minors",
    "library_versions",
    "modules",
    "new_module",
    "new_package",
    "normal",
    "ordered",
    "provider_of",
    "providers",
    "releases",
]
