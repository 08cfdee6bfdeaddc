"""The references of an expression, whatever they name: those that nothing in the expression itself binds."""

from __future__ import annotations

from tffix import mentions, nameless, nodes


def free_traversals(source: str) -> list[nodes.Traversal]:
    """The traversals in an expression's text, less those of names that its for-expressions bind."""
    found = [*(one.node for one in mentions(source)), *nameless(source)]
    return sorted(found, key=lambda node: node.start)


def is_static(node: nodes.Expression) -> bool:
    """Whether a node is a reference without anything to compute: no splat, and only literal keys."""
    return isinstance(node, nodes.Traversal) and not any(
        isinstance(step, nodes.Splat) or (isinstance(step, nodes.Index) and not _is_literal(step.key))
        for step in node.steps
    )


def _is_literal(key: nodes.Expression) -> bool:
    if isinstance(key, nodes.Template):
        return key.literal is not None
    return isinstance(key, nodes.Literal)
