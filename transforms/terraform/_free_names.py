"""The references of an expression, whatever they name: those that nothing in the expression itself binds."""

from __future__ import annotations

from functools import lru_cache

from tffix import nodes, parse_expression


@lru_cache(maxsize=50_000)
def free_traversals(source: str) -> tuple[nodes.Traversal, ...]:
    """The traversals in an expression's text, less those of names that its for-expressions bind."""
    found: list[nodes.Traversal] = []
    stack: list[tuple[nodes.Expression, frozenset[str]]] = [(parse_expression(source), frozenset())]
    while stack:
        node, bound = stack.pop()
        if isinstance(node, nodes.Traversal) and node.root not in bound:
            found.append(node)
        inner = bound
        if isinstance(node, nodes.For):
            inner = bound | frozenset(node.names)
        elif isinstance(node, nodes.ForDirective):
            inner = bound | frozenset(filter(None, (node.key, node.value)))
        first, *rest = node.children or (None,)
        stack.extend((child, inner) for child in reversed(rest) if child is not None)
        if first is not None:
            stack.append((first, bound))
    return tuple(found)


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
