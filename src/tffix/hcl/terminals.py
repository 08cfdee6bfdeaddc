"""From the tokens of an expression to the terminals of its grammar.

Settles what the HCL specification says in prose: a newline counts only inside the braces of an object,
and `for`, `in`, `if` and the words of template directives are keywords only where they are expected.
"""

from __future__ import annotations

from .errors import SyntaxFault
from .scanner import MAX_NESTING, Tokens

OPERAND_ENDS = frozenset(("IDENT", "NUMBER", "STRING", "CQUOTE", "CHEREDOC", ")", "]", "}", "splat"))
_PLAIN = {"string": "STRING", "number": "NUMBER", "literal": "LITERAL", "heredoc_literal": "HEREDOC_LITERAL"}
_TEMPLATE = {"oquote": "OQUOTE", "oheredoc": "OHEREDOC"}
_TEMPLATE_END = {"cquote": "CQUOTE", "cheredoc": "CHEREDOC"}
_DIRECTIVES = {
    "if": "DIRECTIVE_IF",
    "else": "DIRECTIVE_ELSE",
    "endif": "DIRECTIVE_ENDIF",
    "for": "DIRECTIVE_FOR",
    "endfor": "DIRECTIVE_ENDFOR",
}

# What the innermost bracket makes of newlines and names.
_OBJECT, _INNER, _FOR_NAME, _FOR_IN, _FOR_BODY, _DIRECTIVE, _TOP = range(7)
_SIGNIFICANT = (_OBJECT, _TOP)


class Terminals:
    """The terminals of a text as three lists: kinds, where each begins, where it ends."""

    __slots__ = ("ends", "kinds", "starts")

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []


def terminals(tokens: Tokens) -> Terminals:
    """The terminals of an expression's tokens, closed by ``$END``."""
    text, kinds, starts = tokens.text, tokens.kinds, tokens.starts
    out = Terminals()
    frames = [_TOP]
    previous = ""
    for index, kind in enumerate(kinds):
        if kind == "space" or kind == "comment":
            continue
        frame = frames[-1]
        if kind == "newline":
            if frame not in _SIGNIFICANT or previous in ("{", ",", "NEWLINE"):
                continue
            kind = "NEWLINE"
        elif kind == "ident":
            kind, frames[-1] = _name(tokens, index, frame, previous)
        elif kind in _PLAIN:
            kind = _PLAIN[kind]
        elif kind in _TEMPLATE:
            kind = _TEMPLATE[kind]
            frames.append(_INNER)
        elif kind in _TEMPLATE_END:
            kind = _TEMPLATE_END[kind]
            frames.pop()
        elif kind == "interp":
            kind = "INTERP"
            frames.append(_INNER)
        elif kind == "control":
            kind = "CONTROL"
            frames.append(_DIRECTIVE)
        elif kind == "end":
            kind = "END"
            _close(frames)
        elif kind == "[":
            frames.append(_bracket(tokens, index, frame, previous))
        elif kind == "{":
            frames.append(_FOR_NAME if _begins_for(tokens, index) else _OBJECT)
        elif kind == "(":
            frames.append(_INNER)
        elif kind in (")", "]", "}"):
            _close(frames)
        elif kind == "," and frame == _FOR_IN:
            frames[-1] = _FOR_NAME
        if len(frames) > MAX_NESTING:
            raise SyntaxFault(f"nested more than {MAX_NESTING} levels deep", starts[index])
        out.kinds.append(kind)
        out.starts.append(starts[index])
        out.ends.append(starts[index + 1])
        previous = "splat" if kind == "*" and previous == "." else kind
    if previous == "NEWLINE":
        for column in (out.kinds, out.starts, out.ends):
            column.pop()
    out.kinds.append("$END")
    out.starts.append(len(text))
    out.ends.append(len(text))
    return out


def _close(frames: list[int]) -> None:
    if len(frames) > 1:
        frames.pop()


def _name(tokens: Tokens, index: int, frame: int, previous: str) -> tuple[str, int]:
    """The terminal that an identifier is, and the state of the innermost bracket after it."""
    word = tokens.text[tokens.starts[index] : tokens.starts[index + 1]]
    if frame == _FOR_NAME:
        if word == "for" and previous in ("[", "{"):
            return "FOR", _FOR_NAME
        return "IDENT", _FOR_IN
    if frame == _FOR_IN:
        return ("IN", _FOR_BODY) if word == "in" else ("IDENT", _FOR_IN)
    if frame == _FOR_BODY and word == "if" and (previous in OPERAND_ENDS or previous == "..."):
        return "IF", _FOR_BODY
    if frame == _DIRECTIVE and previous == "CONTROL" and word in _DIRECTIVES:
        return _DIRECTIVES[word], _FOR_NAME if word == "for" else _INNER
    following = _kind_after(tokens, index, frame not in _SIGNIFICANT)
    called = following in ("(", "::") and previous != "."
    return "FUNCTION" if called else "IDENT", frame


def _kind_after(tokens: Tokens, index: int, skip_newlines: bool) -> str:
    """The kind of the next token that is not space, comment or, if told so, newline."""
    after = _after(tokens, index, skip_newlines)
    return tokens.kinds[after] if after is not None else "$END"


def _after(tokens: Tokens, index: int, skip_newlines: bool) -> int | None:
    for after in range(index + 1, len(tokens.kinds)):
        kind = tokens.kinds[after]
        if not (kind == "space" or kind == "comment" or (skip_newlines and kind == "newline")):
            return after
    return None


def _begins_for(tokens: Tokens, index: int) -> bool:
    """Whether the bracket at ``index`` is directly followed by the word ``for``."""
    after = _after(tokens, index, True)
    return after is not None and tokens.text[tokens.starts[after] : tokens.starts[after + 1]] == "for"


def _bracket(tokens: Tokens, index: int, frame: int, previous: str) -> int:
    """What ``[`` opens: an index, a splat (in which newlines count as outside it), or a tuple."""
    if previous in OPERAND_ENDS:
        splat = _kind_after(tokens, index, frame not in _SIGNIFICANT) == "*"
        return frame if splat and frame in _SIGNIFICANT else _INNER
    return _FOR_NAME if _begins_for(tokens, index) else _INNER
