"""Evidence of what is deployed: addresses in a state file or in a plan printed as JSON.

Facts: Terraform's state file, version 4; the JSON output format of `terraform show -json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..files import read_file
from ..json_data import read_json
from .module import Module

_MOST_CALLS = 10_000
_INDEX = re.compile(r"""\[(?:"(?:[^"\\]|\\.)*"|[^"\]])*\]""")
_KEYS = ("resources", "values", "prior_state", "format_version")


def deployed_addresses(path: Path) -> frozenset[str]:
    """The addresses of the managed resources in a state file (version 4), or in the output of
    `terraform show -json` for a state or a plan; indexes are left out.

    Raises ValueError with a sentence for the user if the file is none of these, OSError if unreadable.
    """
    data = read_file(path)
    if data.startswith(b"PK"):
        raise ValueError(f"{path} is a plan file: pass the output of `terraform show -json {path.name}`")
    if not data.strip():  # Terraform takes an empty file for no state
        return frozenset()
    try:
        content = read_json(data)
        if not any(key in content for key in _KEYS):
            raise KeyError
        return frozenset(_INDEX.sub("", address) for address in _addresses(content))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(
            f"{path} is neither a state file of version 4 nor the output of `terraform show -json`"
        ) from error


def _addresses(data: dict[str, Any]) -> Iterator[str]:
    for resource in data.get("resources", ()):
        if resource.get("mode") == "managed":
            prefix = f"{resource['module']}." if resource.get("module") else ""
            yield f"{prefix}{resource['type']}.{resource['name']}"
    prior = data.get("prior_state") or (data if "values" in data else {})
    modules = [prior.get("values", {}).get("root_module", {})]
    while modules:
        module = modules.pop()
        yield from (one["address"] for one in module.get("resources", ()) if one.get("mode") == "managed")
        modules.extend(module.get("child_modules", ()))


def module_prefixes(module: Module) -> list[str] | None:
    """The address prefixes that a module's resources have in the state of the roots above it; None if too
    many calls lead to it."""
    if not module.callers:
        return [""]
    found: list[str] = []
    stack: list[tuple[Module, str, frozenset[Module]]] = [(module, "", frozenset())]
    for _ in range(_MOST_CALLS):
        if not stack:
            return found or [""]  # without a root where modules call each other in a circle
        here, suffix, seen = stack.pop()
        if not here.callers:
            found.append(suffix)
        for caller, call in here.callers:
            if caller not in seen:
                stack.append((caller, f"module.{call.labels[0]}.{suffix}", seen | {caller}))
    return None
