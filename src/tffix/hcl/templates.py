"""The literal texts of a template as they are left by `~` markers and by `<<-`.

Facts: the template parser of HCL 2, as `terraform console` 1.11 shows it: a heredoc's text is trimmed and
unindented line by line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .nodes import Expression, ForDirective, IfDirective, Interpolation, Template, TemplateLiteral
from .scanner import WHITE_SPACE

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(slots=True)
class _Piece:
    """A literal token of a node; ``node`` is None for a template sequence, which trims."""

    node: TemplateLiteral | None
    text: str = ""
    trims: tuple[bool, bool] = (False, False)


def literal_texts(template: Template) -> dict[TemplateLiteral, str]:
    """The text of every literal node at any depth of a template."""
    pieces = list(_pieces(template.parts))
    _trim(pieces)
    if template.is_flush:
        _unindent(pieces)
    texts: dict[TemplateLiteral, str] = {}
    for piece in pieces:
        if piece.node is not None:
            texts[piece.node] = texts.get(piece.node, "") + piece.text
    return texts


def _pieces(parts: Sequence[Expression]) -> Iterator[_Piece]:
    for part in parts:
        if isinstance(part, TemplateLiteral):
            lines = [part.value] if part.quoted else _LINE.findall(part.value)
            for line in lines:
                yield _Piece(part, line)
        elif isinstance(part, Interpolation):
            yield _Piece(None, trims=part.trims)
        elif isinstance(part, IfDirective):
            yield _Piece(None, trims=part.trims[0])
            yield from _pieces(part.yes)
            if len(part.trims) > 2:
                yield _Piece(None, trims=part.trims[1])
                yield from _pieces(part.no)
            yield _Piece(None, trims=part.trims[-1])
        elif isinstance(part, ForDirective):
            yield _Piece(None, trims=part.trims[0])
            yield from _pieces(part.parts)
            yield _Piece(None, trims=part.trims[-1])


def _trim(pieces: list[_Piece]) -> None:
    end = _Piece(None)
    for before, piece, after in zip([end, *pieces], pieces, [*pieces[1:], end], strict=False):
        if piece.trims[0]:
            before.text = before.text.rstrip(WHITE_SPACE)
        if piece.trims[1]:
            after.text = after.text.lstrip(WHITE_SPACE)


def _unindent(pieces: list[_Piece]) -> None:
    """Takes from every line the indentation that all lines share, blank ones apart."""
    width, leading, line_start = sys.maxsize, [], True
    for piece in pieces:
        text = piece.text
        if line_start and (text.strip(WHITE_SPACE) or not text.endswith("\n")):
            width = min(width, len(text) - len(text.lstrip(WHITE_SPACE)))
            leading.append(piece)
        line_start = text.endswith("\n")
    for piece in leading:
        piece.text = piece.text[width:]
