"""The `providers` maps of module calls, compared with what the called modules declare.

Facts: Terraform language documentation, "Providers Within Modules"; what is an error and what a warning is
what `terraform validate` 1.11 makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tffix import Attribute, Module, nodes, providers

from ._module_calls import Call

_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)?")


@dataclass(frozen=True, slots=True)
class Passed:
    """An item of a ``providers`` map: ``name`` is the configuration in the called module, ``given`` that of
    the caller."""

    name: str
    given: str
    item: nodes.ObjectItem
    attribute: Attribute

    @property
    def provider(self) -> str:
        return self.name.partition(".")[0]

    @property
    def has_alias(self) -> bool:
        return "." in self.name


def passed(call: Call) -> Iterator[Passed]:
    attribute = call.get("providers")
    node = attribute.expression if attribute is not None else None
    if attribute is None or not isinstance(node, nodes.Object):
        return
    for item in node.items:
        names = item.key.text.strip('"'), item.value.text.strip('"')
        if all(map(_NAME.fullmatch, names)):
            yield Passed(*names, item, attribute)


def declares(module: Module, name: str) -> bool:
    """Whether a module says that it is given a configuration of that name."""
    required = providers.required_providers(module)
    names = {one.name for one in required} | {alias for one in required for alias in one.aliases}
    return name in names or name in providers.configurations(module)


def address(module: Module, name: str) -> str | None:
    """The address of the provider that a configuration of a module belongs to; None if it is not certain."""
    local = name.partition(".")[0]
    found = {one.address for one in providers.required_providers(module) if one.name == local}
    unread = any("source" in one.unread for one in providers.required_providers(module) if one.name == local)
    if len(found) > 1 or unread or local == "terraform":
        return None  # the last one is built in
    return found.pop() if found else f"hashicorp/{local}"
