"""What `terraform fmt` rewrites beyond white space: block labels, wrapped references, old type names.

Facts: the behaviour of `terraform fmt` 1.11; legacy type names are those of Terraform 0.11.
"""

from __future__ import annotations

import re

from .nodes import Interpolation, Template
from .parser import parse_expression
from .scanner import scan
from .structure import Structure
from .tree import Attribute, Block

_BARE_TYPES = {"list": "list(any)", "map": "map(any)", "set": "set(any)"}
_QUOTED_TYPES = {'"string"': "string", '"list"': "list(string)", '"map"': "map(string)"}
_COMMENTS = re.compile(r"(?:/\*.*?\*/\s*)+", re.S)


def canonical(text: str) -> str:
    """``text`` with these things rewritten; its white space is left to the layout."""
    body = Structure(text).parse()
    for inner in body.walk():
        owner = inner.owner
        in_variable = owner is not None and owner.type == "variable" and owner.parent is body
        for item in inner.items:
            if isinstance(item, Block):
                _quote_labels(item)
            elif isinstance(item, Attribute):
                _rewrite(item, in_variable)
    return body.text


def _rewrite(attribute: Attribute, in_variable: bool) -> None:
    comments = _COMMENTS.match(attribute.source)
    start = comments.end() if comments else 0
    source = attribute.source[start:]
    if in_variable and attribute.name == "type":
        known = _BARE_TYPES.get(source) or _QUOTED_TYPES.get(source)
        attribute.source = attribute.source[:start] + (known or source)
    elif source.startswith('"${'):
        attribute.source = attribute.source[:start] + unwrapped(source)


def _quote_labels(block: Block) -> None:
    brace = block.brace
    labels = "".join(f' "{label}"' for label in block.labels)
    if block.opening[:brace].split() != labels.split():
        block.opening = f"{labels} {block.opening[brace:]}"


def unwrapped(source: str) -> str:
    """``"${x}"`` as ``x``; anything that is more than one interpolation as it is."""
    node = parse_expression(source)
    if not (isinstance(node, Template) and len(node.parts) == 1 and isinstance(node.parts[0], Interpolation)):
        return source
    part = node.parts[0]
    inner = part.text[2 + part.trims[0] : -1 - part.trims[1]].strip(" \t\r\n")
    tokens = scan(inner + "\n")
    if "oheredoc" in tokens.kinds:
        return source
    multiline = "newline" in tokens.kinds[:-1]
    if multiline and not (inner.startswith("(") and inner.endswith(")")):
        return f"({inner})"
    return inner
