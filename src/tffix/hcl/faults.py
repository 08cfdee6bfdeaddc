"""Turns "this terminal fits nowhere" into a sentence that a person can act on."""

from __future__ import annotations

from .errors import SyntaxFault
from .terminals import OPERAND_ENDS

_OPENERS = {"(": ")", "[": "]", "{": "}", "INTERP": "END", "CONTROL": "END"}
_CLOSERS = frozenset(_OPENERS.values())
_NAMES = {
    "STRING": "a string",
    "OQUOTE": "a string",
    "OHEREDOC": "a heredoc",
    "NUMBER": "a number",
    "NEWLINE": "the end of the line",
    "$END": "the end of the expression",
    "END": "'}'",
    "CQUOTE": "the end of the string",
    "CHEREDOC": "the end of the heredoc",
    "LITERAL": "text",
    "HEREDOC_LITERAL": "text",
}


def explain(
    text: str, kinds: list[str], starts: list[int], number: int, expected: frozenset[str]
) -> SyntaxFault:
    """The fault for terminal ``number``, where one of ``expected`` had to stand."""
    kind, offset = kinds[number], starts[number]
    shown = _shown(text, kinds, starts, number)
    opener = _innermost(kinds, number)
    if kind == "$END" and opener is not None:
        return SyntaxFault(_unclosed(kinds, opener), starts[opener])
    if "OQUOTE" in expected and "-" in expected:
        return SyntaxFault(f"an expression is expected here, not {shown}", offset)
    if expected & {"DIRECTIVE_IF", "DIRECTIVE_ELSE"}:
        return SyntaxFault(
            f"{shown} is not a template directive; those are if, else, endif, for and endfor", offset
        )
    if "IDENT" in expected and kinds[number - 1] == ".":
        return SyntaxFault(f"an attribute name is expected after the dot, not {shown}", offset)
    if "FUNCTION" in expected and kinds[number - 1] == "::":
        return SyntaxFault(
            f"a function name and its parenthesis are expected after '::', not {shown}", offset
        )
    if expected == {"IDENT"} or expected == {"IN"} or expected == {",", "IN"}:
        wanted = "a variable name" if "IDENT" in expected else "the word 'in'"
        return SyntaxFault(f"a for-expression needs {wanted} here, not {shown}", offset)
    if kind in ("CQUOTE", "CHEREDOC") and expected & {"LITERAL", "CONTROL"}:
        return SyntaxFault("a template directive is not closed: endif or endfor is missing", offset)
    return SyntaxFault(_after_value(kinds, opener, number, shown), offset)


def _after_value(kinds: list[str], opener: int | None, number: int, shown: str) -> str:
    """What is wrong after a whole expression, by the bracket around it."""
    bracket = kinds[opener] if opener is not None else ""
    before = _level(kinds, -1 if opener is None else opener, number)
    is_for = before[:1] == ["FOR"]
    item = before[_last(before, ",", "NEWLINE") + 1 :]
    if "?" in item and ":" not in item[_last(item, "?") :]:
        return f"a conditional needs ':' and a value for the other case, not {shown}"
    if opener is None:
        return f"the argument must end with a newline, but {shown} follows its value"
    if bracket in ("INTERP", "CONTROL"):
        return f"the template sequence must end with '}}', not {shown}; a literal ${{ is written $${{"
    if is_for and ":" not in before:
        return f"a for-expression needs ':' after its collection, not {shown}"
    if is_for and bracket == "{" and "=>" not in before:
        return f"a for-expression that makes an object needs '=>' after its key, not {shown}"
    if bracket == "{" and not is_for:
        if not {"=", ":"} & set(item):
            return f"'=' is expected after the key, not {shown}"
        return f"a newline or a comma is expected before the next item, not {shown}"
    lists = kinds[opener - 1] == "FUNCTION" if bracket == "(" else kinds[opener - 1] not in OPERAND_ENDS
    if is_for or before[-1:] == ["..."] or (opener > 0 and not lists) or (opener == 0 and bracket == "("):
        return f"'{_OPENERS[bracket]}' is expected, not {shown}"
    return f"a comma is expected before the next {'argument' if bracket == '(' else 'item'}, not {shown}"


def _level(kinds: list[str], opener: int, number: int) -> list[str]:
    """The terminals between a bracket and terminal ``number`` that are in no bracket inside it."""
    found, depth = [], 0
    for kind in kinds[opener + 1 : number]:
        depth -= kind in _CLOSERS
        if depth == 0:
            found.append(kind)
        depth += kind in _OPENERS
    return found


def _last(kinds: list[str], *wanted: str) -> int:
    """Where one of the wanted kinds stands last, or -1."""
    return max((index for index, kind in enumerate(kinds) if kind in wanted), default=-1)


def _unclosed(kinds: list[str], opener: int) -> str:
    if kinds[opener] in ("INTERP", "CONTROL"):
        return "this template sequence is never closed: a brace is missing"
    return f"this '{kinds[opener]}' is never closed: '{_OPENERS[kinds[opener]]}' is missing"


def _innermost(kinds: list[str], number: int) -> int | None:
    """The bracket that is open at terminal ``number``."""
    depth = 0
    for index in range(number - 1, -1, -1):
        if kinds[index] in _OPENERS:
            if depth == 0:
                return index
            depth -= 1
        elif kinds[index] in (")", "]", "}", "END"):
            depth += 1
    return None


def _shown(text: str, kinds: list[str], starts: list[int], number: int) -> str:
    kind = kinds[number]
    if kind in _NAMES:
        return _NAMES[kind]
    if kind in ("IDENT", "FUNCTION", "FOR", "IN", "IF") or kind.startswith("DIRECTIVE"):
        word = text[starts[number] : starts[number + 1]].split()[0]
        return f"the name '{word}'"
    return f"'{kind}'"
