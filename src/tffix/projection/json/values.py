"""HCL expressions as JSON values, in the way in which Terraform reads an argument."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from ...hcl.json_spelling import encoded
from ...hcl.json_text import NUMBER, Scalar
from ...hcl.nodes import (
    Expression,
    Literal,
    Object,
    ObjectItem,
    Parentheses,
    Template,
    Tuple,
    Unary,
    unescape,
)
from .. import Refused
from .shapes import Reading
from .strings import literal_text, template_text

_LINE_BREAK = re.compile(r"\s*\n\s*")
_BRACKET = re.compile(r"([(\[]) +| +([)\]])")

Data: TypeAlias = "Scalar | list[Data] | dict[str, Data]"


def data_of(node: Expression, reading: Reading) -> Data:
    """The JSON value that stands for an expression. Raises Refused if there is none."""
    if isinstance(node, Tuple):
        return [data_of(item, reading) for item in node.items]
    if isinstance(node, Object):
        found = {key_of(item, reading): data_of(item.value, within(item, reading)) for item in node.items}
        if len(found) < len(node.items):
            raise Refused("an object in JSON cannot have a key twice")
        return found
    if isinstance(node, Literal) and (not _is_number(node) or NUMBER.fullmatch(node.text)):
        return Scalar(node.text)
    if isinstance(node, Unary) and node.operator == "-" and NUMBER.fullmatch(node.operand.text):
        return Scalar("-" + node.operand.text)
    return Scalar(encoded(_string(node, reading)))


def _is_number(node: Literal) -> bool:
    return isinstance(node.value, int | float) and not isinstance(node.value, bool)


def key_of(item: ObjectItem, reading: Reading) -> str:
    """The name of an object's item in JSON."""
    key = item.key
    if item.name is not None:
        return literal_text(item.name) if reading is Reading.TEMPLATE else item.name
    if reading is Reading.EXPRESSION:
        return key.text
    if reading is not Reading.TEMPLATE:
        raise Refused("this object cannot have expressions as keys in JSON")
    if isinstance(key, Template):
        return template_text(key)
    return "${" + (key.inner if isinstance(key, Parentheses) else key).text + "}"


def within(item: ObjectItem, reading: Reading) -> Reading:
    """How the value of an object's item is read."""
    if reading is not Reading.REQUIREMENT:
        return reading
    return Reading.EXPRESSION if item.name == "configuration_aliases" else Reading.LITERAL


def _string(node: Expression, reading: Reading) -> str:
    if reading is Reading.EXPRESSION:
        literal = node.literal if isinstance(node, Template) else None
        return node.text if literal is None else literal
    if reading is Reading.TEMPLATE and isinstance(node, Template):
        return template_text(node)
    if reading is Reading.TEMPLATE:
        return "${" + in_a_line(node.inner if isinstance(node, Parentheses) else node) + "}"
    literal = node.literal if isinstance(node, Template) else None
    if literal is None:
        raise Refused("this argument cannot have expressions in JSON")
    return literal


def in_a_line(node: Expression) -> str:
    """The text of an expression without its line breaks; as it is where it has comments or heredocs."""
    is_item = isinstance(node, ObjectItem)
    if isinstance(node, Template) or "<<" in node.text or ("\n" not in node.text and not is_item):
        return node.text
    parts = list(_between(node))
    if any("#" in part or "//" in part or "/*" in part for part in parts):
        return node.text
    children = [in_a_line(child) for child in node.children]
    if isinstance(node, Object | Tuple):
        return node.text[0] + ", ".join(children) + node.text[-1]
    if isinstance(node, ObjectItem):
        return f"{in_a_line(node.key)} = {in_a_line(node.value)}"
    parts = [_BRACKET.sub(r"\1\2", _LINE_BREAK.sub(" ", part)) for part in parts]
    return "".join(part for pair in zip(parts, [*children, ""], strict=True) for part in pair)


def _between(node: Expression) -> Iterator[str]:
    """The texts before, between and after the nodes inside a node."""
    position = node.start
    for child in node.children:
        yield node.source[position : child.start]
        position = child.end
    yield node.source[position : node.end]


def label(text: str) -> str:
    """The value of a block's label as HCL holds it between quotes."""
    return unescape(text)


def meaning(data: Data) -> object:
    """A value without what does not count: the order of keys, how a string is spelled, and white space in
    templates, which layout may change."""
    if isinstance(data, dict):
        return {key: meaning(value) for key, value in data.items()}
    if isinstance(data, list):
        return [meaning(one) for one in data]
    string = data.string
    if string is None:
        return (data.raw,)
    return "".join(string.split()) if "${" in string or "%{" in string else string
