"""From the tokens of an expression to the terminals of its grammar.

Settles what the HCL specification says in prose: a newline counts only inside the braces of an object,
and `for`, `in`, `if` and the words of template directives are keywords only where they are expected.
"""

from __future__ import annotations

from .errors import SyntaxFault
from .scanner import MAX_NESTING, Tokens

OPERAND_ENDS = frozenset(("IDENT", "NUMBER", "STRING", "CQUOTE", "CHEREDOC", ")", "]", "}", "splat"))
_SKIPPED = frozenset(("space", "comment"))
_UNCALLED = frozenset((".", ",", "[", ")", "]", "}", "end", "$END"))  # a name before these is not called
# Tokens that are one terminal wherever they stand.
_PLAIN = {"string": "STRING", "number": "NUMBER", "literal": "LITERAL", "heredoc_literal": "HEREDOC_LITERAL"}
_SIGNS = (".", "=", ":", "?", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "&&", "||", "!")
_PLAIN |= {sign: sign for sign in (*_SIGNS, "...", "=>", "::")}
_BORDERS = {
    "oquote": "OQUOTE",
    "oheredoc": "OHEREDOC",
    "cquote": "CQUOTE",
    "cheredoc": "CHEREDOC",
    "interp": "INTERP",
    "control": "CONTROL",
    "end": "END",
}
_DIRECTIVES = {
    "if": "DIRECTIVE_IF",
    "else": "DIRECTIVE_ELSE",
    "endif": "DIRECTIVE_ENDIF",
    "for": "DIRECTIVE_FOR",
    "endfor": "DIRECTIVE_ENDFOR",
}

# What the innermost bracket makes of newlines and names.
_OBJECT, _INNER, _TOP, _FOR_NAME, _FOR_IN, _FOR_BODY, _DIRECTIVE = range(7)
_SIGNIFICANT = (_OBJECT, _TOP)


class Terminals:
    """The terminals of a text as three lists: kinds, where each begins, where it ends."""

    __slots__ = ("ends", "kinds", "starts")

    def __init__(self, tokens: Tokens, kinds: list[str], numbers: list[int]) -> None:
        starts = tokens.starts
        self.kinds = [*kinds, "$END"]
        self.starts = [starts[number] for number in numbers]
        self.ends = [starts[number + 1] for number in numbers]
        self.starts.append(len(tokens.text))
        self.ends.append(len(tokens.text))


def terminals(tokens: Tokens) -> Terminals:
    """The terminals of an expression's tokens, closed by ``$END``."""
    kinds = tokens.kinds
    found: list[str] = []
    numbers: list[int] = []
    frames = [_TOP]
    previous = ""
    for number, (kind, following) in enumerate(zip(kinds, [*kinds[1:], "$END"], strict=False)):
        if kind in _SKIPPED:
            continue
        plain = _PLAIN.get(kind)
        if plain is not None:
            previous = "splat" if kind == "*" and previous == "." else plain
            found.append(plain)
            numbers.append(number)
            continue
        frame = frames[-1]
        if kind == "ident":
            if frame >= _FOR_NAME:
                kind, frames[-1] = _name(tokens, number, frame, previous)
            elif following in _UNCALLED:
                kind = "IDENT"
            else:
                kind = _plain_name(kinds, number, frame, previous)
        elif kind == "newline":
            if frame not in _SIGNIFICANT or previous in ("{", ",", "NEWLINE"):
                continue
            kind = "NEWLINE"
        elif kind == ",":
            if frame == _FOR_IN:
                frames[-1] = _FOR_NAME
        else:
            kind = _bracket(tokens, number, frames, previous)
        found.append(kind)
        numbers.append(number)
        previous = kind
    if previous == "NEWLINE":
        found.pop()
        numbers.pop()
    return Terminals(tokens, found, numbers)


def _bracket(tokens: Tokens, number: int, frames: list[int], previous: str) -> str:
    """The terminal that a bracket or the border of a template is; opens or closes what it must."""
    kind = tokens.kinds[number]
    if kind in (")", "]", "}", "end", "cquote", "cheredoc"):
        if len(frames) > 1:
            frames.pop()
        return _BORDERS.get(kind, kind)
    if kind == "[":
        frames.append(_square_bracket(tokens, number, frames[-1], previous))
    elif kind == "{":
        frames.append(_FOR_NAME if _begins_for(tokens, number) else _OBJECT)
    else:
        frames.append(_DIRECTIVE if kind == "control" else _INNER)
    if len(frames) > MAX_NESTING:
        raise SyntaxFault(f"nested more than {MAX_NESTING} levels deep", tokens.starts[number])
    return _BORDERS.get(kind, kind)


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
    return _plain_name(tokens.kinds, index, frame, previous), frame


def _plain_name(kinds: list[str], index: int, frame: int, previous: str) -> str:
    """The terminal that an identifier is where it is no keyword: what is called has one of its own."""
    if previous == ".":
        return "IDENT"
    return "FUNCTION" if _kind_after(kinds, index, frame not in _SIGNIFICANT) in ("(", "::") else "IDENT"


def _kind_after(kinds: list[str], index: int, skip_newlines: bool) -> str:
    """The kind of the next token that is not space, comment or, if told so, newline."""
    after = _after(kinds, index, skip_newlines)
    return kinds[after] if after is not None else "$END"


def _after(kinds: list[str], index: int, skip_newlines: bool) -> int | None:
    for after in range(index + 1, len(kinds)):
        kind = kinds[after]
        if not (kind in _SKIPPED or (skip_newlines and kind == "newline")):
            return after
    return None


def _begins_for(tokens: Tokens, index: int) -> bool:
    """Whether the bracket at ``index`` is directly followed by the word ``for``."""
    after = _after(tokens.kinds, index, True)
    return after is not None and tokens.text[tokens.starts[after] : tokens.starts[after + 1]] == "for"


def _square_bracket(tokens: Tokens, index: int, frame: int, previous: str) -> int:
    """What ``[`` opens: an index, a splat (in which newlines count as outside it), or a tuple."""
    if previous in OPERAND_ENDS:
        splat = _kind_after(tokens.kinds, index, frame not in _SIGNIFICANT) == "*"
        return frame if splat and frame in _SIGNIFICANT else _INNER
    return _FOR_NAME if _begins_for(tokens, index) else _INNER
