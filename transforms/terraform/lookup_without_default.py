"""Calls of `lookup` that only index."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Finding, Impact, Module, Profile, Transform, nodes

from ._syntax import attributes, found, rewrite_all

_PLAIN = (nodes.Traversal, nodes.Access, nodes.Call, nodes.Parentheses)


class LookupWithoutDefault(Transform):
    """`lookup` is called without a default, where an index does the same.

    What:
        Writes `map[key]` for `lookup(map, key)`.

    Why:
        The third argument is what `lookup` is for. Without it the call fails for an absent key just as the
        index does, and Terraform calls it deprecated.

    Example:
        locals {
          size = lookup(var.sizes, var.environment)
        }

    Becomes:
        locals {
          size = var.sizes[var.environment]
        }

    Impact:
        None: both give the same value, or fail alike.

    Limits:
        Left alone: calls with expanded arguments, with comments in them, and those that look into an
        object or operation that is written out. Silent for modules that ask for Terraform 0.11.

    Source:
        Terraform language documentation, "lookup Function".
    """

    name = "terraform-lookup-without-default"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for attribute in attributes(module):
            changes = found(attribute, _indexed) if "lookup" in attribute.source else {}
            if changes:
                node = min(changes, key=lambda node: node.start)
                message = f"'lookup' is called without a default; '{changes[node]}' says the same"
                fix = partial(rewrite_all, attribute, _indexed, module)
                yield Finding(attribute, message, fix, within=node)


def _indexed(node: nodes.Expression, parent: nodes.Expression | None) -> str | None:
    if not isinstance(node, nodes.Call) or node.name != "lookup" or len(node.arguments) != 2:
        return None
    collection, key = node.arguments
    between = node.source[collection.end : key.start].strip() + node.source[key.end : node.end].strip()
    if node.expanded or between not in (",)", ",,)") or not isinstance(collection, _PLAIN):
        return None  # `,,)` has a comma after the last argument; anything else is a comment
    splat = isinstance(collection, nodes.Traversal | nodes.Access) and any(
        isinstance(step, nodes.Splat) for step in collection.steps
    )
    return None if splat else f"{collection.text}[{key.text}]"
