"""Expressions that are data, as data: policy documents and the like.

`read` takes an object or tuple, a `jsonencode({ … })`, or JSON written in a heredoc or a string, and gives
JSON-like Python data. Every object and array of it tells the nodes of its values, so that an edit is
`attribute.replace({document["Statement"][0].nodes["Action"]: source})`; `source_of` writes that source.
"""

from __future__ import annotations

import json
from typing import Any

from .json_templates import JsonNode, json_of
from .nodes import Call, Expression, Interpolation, Literal, Object, Template, Tuple, inside, quote
from .scanner import IDENTIFIER

_MAX_DEPTH = 100  # what is nested deeper is not data that anybody means

Data = Any
"""None, bool, int, float, str, DataObject, DataArray, or the expression of what is not static."""


class DataObject(dict[str, Data]):
    """An object. ``node`` is its node, ``nodes`` those of its values; ``complete`` is False if it has keys
    that are not static, which are left out."""

    __slots__ = ("complete", "node", "nodes")

    def __init__(self, node: Expression) -> None:
        super().__init__()
        self.node = node
        self.nodes: dict[str, Expression] = {}
        self.complete = True

    def put(self, key: str, node: Expression, value: Data) -> None:
        """Adds a value, and its node."""
        self.nodes[key] = node
        self[key] = value


class DataArray(list[Data]):
    """An array. ``node`` is its node, ``nodes`` those of its elements."""

    __slots__ = ("node", "nodes")

    def __init__(self, node: Expression) -> None:
        super().__init__()
        self.node = node
        self.nodes: list[Expression] = []

    def put(self, node: Expression, value: Data) -> None:
        """Adds an element, and its node."""
        self.nodes.append(node)
        self.append(value)


def read(expression: Expression) -> Data:
    """The data that an expression stands for; a string that holds a JSON object or array is read as that."""
    expression = inside(expression)
    if isinstance(expression, Call) and expression.name == "jsonencode" and len(expression.arguments) == 1:
        return _value(expression.arguments[0])
    if isinstance(expression, Template):
        try:
            return _json(json_of(expression))
        except ValueError:
            return _value(expression)
    return _value(expression)


def _json(node: JsonNode) -> Data:
    if isinstance(node.value, dict):
        found = DataObject(node)
        for key, item in node.value.items():
            found.put(key, item, _json(item))
        return found
    if isinstance(node.value, list):
        array = DataArray(node)
        for item in node.value:
            array.put(item, _json(item))
        return array
    return _value(node.value) if isinstance(node.value, Expression) else node.value


def elements(data: Data) -> list[Data]:
    """The elements of an array; a value that is none, in a place where policies allow both, by itself."""
    return list(data) if isinstance(data, DataArray) else [data]


def source_of(node: Expression, value: Data) -> str:
    """The source text that stands for ``value`` in the place of ``node``: HCL, or JSON inside JSON.

    ``value`` is plain data, parts of what `read` gave, or expressions.
    """
    line = node.source[node.source.rfind("\n", 0, node.start) + 1 : node.start]
    indentation = line[: len(line) - len(line.lstrip())]
    inline = isinstance(node, JsonNode) and node.quoted
    return _source(node, value, "" if inline else "\n" + indentation)


def _source(node: Expression, value: Data, newline: str) -> str:
    in_json = isinstance(node, JsonNode)
    if isinstance(value, Expression):
        return _expression(node, value)
    if isinstance(value, str):
        return _string(node, value)
    inner = newline and newline + "  "
    if isinstance(value, dict):
        sign = ": " if in_json else " = "
        members = [_key(node, key) + sign + _source(node, item, inner) for key, item in value.items()]
        if not members:
            return "{}"
        comma = "," if in_json else ""
        return "{" + inner + (comma + (inner or " ")).join(members) + newline + "}"
    if isinstance(value, list):
        return "[" + ", ".join([_source(node, item, newline) for item in value]) + "]"
    return json.dumps(value)


def _key(node: Expression, key: str) -> str:
    plain = not isinstance(node, JsonNode) and IDENTIFIER.fullmatch(key) and key.isascii() and key != "for"
    return key if plain else _string(node, key)


def _string(node: Expression, value: str) -> str:
    if not isinstance(node, JsonNode):
        return quote(value)
    text = json.dumps(value, ensure_ascii=False)
    return quote(text)[1:-1] if node.quoted else text.replace("${", "$${").replace("%{", "%%{")


def _expression(node: Expression, value: Expression) -> str:
    """An expression written anew; in JSON in the string that holds it."""
    if not isinstance(node, JsonNode):
        return value.text
    quotes = '\\"' if node.quoted else '"'
    is_part = isinstance(value, Template) and not value.text.startswith(("<<", '"'))
    return quotes + (value.text if is_part else f"${{{value.text}}}") + quotes


def _value(node: Expression, depth: int = 0) -> Data:
    node = inside(node)
    if depth > _MAX_DEPTH:
        return node
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Template):
        if len(node.parts) == 1 and isinstance(node.parts[0], Interpolation):
            return _value(node.parts[0].expression, depth + 1)
        literal = node.literal
        return node if literal is None else literal
    if isinstance(node, Tuple):
        array = DataArray(node)
        for item in node.items:
            array.put(item, _value(item, depth + 1))
        return array
    if isinstance(node, Object):
        found = DataObject(node)
        for item in node.items:
            if item.name is None:
                found.complete = False
            else:
                found.put(item.name, item.value, _value(item.value, depth + 1))
        return found
    return node
