"""The layout rules of `terraform fmt`: indentation, spaces between tokens, aligned `=` and comments.

Written by hand: no Python library has these rules, and `terraform fmt` lays out whole files, also the lines
that a fix does not concern, and must be installed.

Facts: the behaviour of `terraform fmt` 1.11, compared file by file in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from .canonical import canonical
from .graphemes import graphemes
from .scanner import Tokens, scan

_OPENERS = frozenset(("{", "[", "(", "interp", "control"))
_CLOSERS = frozenset(("}", "]", ")", "end"))
_TEMPLATE = frozenset(("literal", "heredoc_literal", "oquote", "oheredoc"))
_TEMPLATE_AFTER = frozenset(("literal", "heredoc_literal", "cquote", "cheredoc"))
_BEFORE_NEGATION = frozenset((
    "", "(", "{", "[", "=", ":", ",", "?", "+", "*", "/", "%", "-",
    "==", "!=", ">", ">=", "<", "<=", "&&", "||", "!",
))  # fmt: skip


@dataclass(slots=True)
class Token:
    """A token that is laid out: its kind, its text and the spaces before it."""

    kind: str
    text: str
    spaces: int = 0

    @property
    def bracket(self) -> int:
        return 1 if self.kind in _OPENERS else -1 if self.kind in _CLOSERS else 0


@dataclass(slots=True)
class Line:
    """The tokens of a line in their cells: what leads, what is assigned, the comment at the end.

    ``raw`` is the line as it stands in the text. Heredocs and templates without line breaks of their own
    stand on one such line however many lines of text they span.
    """

    raw: str
    lead: list[Token]
    newline: str
    assign: list[Token] = field(default_factory=list)
    comment: list[Token] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The line as it is laid out."""
        tokens = (*self.lead, *self.assign, *self.comment)
        return "".join([" " * token.spaces + token.text for token in tokens]) + self.newline


def formatted(text: str) -> str:
    """``text`` as `terraform fmt` writes it."""
    lines = layout(canonical(text))
    return "".join(line.text for line in lines) + _last_spaces(lines)


def _last_spaces(lines: list[Line]) -> str:
    """The spaces that end a text without newline, which `terraform fmt` leaves there."""
    last = lines[-1] if lines else None
    if last is None or last.newline or last.comment:
        return ""
    if last.lead and last.lead[-1].text.startswith(("#", "//")):
        return ""
    return " " * (len(last.raw) - len(last.raw.rstrip(" \t")))


def layout(text: str) -> list[Line]:
    """The lines of ``text``, laid out."""
    lines = _lines(scan(text))
    _indent(lines)
    for line in lines:
        _space(line.lead)
        _space(line.assign)
    for run in assign_runs(lines):
        widest = max(_columns(line.lead) for line in run)
        for line in run:
            line.assign[0].spaces = widest - _columns(line.lead) + 1
    for run in comment_runs(lines):
        widest = max(_columns(line.lead) + _columns(line.assign) for line in run)
        for line in run:
            line.comment[0].spaces = widest - _columns(line.lead) - _columns(line.assign) + 1
    return lines


def assign_runs(lines: list[Line]) -> Iterator[list[Line]]:
    """The runs of consecutive lines whose ``=`` are aligned."""
    return _runs(lines, lambda line: bool(line.assign))


def comment_runs(lines: list[Line]) -> Iterator[list[Line]]:
    """The runs of consecutive lines whose comments are aligned."""
    return _runs(lines, lambda line: bool(line.comment))


def _runs(lines: list[Line], belongs: Callable[[Line], bool]) -> Iterator[list[Line]]:
    for member, run in groupby(lines, belongs):
        if member:
            yield list(run)


def _lines(tokens: Tokens) -> list[Line]:
    text, lines = tokens.text, []
    current: list[Token] = []
    start = 0
    for index, kind in enumerate(tokens.kinds):
        token = text[tokens.starts[index] : tokens.starts[index + 1]]
        if kind == "newline":
            end = tokens.starts[index + 1]
            lines.append(_cells(text[start:end], current, token))
            current, start = [], end
        elif kind != "space":
            current.append(Token(kind, token))
    if start < len(text):
        lines.append(_cells(text[start:], current, ""))
    return lines


def _cells(raw: str, tokens: list[Token], newline: str) -> Line:
    line = Line(raw, tokens, newline)
    if len(tokens) > 1 and tokens[-1].kind == "comment" and not tokens[-1].text.startswith("/*"):
        line.comment = [tokens[-1]]
        line.lead = tokens[:-1]
    for index, token in enumerate(line.lead):
        if index and token.kind == "=":
            # A value that goes on on the next line is not aligned.
            if sum(one.bracket for one in line.lead[index:]) == 0:
                line.assign = line.lead[index:]
                line.lead = line.lead[:index]
            break
    return line


def _indent(lines: list[Line]) -> None:
    indents: list[int] = []
    for line in lines:
        if not line.lead:
            continue
        first = line.lead[0]
        net = 0
        for token in line.lead:
            net += token.bracket
            if token.kind == "oheredoc":
                break
        net += sum(token.bracket for token in line.assign)
        if net > 0:
            first.spaces = 2 * len(indents)
            indents.append(net)
            continue
        closed = -net
        while closed > 0 and indents:
            if closed < indents[-1]:
                indents[-1] -= closed
                break
            closed -= indents.pop()
        first.spaces = 2 * len(indents)


def _space(tokens: list[Token]) -> None:
    before = ""
    for subject, after in pairwise(tokens):
        after.spaces = 1 if _space_between(before, subject, after) else 0
        before = subject.kind


def _space_between(before: str, subject: Token, after: Token) -> bool:
    """Whether a space stands between two tokens; ``before`` is the kind of the one before them."""
    left, right = subject.kind, after.kind
    if left == "ident" and right == "(":
        return False
    if {left, right} == {"ident", "::"} or left == "." or right == ".":
        return False
    if right in (",", "..."):
        return False
    if left == ",":
        return True
    if left in _TEMPLATE or right in _TEMPLATE_AFTER:
        return False
    if left == "ident" and subject.text == "in" and before == "ident":
        return True
    if right == "[" and (left in ("ident", "number") or subject.bracket < 0):
        return False
    if left == "!":
        return False
    if left == "-":
        return before not in _BEFORE_NEGATION
    if left == "{" or right == "}":
        return not (left == "{" and right == "}")
    if left in ("interp", "control") and right == "{":
        return True
    if left == "}" and right == "end":
        return True
    if left == "end" and right in ("interp", "control"):
        return False
    return not (subject.bracket > 0 or after.bracket < 0)


def _columns(tokens: list[Token]) -> int:
    return sum(token.spaces + _width(token) for token in tokens)


def _width(token: Token) -> int:
    if token.kind != "string":
        return width(token.text)
    return 2 + width(token.text[1:-1])  # a mark after the quote stands by itself


def width(text: str) -> int:
    """Columns of a text: its characters as a reader counts them."""
    return len(text) if text.isascii() and "\r" not in text else len(graphemes(text))
