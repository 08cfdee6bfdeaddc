"""New nodes from source text."""

from __future__ import annotations

from .errors import SyntaxFault
from .parser import parse_expression
from .structure import Structure
from .tree import Attribute, Block, Body


def parse_items(source: str) -> list[Attribute | Block]:
    """The attributes and blocks of a source text, free of offsets, ready to be inserted.

    Raises SyntaxFault if it is not HCL.
    """
    body = Structure(source.strip("\n") + "\n").parse()
    _forget_offsets(body)
    items = [item for item in body.items if isinstance(item, Attribute | Block)]
    for item in items:
        item.parent = None
    return items


def parse_block(source: str) -> Block:
    """The one block of a source text. Raises SyntaxFault if it is not HCL or holds something else."""
    items = parse_items(source)
    if len(items) != 1 or not isinstance(items[0], Block):
        raise SyntaxFault("the source text of one block is expected", 0)
    return items[0]


def _forget_offsets(body: Body) -> None:
    for inner in body.walk():
        for item in inner.items:
            if isinstance(item, Attribute):
                parse_expression(item.source)
                item.offset = item.value_offset = None
            elif isinstance(item, Block):
                item.offset = None
