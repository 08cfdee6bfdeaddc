"""Renames the alias of a provider configuration, with all that uses it.

Facts: Terraform language documentation, "Provider Configuration" (alias), "Providers Within Modules"
(configuration_aliases, the providers map of a call), "Tests" (providers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..hcl.nodes import Expression, Object, ObjectItem, Template, Traversal
from ..hcl.tree import Attribute, Block, Body
from .address import Address
from .module import Module
from .providers import configurations, required_providers
from .test_files import tests_about


def obstacle(address: Address, name: str, module: Module) -> str:
    """Why an alias cannot be changed, as a clause, or nothing."""
    if len(address.parts) != 3:
        return f"{address} names no provider configuration with an alias"
    provider, old = address.parts[1:]
    known = _declared(module)
    if f"{provider}.{old}" not in known:
        return f"{address} is not declared"
    if f"{provider}.{name}" in known:
        return f"{provider}.{name} is taken"
    return ""


def rename(address: Address, name: str, module: Module) -> None:
    """Gives a provider configuration another alias. There must be no obstacle."""
    provider, old = address.parts[1:]
    is_asked_for = f"{provider}.{old}" in _asked_for(module)
    change = _Change(f"{provider}.{old}", f"{provider}.{name}", name)
    for file in module.files.values():
        for block in module.accepted(file):
            change.block(block)
    if is_asked_for:
        for _, call in module.callers:
            change.map(call.get("providers"), keys=True, values=False)
    for part in tests_about(module):
        change.test(part.block)


def _asked_for(module: Module) -> set[str]:
    return {alias for one in required_providers(module) for alias in one.aliases}


def _declared(module: Module) -> set[str]:
    return {*configurations(module), *_asked_for(module)}


class _Change:
    """Changes ``old`` to ``new``, both as ``aws.west``; ``alias`` is the end of ``new``."""

    def __init__(self, old: str, new: str, alias: str) -> None:
        self.old, self.new, self.alias = old, new, alias

    def block(self, block: Block) -> None:
        """Changes it in a top-level block of a module."""
        self.configuration(block)
        if block.type == "module":
            self.map(block.get("providers"), keys=False, values=True)
        elif block.type == "terraform":
            for required in block.blocks("required_providers"):
                for entry in required.body.attributes:
                    self.every(entry)
        else:
            for body in block.body.walk():
                if _may_name_provider(body, block):
                    self.every(body.get("provider"))

    def test(self, block: Block) -> None:
        """Changes it in a top-level block of a test that is about the module."""
        self.configuration(block)
        if block.type == "run":
            self.map(block.get("providers"), keys=True, values=True)

    def configuration(self, block: Block) -> None:
        provider, _, old = self.old.partition(".")
        alias = block.get("alias")
        is_one = block.type in ("provider", "mock_provider") and block.labels == (provider,)
        if is_one and alias is not None and alias.string == old:
            alias.set(f'"{self.alias}"')

    def every(self, attribute: Attribute | None) -> None:
        """Changes it wherever it is in a value."""
        if attribute is not None:
            nodes = attribute.expression.walk()
            self.replace(attribute, (node for node in nodes if _is_leaf(node)))

    def map(self, attribute: Attribute | None, *, keys: bool, values: bool) -> None:
        """Changes it in a ``providers`` map."""
        node = attribute.expression if attribute is not None else None
        if attribute is None or not isinstance(node, Object):
            return
        found = [
            part
            for item in node.items
            if isinstance(item, ObjectItem)
            for part, counts in ((item.key, keys), (item.value, values))
            if counts
        ]
        self.replace(attribute, iter(found))

    def replace(self, attribute: Attribute, nodes: Iterator[Expression]) -> None:
        changes: dict[Expression, str] = {}
        for node in nodes:
            text = node.literal if isinstance(node, Template) else re.sub(r"\s", "", node.text)
            if text == self.old:
                changes[node] = f'"{self.new}"' if isinstance(node, Template) else self.new
        if changes:
            attribute.replace(changes)


def _is_leaf(node: Expression) -> bool:
    return isinstance(node, Traversal | Template)


def _may_name_provider(body: Body, block: Block) -> bool:
    """Whether ``provider`` in a body is Terraform's own argument: at the top of a block, and in the data
    sources of a check."""
    owner = body.owner
    return owner is block or (block.type == "check" and owner is not None and owner.type == "data")


__all__ = ["obstacle", "rename"]
