"""Modules in Terraform's JSON syntax, to see whether `check` finds there what it finds in the native one.

Facts: Terraform language documentation, "JSON Configuration Syntax".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tffix import Body, File, nodes

NAMES = frozenset(
    (
        *("depends_on", "ignore_changes", "replace_triggered_by", "provider", "providers", "type"),
        *("from", "to", "configuration_aliases", "on_failure", "when"),
    )
)
"""Arguments that are names in JSON, and no expressions."""


def as_json(file: File) -> bytes:
    """A file as JSON, one argument a line."""
    return (json.dumps(_body(file.body), indent=2) + "\n").encode()


def _body(body: Body) -> dict[str, Any]:
    found: dict[str, Any] = {one.name: _value(one.expression, one.name in NAMES) for one in body.attributes}
    for block in body.blocks():
        holder = found.setdefault(block.type, [])
        inner: Any = _body(block.body)
        for label in reversed(block.labels):
            inner = {label: inner}
        if isinstance(holder, list):
            holder.append(inner)
    return found


def _value(node: nodes.Expression, is_name: bool) -> Any:
    if isinstance(node, nodes.Literal):
        return node.value
    if isinstance(node, nodes.Tuple):
        return [_value(one, is_name) for one in node.items]
    if isinstance(node, nodes.Object):
        return dict(_items(node, is_name))
    if isinstance(node, nodes.Template) and not node.is_heredoc:
        return node.literal if is_name and node.literal is not None else _template(node)
    return node.text if is_name else f"${{{node.text}}}"


def _items(node: nodes.Object, is_name: bool) -> Iterator[tuple[str, Any]]:
    for item in node.items:
        key = item.name if item.name is not None else f"${{{item.key.text}}}"
        yield key, _value(item.value, is_name)


def _template(node: nodes.Template) -> str:
    """The text of a template: what is literal in it as it is, but for sequences that stand for themselves."""
    return "".join(
        part.value.replace("${", "$${").replace("%{", "%%{")
        if isinstance(part, nodes.TemplateLiteral)
        else part.text
        for part in node.parts
    )
