"""Strings, heredocs and the sequences in them."""

from __future__ import annotations

from collections.abc import Sequence

from ...hcl.encoding import is_broken
from ...hcl.nodes import Expression, ForDirective, IfDirective, Interpolation, Template, TemplateLiteral
from ...hcl.templates import literal_texts
from ..conversions import MAX_SIZE, to_string
from .abstract import Abstract, Marks, together, unknown
from .collections import looped, rounds
from .evaluation import Evaluation, Scope, branch
from .types import BOOL, STRING


def template(run: Evaluation, node: Template, scope: Scope) -> Abstract:
    """The string that comes of a template; of one interpolation alone, its value, whatever its type."""
    if len(node.parts) == 1 and isinstance(node.parts[0], Interpolation) and not node.is_heredoc:
        return run.of(node.parts[0].expression, scope)
    return _joined(run, node.parts, _Texts(node), scope)


class _Texts:
    """The literal texts of a template, which are worked out when the whole text turns out to be known."""

    __slots__ = ("_found", "_node")

    def __init__(self, node: Template) -> None:
        self._node = node
        self._found: dict[TemplateLiteral, str] | None = None

    def of(self, part: TemplateLiteral) -> str:
        if self._found is None:
            self._found = literal_texts(self._node)
        return self._found.get(part, "")


def _joined(run: Evaluation, parts: Sequence[Expression], texts: _Texts, scope: Scope) -> Abstract:
    found = [_part(run, part, texts, scope) for part in parts if not isinstance(part, TemplateLiteral)]
    marks, is_later = together(found)
    if any(not one.is_known for one in found):
        return unknown(STRING, marks, is_later)
    values = iter(found)
    pieces = [texts.of(one) if isinstance(one, TemplateLiteral) else next(values).value for one in parts]
    return unknown(STRING, marks) if any(map(is_broken, pieces)) else _text(pieces, marks)


def _part(run: Evaluation, part: Expression, texts: _Texts, scope: Scope) -> Abstract:
    if isinstance(part, Interpolation):
        return run.operand(part.expression, scope, STRING, "a part of the template")
    if isinstance(part, IfDirective):
        return _if(run, part, texts, scope)
    assert isinstance(part, ForDirective)
    return _for(run, part, texts, scope)


def _if(run: Evaluation, part: IfDirective, texts: _Texts, scope: Scope) -> Abstract:
    condition = run.operand(part.condition, scope, BOOL, "the condition")
    with run.only(None if condition.value is False else branch(condition)):
        yes = _joined(run, part.yes, texts, scope)
    with run.only(None if condition.value is True else branch(condition)):
        no = _joined(run, part.no, texts, scope)
    if condition.is_known:
        return (yes if condition.value else no).marked(condition.marks)
    marks, is_later = together((condition, yes, no))
    return unknown(STRING, marks, is_later)


def _for(run: Evaluation, part: ForDirective, texts: _Texts, scope: Scope) -> Abstract:
    names = (part.value,) if part.key is None else (part.key, part.value)
    collection, bound = rounds(run, part.collection, names, scope)
    found: list[Abstract] = []
    with run.only(looped(collection)):
        found = [_joined(run, part.parts, texts, {**scope, **one}) for one in bound]
    marks, is_later = together((collection, *found))
    if collection.is_known and all(one.is_known for one in found):
        return _text([one.value for one in found], marks)
    return unknown(STRING, marks, is_later)


def _text(pieces: Sequence[str], marks: Marks) -> Abstract:
    text = "".join(pieces)
    return unknown(STRING, marks) if len(text) > 10 * MAX_SIZE else Abstract(STRING, to_string(text), marks)
