"""Policy documents in JSON files that a module reads with `file`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tffix import Attribute, Block, Module, expressions, nodes

from ..terraform._file_paths import path_read
from ._policies import Document, Element, Principal, Statement


def documents_in_files(module: Module) -> list[Document]:
    """The documents in files, whose elements are all at the argument that reads the file."""
    return module.recall(_documents)


def _documents(module: Module) -> list[Document]:
    return list(_read(module))


def _read(module: Module) -> Iterator[Document]:
    for block in (*module.resources(), *module.blocks("locals")):
        for attribute, _ in expressions(block):
            call = attribute.expression
            if not isinstance(call, nodes.Call) or call.name != "file" or len(call.arguments) != 1:
                continue
            path = path_read(call.arguments[0], module)
            data = _data(module.json_text(path)) if path is not None else None
            if isinstance(data, dict) and "Statement" in data:
                found = _listed(data["Statement"])
                statements = tuple(
                    _statement(block, attribute, one) for one in found if isinstance(one, dict)
                )
                yield Document(block, attribute, data, statements)


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
