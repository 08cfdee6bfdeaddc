"""The oldest Terraform and the provider version that a module is to ask for."""

from __future__ import annotations

import re

from tffix import HclSyntaxError, Module, facts, parse, providers

from ._features import features

LOCK_FILE = ".terraform.lock.hcl"
_OLDEST = (1, 0)


def oldest_terraform(module: Module) -> str:
    """The oldest version, at least 1.0, that knows all parts of the language that the module uses."""
    found = (
        feature.since
        for file in module.files.values()
        for block in file.blocks()
        for feature in features(block)
    )
    return ".".join(map(str, max((_OLDEST, *found))))


def locked_version(address: str, module: Module) -> str | None:
    """The version of a provider in the lock file beside the module."""
    try:
        lock = parse(module.opaque.get(LOCK_FILE, "").encode("utf-8"), LOCK_FILE)
    except HclSyntaxError:
        return None
    for block in lock.blocks("provider"):
        version = block.get("version")
        if block.labels and block.labels[0].partition("/")[2] == address and version is not None:
            return version.string
    return None


def newest_allowed(address: str, module: Module) -> str | None:
    """The newest known version of a provider that the modules called here admit; None if the modules they
    call in turn, which are not here, may want another."""
    if any(call.labels and call.labels[0] not in module.children for call in module.blocks("module")):
        return None
    constraints = []
    stack, seen = list(module.children.values()), set[str]()
    while stack:
        child = stack.pop()
        if child.path in seen:
            continue
        seen.add(child.path)
        if any(call.labels and call.labels[0] not in child.children for call in child.blocks("module")):
            return None
        constraints += [one.version for one in providers.required_providers(child) if one.address == address]
        stack += child.children.values()
    try:
        found = facts.versions.counting_version(address, [one for one in constraints if one])
    except facts.versions.InvalidConstraintError:
        return None
    return found[0] if found is not None and found[1] else None


def pessimistic(version: str, depth: int) -> str | None:
    """``~>`` with the first numbers of a version: of 5.31.0 `~> 5.31`, or `~> 5.0` for the major alone. The
    major 0 alone says nothing: of 0.14.2 it is `~> 0.14`, of 0.0.3 all of it."""
    match = re.match(r"(\d+)\.(\d+)\.(\d+)$", version)
    if match is None:
        return None
    major, minor, _ = match.groups()
    if major == minor == "0":
        return f"~> {version}"
    return f"~> {major}.{minor if depth == 2 or major == '0' else 0}"
