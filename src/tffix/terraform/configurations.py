"""Which provider configurations reach a block, through the module calls that pass them on.

Facts: Terraform language documentation, "Providers Within Modules".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ..hcl.tree import Block
from .module import Module
from .providers import passed_providers, provider_of


@dataclass(frozen=True, slots=True)
class Configuration:
    """A ``provider`` block, and the module that it is in."""

    block: Block
    module: Module


Call: TypeAlias = tuple[Module, Block]
"""A module call, and the module that it is in."""


def configurations_of(
    block: Block, module: Module, provider: str = "", way: tuple[Call, ...] = ()
) -> tuple[Configuration, ...]:
    """The provider configurations that a resource, a data source or a module call works with: one for each
    way that a configuration comes to it; those that no module here makes are left out. Of a call it is the
    one that the called module knows as ``provider``. ``way`` limits the ways to those by these calls, which
    lead to the module, the last one into it."""
    found: dict[Block, Configuration] = {}
    stack = [(_name_in(block, provider), module, way)]
    seen: set[tuple[str, str]] = set()
    while stack:
        name, here, way = stack.pop()
        if not name or (name, here.path) in seen:
            continue
        seen.add((name, here.path))
        own = [one for one in here.blocks("provider", name.partition(".")[0]) if _name_of(one) == name]
        if len(own) == 1:
            found[own[0]] = Configuration(own[0], here)
        elif not own:
            for caller, call in way[-1:] or here.callers:
                stack.append((_passed_as(name, call), caller, way[:-1]))
    return tuple(found.values())


def _name_in(block: Block, provider: str) -> str:
    """The configuration that a block uses by the name that it has in its module, or nothing."""
    if block.type != "module":
        return provider_of(block)
    passed = passed_providers(block)
    if block.get("providers") is None:
        return provider
    return passed.get(provider, "") if len(passed) == 1 else ""


def _passed_as(name: str, call: Block) -> str:
    """The name that a configuration of a called module has where it is called; nothing if it has none."""
    if call.get("providers") is not None:
        return passed_providers(call).get(name, "")
    return "" if "." in name else name


def _name_of(block: Block) -> str:
    alias = block.get("alias")
    return block.labels[0] if alias is None else f"{block.labels[0]}.{alias.string}"


__all__ = ["Configuration", "configurations_of"]
