"""The type of a variable, in the JSON form that Terraform has for types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tffix.hcl import nodes
from tffix.hcl.errors import SyntaxFault
from tffix.hcl.tree import Attribute, Block

_SHORT_TYPES: Final[Mapping[str, Any]] = {
    "any": "dynamic",
    "list": ["list", "dynamic"],
    "map": ["map", "dynamic"],
}


def variable_type(variable: Block) -> Any:
    """The type of a variable in Terraform's JSON form, `dynamic` where it says none. Optional members of
    objects are left out: they were made to be."""
    attribute = variable.get("type")
    node = read_expression(attribute) if attribute else None
    return "dynamic" if node is None else _type(node)


def _type(node: nodes.Expression) -> Any:
    match node:
        case nodes.Traversal():
            return _SHORT_TYPES.get(node.root, node.root)
        case nodes.Template():  # the way of Terraform 0.11: type = "list"
            word = node.literal or ""
            return [word, "string"] if word in ("list", "map") else word
        case nodes.Call() if node.arguments:
            inner = node.arguments[0]
            if node.name == "optional":
                return _type(inner)
            if isinstance(inner, nodes.Object):
                items = [one for one in inner.items if one.name is not None]
                return [
                    node.name,
                    {one.name: _type(one.value) for one in items if not _is_optional(one.value)},
                ]
            if isinstance(inner, nodes.Tuple):
                return [node.name, [_type(one) for one in inner.items]]
            # Of objects and tuples that say no members, Terraform reports the mistake.
            return [node.name, _type(inner)] if node.name in ("list", "set", "map") else "dynamic"
    return "dynamic"


def optional_members(variable: Block) -> dict[str, Any]:
    """The types of the members that an object may have or not, by name."""
    attribute = variable.get("type")
    node = read_expression(attribute) if attribute else None
    if not isinstance(node, nodes.Call) or node.name != "object" or not node.arguments:
        return {}
    items = node.arguments[0].items if isinstance(node.arguments[0], nodes.Object) else ()
    return {one.name: _type(one.value) for one in items if one.name is not None and _is_optional(one.value)}


def _is_optional(node: nodes.Expression) -> bool:
    return isinstance(node, nodes.Call) and node.name == "optional"


def read_expression(attribute: Attribute) -> nodes.Expression | None:
    """The expression of an attribute; None if it is none, which Terraform reports."""
    try:
        return attribute.expression
    except (SyntaxFault, ValueError):
        return None
