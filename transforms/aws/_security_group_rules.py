"""Reads the ingress and egress rules of security groups in all the ways in which they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tffix import Attribute, Block, Module, evaluate, mentions, nodes, object_items, schemas

from .._remembered import remembered
from ._arguments import Scope, rounds

GROUPS = ("aws_security_group", "aws_default_security_group")
SEPARATE = {
    "ingress": ("aws_security_group_rule", "aws_vpc_security_group_ingress_rule"),
    "egress": ("aws_security_group_rule", "aws_vpc_security_group_egress_rule"),
}
"""The resources that hold one rule each."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a rule: the attribute, and the part of it that is the value."""

    attribute: Attribute
    node: nodes.Expression


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. ``block`` is the resource, ``at`` what stands for the rule, ``rounds`` what is known of each
    time that a ``dynamic`` block or a ``for_each`` makes it."""

    block: Block
    at: Block | Attribute
    arguments: Mapping[str, Argument]
    rounds: tuple[Scope, ...]

    def value(self, name: str, scope: Scope, module: Module) -> Any:
        """The static value of an argument; None where it is not set or null."""
        found = self.arguments.get(name)
        return None if found is None else evaluate(found.node, module, scope)


def rules(block: Block, direction: str, module: Module) -> Iterator[Rule]:
    """The rules of one direction in a resource."""
    if block.labels[0] in GROUPS:
        yield from _inline(block, direction, module)
        return
    if block.labels[0] == "aws_security_group_rule":
        type_ = block.get("type")
        if type_ is None or type_.string != direction:
            return
    yield Rule(block, block, _arguments(block), tuple(rounds(block.get("for_each"), "each", module)))


def _inline(block: Block, direction: str, module: Module) -> Iterator[Rule]:
    for child in block.blocks():
        name, content = schemas.content_of(child)
        if name != direction or content is None:
            continue
        scopes: list[Scope] = [{}]
        if child.type == "dynamic":
            iterator = child.get("iterator")
            scopes = rounds(child.get("for_each"), iterator.source.strip() if iterator else name, module)
        yield Rule(block, content, _arguments(content), tuple(scopes))
    attribute = block.get(direction)
    if attribute is not None and isinstance(attribute.expression, nodes.Tuple):
        for item in attribute.expression.items:
            found = {name: Argument(attribute, one.value) for name, one in object_items(item).items()}
            yield Rule(block, attribute, found, ({},))


def _arguments(block: Block) -> dict[str, Argument]:
    return {one.name: Argument(one, one.expression) for one in block.body.attributes}


def group_of(block: Block, module: Module) -> Block | None:
    """The security group that a resource with a rule belongs to, if it is one of the module's."""
    if block.labels[0] in GROUPS:
        return block
    group = block.get("security_group_id")
    for mention in mentions(group.source) if group is not None else ():
        found = module.get(mention.address)
        if isinstance(found, Block) and found.type == "resource" and found.labels[0] in GROUPS:
            return found
    return None


def rules_apart(group: Block | None, direction: str, module: Module) -> list[Block]:
    """The resources with rules of a direction, or of one that is not known, for a group of the module; for
    None those of which the group is not known."""

    def by_group() -> dict[tuple[int, str], list[Block]]:
        found: dict[tuple[int, str], list[Block]] = {}
        for each, types in SEPARATE.items():
            for one in module.resources(*types):
                type_ = one.get("type") if one.labels[0] == "aws_security_group_rule" else None
                if type_ is None or type_.string in (each, None):
                    found.setdefault((id(group_of(one, module)), each), []).append(one)
        return found

    return remembered(module, "rules apart", by_group).get((id(group), direction), [])
