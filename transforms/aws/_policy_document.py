"""Writes IAM policy documents as `jsonencode` in HCL, and reads who may assume a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tffix import Address, Attribute, Block, Module, expressions, mentions, nodes, quote

_PRINCIPAL = re.compile(r"(?<![\w.-])([a-z0-9-]+(?:\.[a-z0-9-]+)*)\.amazonaws\.com(?![\w-])")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement that allows something. ``resources`` and ``condition`` are HCL."""

    sid: str
    actions: Sequence[str]
    resources: Sequence[str]
    condition: str = ""

    @property
    def source(self) -> str:
        actions = [quote(action) for action in self.actions]
        lines = [
            f"Sid = {quote(self.sid)}",
            'Effect = "Allow"',
            f"Action = {_one_or_list(actions)}",
            f"Resource = {_one_or_list(self.resources)}",
        ]
        if self.condition:
            lines.append(f"Condition = {self.condition}")
        return "{\n" + "\n".join(lines) + "\n}"


def document(statements: Sequence[Statement]) -> str:
    """The source of a policy document."""
    inner = ",\n".join(statement.source for statement in statements)
    return _indented(f'jsonencode({{\nVersion = "2012-10-17"\nStatement = [\n{inner}\n]\n}})')


def trusted_services(role: Block, module: Module) -> frozenset[str]:
    """The first words of the services' principals that may assume a role: ``config``, ``vpc-flow-logs``."""
    policy = role.get("assume_role_policy")
    if policy is None:
        return frozenset()
    attributes = [policy]
    for mention in mentions(policy.source):
        found = module.get(mention.address)
        if isinstance(found, Block) and found.type == "data":
            attributes += [attribute for attribute, _ in expressions(found)]
        elif isinstance(found, Attribute):
            attributes.append(found)
    return frozenset(name for attribute in attributes for name in _principals(attribute))


def _principals(attribute: Attribute) -> Iterator[str]:
    for text in attribute.expression.find(nodes.TemplateLiteral):
        yield from _PRINCIPAL.findall(text.value)


def of_role(attribute: Attribute | None, role: Block) -> bool:
    """Whether an argument refers to a role."""
    address = Address.of(role)
    return attribute is not None and any(one.address == address for one in mentions(attribute.source))


def _one_or_list(values: Sequence[str]) -> str:
    return values[0] if len(values) == 1 else "[\n" + ",\n".join(values) + "\n]"


def _indented(source: str) -> str:
    """Indents lines by the brackets around them, as an attribute's value in a block."""
    lines, depth = [], 1
    for line in source.split("\n"):
        closing = len(line) - len(line.lstrip("])}"))
        depth -= 1 if closing else 0
        lines.append("  " * depth + line)
        depth += 1 if line.endswith(("(", "[", "{")) else 0
    return "\n".join(lines).lstrip()
