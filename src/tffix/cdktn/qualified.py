"""What the names in a Python module stand for, as LibCST sees it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

import libcst as cst
from libcst import metadata


def qualified_names(
    wrapper: metadata.MetadataWrapper,
) -> Callable[[cst.CSTNode], Collection[metadata.QualifiedName]]:
    """A function that gives the full names that a node may stand for."""
    resolved = wrapper.resolve(metadata.QualifiedNameProvider)

    def names(node: cst.CSTNode) -> Collection[metadata.QualifiedName]:
        value: Any = resolved.get(node, ())
        found: Collection[metadata.QualifiedName] = value() if callable(value) else value
        return found

    return names


def dotted(node: cst.CSTNode) -> str:
    """A name with dots as a text; nothing for any other expression."""
    return ".".join(_parts(node))


def _parts(node: cst.CSTNode) -> Iterator[str]:
    if isinstance(node, cst.Attribute):
        before = dotted(node.value)
        if before:
            yield from (before, node.attr.value)
    elif isinstance(node, cst.Name):
        yield node.value


__all__ = ["dotted", "qualified_names"]
