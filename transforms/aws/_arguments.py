"""Reads and sets the arguments of resources: static values, nested blocks, and what repeats them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tffix import (
    Address,
    Attribute,
    Block,
    Module,
    Refused,
    evaluate,
    mentions,
    nodes,
    providers,
    schemas,
)

Scope = Mapping[str, Any]


def value(block: Block, name: str, module: Module, scope: Scope | None = None) -> Any:
    """The static value of an argument; None where it is not set or null."""
    attribute = block.get(name)
    return None if attribute is None else evaluate(attribute.expression, module, scope)


def nested(block: Block, name: str) -> Iterator[Block]:
    """The bodies of the nested blocks of a name, those that a ``dynamic`` block makes among them."""
    for child in block.blocks():
        found, content = schemas.content_of(child)
        if found == name and content is not None:
            yield content


def has(block: Block, name: str) -> bool:
    """Whether an argument or a nested block of a name is there."""
    return block.get(name) is not None or next(nested(block, name), None) is not None


def rounds(for_each: Attribute | None, name: str, module: Module) -> list[Scope]:
    """What ``name.key`` and ``name.value`` are in each round of a ``for_each``; one round of which nothing is
    known where there is none or its value is not static."""
    found = None if for_each is None else evaluate(for_each.expression, module)
    if isinstance(found, dict):
        return [{name: {"key": key, "value": item}} for key, item in found.items()]
    if isinstance(found, list):
        return [{name: {"key": item, "value": item}} for item in found]
    return [{}]


def is_declared_once(block: Block, module: Module) -> bool:
    """Whether no other block, in an override file say, declares the same."""
    return len(module.blocks(block.type, *block.labels)) == 1


def refers_to(attribute: Attribute | None, address: Address | None) -> bool:
    """Whether an argument mentions an address."""
    return attribute is not None and any(one.address == address for one in mentions(attribute.source))


def set_argument(block: Block, name: str, source: str, module: Module) -> None:
    """Sets an argument, the comments of a former value staying."""
    block.body.set(name, source)


def replace_node(attribute: Attribute, node: nodes.Expression, source: str, module: Module) -> None:
    """Replaces a part of an argument, as a fix; where another fix has changed the argument since, the next
    round finds it anew."""
    if node.source != attribute.source:
        raise Refused("another fix has changed the argument")
    attribute.replace({node: source})


def replace_part(attribute: Attribute, node: nodes.Expression, source: str) -> None:
    """The same for an attribute of any block, such as a local value."""
    if attribute.parent is None or node.source != attribute.source:
        raise Refused("another fix has changed what is written there")
    attribute.replace({node: source})


def has_its_provider(block: Block, module: Module) -> bool:
    """Whether the provider configuration that a resource names is made or passed to the module, so that
    another resource may use it too."""
    name = providers.provider_of(block)
    required = providers.required_providers(module)
    aliases = {alias for requirement in required for alias in requirement.aliases}
    passed = not module.is_root and name in aliases
    return "." not in name or passed or name in providers.configurations(module)
