"""The oldest Terraform and the provider version that a module is to ask for.

Facts: Terraform's changelogs, for the versions in which the language got its parts.
"""

from __future__ import annotations

import re

from tffix import Address, Block, HclSyntaxError, Module, facts, mentions, nodes, parse, providers

LOCK_FILE = ".terraform.lock.hcl"
_OLDEST = (1, 0)
_BLOCKS = {"moved": (1, 1), "check": (1, 5), "import": (1, 5), "removed": (1, 7), "ephemeral": (1, 10)}
_ARGUMENTS = {
    "nullable": (1, 1),
    "precondition": (1, 2),
    "postcondition": (1, 2),
    "replace_triggered_by": (1, 2),
}
_FUNCTIONS = {
    "optional": (1, 3),
    "startswith": (1, 3),
    "endswith": (1, 3),
    "timecmp": (1, 3),
    "strcontains": (1, 5),
    "plantimestamp": (1, 5),
    "issensitive": (1, 8),
    "templatestring": (1, 9),
    "ephemeralasnull": (1, 10),
}


def oldest_terraform(module: Module) -> str:
    """The oldest version, at least 1.0, that knows all parts of the language that the module uses."""
    needed = {_OLDEST}
    for file in module.files.values():
        for block in file.blocks():
            needed.update(_needs(block))
    return ".".join(map(str, max(needed)))


def _needs(block: Block) -> set[tuple[int, int]]:
    found = {_BLOCKS.get(block.type, _OLDEST)}
    if block.labels[:1] == ("terraform_data",):
        found.add((1, 4))
    if block.type == "variable" and _looks_at_others(block):
        found.add((1, 9))
    for body in block.body.walk():
        found.update(_ARGUMENTS.get(inner.type, _OLDEST) for inner in body.blocks())
        for attribute in body.attributes:
            found.add((1, 11) if attribute.name.endswith("_wo") else _ARGUMENTS.get(attribute.name, _OLDEST))
            for call in attribute.expression.find(nodes.Call) if "(" in attribute.source else ():
                found.add((1, 8) if "::" in call.name else _FUNCTIONS.get(call.name, _OLDEST))
    return found


def _looks_at_others(variable: Block) -> bool:
    """Whether a validation of a variable refers to anything but it."""
    own = Address(("var", *variable.labels))
    attributes = (a for one in variable.blocks("validation") for a in one.body.attributes)
    return any(one.address != own for a in attributes for one in mentions(a.source))


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
    stack, seen = list(module.children.values()), set()
    while stack:
        child = stack.pop()
        if id(child) in seen:
            continue
        seen.add(id(child))
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
