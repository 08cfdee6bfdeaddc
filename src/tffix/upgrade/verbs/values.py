"""Values carried over from one argument to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...hcl.nodes import Call, Conditional, Expression, Literal, Template, Traversal, inside, quote
from ...hcl.tree import Attribute

DROPPED = ""
"""In the place of a value: the argument is to be left out."""
INVERTED: Mapping[str, str] = {"true": "false", "false": "true"}
"""Old to new values of an argument that says the opposite."""


def carried(attribute: Attribute, keys: Mapping[str, Any]) -> str | None:
    """The source of the new value; DROPPED where there is none, None where that is not certain."""
    if values := keys.get("values"):
        return _translated(attribute, values)
    node = inside(attribute.expression)
    if isinstance(node, Literal) and node.value is None:
        return attribute.source
    if pattern := keys.get("as"):
        return str(pattern).replace("<value>", node.text)
    if wrap := keys.get("wrap"):
        return _wrapped(node, wrap)
    return f"[{attribute.source.strip()}]" if keys.get("list") else attribute.source


def _translated(attribute: Attribute, values: Mapping[str, str]) -> str | None:
    source = attribute.source.strip()
    if source in values:
        return values[source]
    node = inside(attribute.expression)
    if set(values) != {"true", "false"} or isinstance(node, Literal | Template):
        return None
    if values == INVERTED:
        return f"!{source}" if isinstance(node, Traversal | Call) else f"!({source})"
    asked = f"({source})" if isinstance(node, Conditional) else source
    return f"{asked} ? {values['true'] or 'null'} : {values['false'] or 'null'}"


def _wrapped(node: Expression, wrap: str) -> str | None:
    """A value inside a text: with `{}s` 3600 becomes "3600s"."""
    before, _, after = wrap.partition("{}")
    if isinstance(node, Literal):
        return quote(f"{before}{node.text}{after}")
    if isinstance(node, Template):
        return None if node.literal is None else quote(f"{before}{node.literal}{after}")
    return f'"{before}${{{node.text}}}{after}"'
