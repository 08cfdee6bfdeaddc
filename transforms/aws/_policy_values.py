"""Policy documents that are known by their value: in JSON files that `file` reads, or worked out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tffix import Attribute, Block, Module, evaluate, expressions, nodes

from ..terraform._file_paths import path_read
from ._policies import Document, Element, Principal, Statement, documents_for


def documents_by_value(module: Module) -> list[Document]:
    """The documents that are not written as such where they are used: in files, or made by functions and
    for-expressions. Their elements are all at the argument that has the document."""
    return module.recall(_documents)


def _documents(module: Module) -> list[Document]:
    return list(_read(module))


def _read(module: Module) -> Iterator[Document]:
    for block in module.resources():
        for attribute, _ in expressions(block):
            call = attribute.expression
            if not isinstance(call, nodes.Call) or call.name not in ("file", "jsonencode"):
                continue
            data = _value(call, module) if len(call.arguments) == 1 else None
            if isinstance(data, dict) and "Statement" in data and not _is_written(block, attribute, module):
                found = [one for one in _listed(data["Statement"]) if isinstance(one, dict)]
                yield Document(
                    block, attribute, data, tuple(_statement(block, attribute, one) for one in found)
                )


def _is_written(block: Block, attribute: Attribute, module: Module) -> bool:
    """Whether the statements are known where they are written."""
    return any(document.statements for document in documents_for(block, module, attribute.name))


def _value(call: nodes.Call, module: Module) -> Any:
    if call.name == "jsonencode":
        is_made = isinstance(call.arguments[0], nodes.Traversal | nodes.Call)
        is_policy = is_made or "Statement" in call.text
        return evaluate(call.arguments[0], module, partial=True) if is_policy else None
    path = path_read(call.arguments[0], module)
    return _data(module.json_text(path)) if path is not None else None


def _data(text: str | None) -> Any:
    try:
        return None if text is None else json.loads(text)
    except (ValueError, RecursionError):
        return None


def _statement(block: Block, attribute: Attribute, data: dict[str, Any]) -> Statement:
    node = attribute.expression
    home = (attribute, node)
    elements = {name: Element(attribute, node, _listed(value), home) for name, value in data.items()}
    if isinstance(effect := data.get("Effect"), str):
        elements["Effect"] = Element(attribute, node, effect, home)
    names = frozenset(data)
    principals = tuple(_principals(attribute, data.get("Principal")))
    return Statement(block, attribute, node, elements, names, names, principals, True)


def _principals(attribute: Attribute, found: Any) -> Iterator[Principal]:
    if isinstance(found, dict):
        for type_, identifiers in found.items():
            for one in _listed(identifiers):
                yield Principal(type_, one, attribute, attribute.expression)
    elif found is not None:
        yield Principal("*" if found == "*" else "", found, attribute, attribute.expression)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
