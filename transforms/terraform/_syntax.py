"""Rewrites parts of expressions that are written in an old way, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tffix import Attribute, Block, Module, knows, nodes

Rewrite = Callable[[nodes.Expression, nodes.Expression | None], str | None]
"""Gives the new source of a node, seen with its parent; None for a node that stays."""

_LITERAL = ("depends_on", "ignore_changes", "provider", "providers", "type")
"""Arguments whose values are no expressions: in them strings mean what they quote."""


def attributes(module: Module) -> Iterator[Attribute]:
    """Every attribute whose value is an ordinary expression, in order; none in a module for Terraform 0.11,
    whose language was another."""
    if not knows(">= 0.12", module):
        return
    for file in module.files.values():
        for block in file.blocks():
            if block.type == "terraform":
                continue
            for body in block.body.walk():
                for attribute in body.attributes:
                    if not _is_literal(attribute, block):
                        yield attribute


def _is_literal(attribute: Attribute, block: Block) -> bool:
    is_type = attribute.name == "type" and block.type != "variable"
    return attribute.name in _LITERAL and not is_type


def found(attribute: Attribute, rewrite: Rewrite) -> Mapping[nodes.Expression, str]:
    """The outermost nodes of an attribute that a rewrite changes, with their new source."""
    changes: dict[nodes.Expression, str] = {}
    stack: list[tuple[nodes.Expression, nodes.Expression | None]] = [(attribute.expression, None)]
    while stack:
        node, parent = stack.pop()
        source = rewrite(node, parent)
        if source is not None:
            changes[node] = source
        else:
            stack.extend((child, node) for child in reversed(node.children))
    return changes


def rewrite_all(attribute: Attribute, rewrite: Rewrite, module: Module) -> None:
    """Rewrites an attribute until nothing of the old way is left in it."""
    while changes := found(attribute, rewrite):
        attribute.replace(changes)


def is_operation(node: nodes.Expression | None) -> bool:
    """Whether a node is an operation, which takes parentheses inside another."""
    return isinstance(node, nodes.Binary | nodes.Unary | nodes.Conditional)
