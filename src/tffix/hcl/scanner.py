"""Cuts HCL text into tokens that cover it without a gap.

One compiled expression finds the tokens of ordinary text. Strings and heredocs without template
sequences are single tokens of it; those that hold `${` or `%{` are taken apart by the functions below,
which keep a stack of their own, so that nesting costs no recursion.

Facts: HCL native syntax specification, lexical elements and template sections.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from .encoding import is_broken, not_utf8
from .errors import SyntaxFault

MAX_NESTING = 100_000
"""Brackets and templates deeper than this are an error. Terraform 1.11 has no limit and crashes before: its
stack is full between 60,000 and 100,000 levels."""

# A literal character of a template: `$${` and `%%{` stand for `${` and `%{`; a lone `$` or `%` is itself.
_CHARACTER = r"""\$\$\{|%%\{|\$(?!\{)|%(?!\{)"""
_QUOTED = rf"""(?:[^"\\$%\r\n]|\\[^\r\n]|{_CHARACTER})"""
# Identifiers are of these, and of what lies beyond ASCII, which is looked up (identifier_end). Written as
# what they are not, because a class of a million characters takes long to compile.
_START = r"[^\x00-@\[-^`{-\x7f]"
_REST = r"[^\x00-,./:-@\[-^`{-\x7f]"
_NUMBER = r"""[0-9](?:(?:[0-9.]|[eE][+-]?[0-9])*(?:[0-9]|[eE][+-]?[0-9]))?"""

SIMPLE_STRING = re.compile(rf'"{_QUOTED}*+"')
HEREDOC_OPEN = re.compile(rf"<<-?{_START}{_REST}*\r?\n")
IDENTIFIER = re.compile(rf"{_START}{_REST}*")
_QUOTED_RUN = re.compile(rf"{_QUOTED}++")
_HEREDOC_RUN = re.compile(rf"(?:[^$%\r\n]|{_CHARACTER})++")
_SEQUENCE = re.compile(r"[$%]\{~?")
_END_OF_LINE = re.compile(r"\r?\n")
WHITE_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What Unicode calls white space, and Go: str.strip() strips four control characters more."""

_MAIN = re.compile(
    rf"""
    (?P<space>[ \t]++)
  | (?P<ident>[A-Za-z_][A-Za-z0-9_-]*+(?![^\x00-\x7f]))
  | (?P<unicode>{_START}{_REST}*+)
  | (?P<newline>\r?\n)
  | (?P<string>"{_QUOTED}*+")
  | (?P<number>{_NUMBER})
  | (?P<comment>(?:\#|//)(?:[^\r\n]|\r(?!\n))*+|/\*(?s:.*?)\*/)
  | (?P<oheredoc><<-?{_START}{_REST}*\r?\n)
  | (?P<oquote>")
  | (?P<punct>==|!=|>=|<=|&&|\|\||::|\.\.\.|=>|~\}}|[\[\](){{}}.,*/%+\-=<>!?:])
  | (?P<bad>(?s:.))
    """,
    re.VERBOSE,
)


_PLAIN = frozenset(("space", "ident", "newline", "number", "comment"))


class Tokens(NamedTuple):
    """Tokens of a text: ``kinds[i]`` is that of ``text[starts[i]:starts[i + 1]]``.

    Kinds: space, newline, comment, ident, number, string (a whole quoted string without sequences),
    oquote, cquote, oheredoc, cheredoc, literal and heredoc_literal (between those), interp (``${``),
    control (``%{``), end (the brace that closes either); punctuation has its own text as its kind.
    ``starts`` has one entry more than ``kinds``: the end of the text.
    """

    text: str
    kinds: list[str]
    starts: list[int]


def scan(text: str) -> Tokens:
    """All tokens of ``text``; raises SyntaxFault at the first character that no token can begin with."""
    return _Scan(text).run()


class _Frame(NamedTuple):
    """An open template sequence, and what the scan goes back to at its end."""

    marker: str | None  # of the heredoc that it stands in; None: it stands in a quoted string
    opened: int  # where that template began
    sequence: int  # where the sequence began
    braces: int  # open braces around the template


class _Scan:
    """One run over a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.kinds: list[str] = []
        self.starts: list[int] = []
        self.frames: list[_Frame] = []
        self.braces = 0

    def emit(self, kind: str, start: int) -> None:
        self.kinds.append(kind)
        self.starts.append(start)

    def run(self) -> Tokens:
        position = 0
        while position < len(self.text):
            position = self.main(position)
        self.check_closed()
        self.starts.append(len(self.text))
        return Tokens(self.text, self.kinds, self.starts)

    def check_closed(self) -> None:
        if self.frames:
            raise SyntaxFault(
                "this template sequence is never closed: a brace is missing", self.frames[-1].sequence
            )

    def main(self, position: int) -> int:
        """Tokens from ``position`` until a template begins or ends; returns where to go on."""
        kinds, starts, text = self.kinds, self.starts, self.text
        for match in _MAIN.finditer(text, position):
            kind = match.lastgroup or "bad"
            start = match.start()
            if kind in _PLAIN:
                kinds.append(kind)
                starts.append(start)
                continue
            if kind == "punct":
                kind = match.group()
                if kind == "{":
                    self.braces += 1
                elif kind in ("}", "~}"):
                    if self.frames and self.braces == 0:
                        self.emit("end", start)
                        return self.resume(match.end())
                    if kind == "~}":
                        raise SyntaxFault("'~}' closes a template sequence, and none is open here", start)
                    self.braces -= 1
            elif kind == "string":
                check_escapes(text, start + 1, match.end() - 1)
            elif kind == "oquote":
                self.emit("oquote", start)
                return self.quoted(match.end(), start)
            elif kind == "oheredoc":
                self.emit("oheredoc", start)
                return self.heredoc(match.end(), _marker(match.group()), start, True)
            elif kind == "unicode":
                end = identifier_end(text, start, match.end())
                if end != match.end():
                    if end == start:
                        raise bad_character(text, start)
                    self.emit("ident", start)
                    return end
                kind = "ident"
            elif kind == "bad":
                raise bad_character(text, start)
            kinds.append(kind)
            starts.append(start)
        return len(text)

    def resume(self, position: int) -> int:
        frame = self.frames.pop()
        self.braces = frame.braces
        if frame.marker is None:
            return self.quoted(position, frame.opened)
        return self.heredoc(position, frame.marker, frame.opened, False)

    def enter(self, marker: str | None, position: int, opened: int) -> int:
        match = _SEQUENCE.match(self.text, position)
        assert match is not None
        if len(self.frames) >= MAX_NESTING:
            raise SyntaxFault(f"nested more than {MAX_NESTING} levels deep", position)
        self.emit("interp" if match.group()[0] == "$" else "control", position)
        self.frames.append(_Frame(marker, opened, position, self.braces))
        self.braces = 0
        return match.end()

    def quoted(self, position: int, opened: int) -> int:
        """The rest of a quoted template that began at ``opened``."""
        text = self.text
        run = _QUOTED_RUN.match(text, position)
        if run:
            check_escapes(text, position, run.end())
            self.emit("literal", position)
            position = run.end()
        if position >= len(text):
            raise SyntaxFault("this string is never closed: a quote is missing", opened)
        character = text[position]
        if character == '"':
            self.emit("cquote", position)
            return position + 1
        if character in "\r\n":
            raise SyntaxFault(
                'a quoted string must end on the line it begins on: write "\\n" or use a heredoc', position
            )
        if character == "\\":
            raise SyntaxFault("a backslash must be followed by an escape character", position)
        return self.enter(None, position, opened)

    def heredoc(self, position: int, marker: str, opened: int, line_start: bool) -> int:
        """The rest of a heredoc; ``line_start`` tells whether the closing marker may stand here."""
        text = self.text
        literal = position
        while True:
            run = _HEREDOC_RUN.match(text, position)
            end = run.end() if run else position
            newline = _END_OF_LINE.match(text, end)
            if newline:
                if line_start and text[position:end].strip(WHITE_SPACE) == marker:
                    if literal < position:
                        self.emit("heredoc_literal", literal)
                    self.emit("cheredoc", position)
                    return end
                position, line_start = newline.end(), True
                continue
            if text.startswith("\r", end):
                raise bad_character(text, end)
            if end >= len(text):
                raise SyntaxFault(f"this heredoc is never closed: no line contains just {marker}", opened)
            if literal < end:
                self.emit("heredoc_literal", literal)
            return self.enter(marker, end, opened)


def template_end(text: str, position: int) -> int:
    """Where the string or heredoc that begins at ``position`` ends (heredoc: before the newline)."""
    scan_ = _Scan(text)
    match = _MAIN.match(text, position)
    assert match is not None
    if match.lastgroup == "oheredoc":
        position = scan_.heredoc(match.end(), _marker(match.group()), position, True)
    else:
        position = scan_.quoted(position + 1, position)
    while scan_.frames:
        position = scan_.main(position)
        if position >= len(text):
            scan_.check_closed()
    return position


def _marker(introducer: str) -> str:
    return introducer[2:].lstrip("-").rstrip("\r\n")


def identifier_end(text: str, start: int, end: int) -> int:
    """Where the identifier at ``start`` really ends: characters beyond ASCII are looked up one by one."""
    if text[start:end].isascii():
        return end
    for index in range(start, end):
        character = text[index]
        if character.isascii():
            continue
        category = unicodedata.category(character)
        if category[0] == "L" or category == "Nl":
            continue
        if index > start and category in ("Mn", "Mc", "Nd", "Pc"):
            continue
        return index
    return end


_ESCAPE = re.compile(r'\\(?:[nrt"\\]|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))')


def check_escapes(text: str, start: int, end: int) -> None:
    """Raises SyntaxFault at the first backslash of a quoted literal that begins no known escape."""
    position = text.find("\\", start, end)
    while position >= 0:
        match = _ESCAPE.match(text, position, end)
        if match is None:
            raise SyntaxFault(
                f'"{text[position : position + 2]}" is not an escape sequence: '
                'HCL knows \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN',
                position,
            )
        digits = match.group(1) or match.group(2)
        if digits and (0xD800 <= int(digits, 16) <= 0xDFFF or int(digits, 16) > 0x10FFFF):
            raise SyntaxFault(f"U+{digits} is not a character", position)
        position = text.find("\\", match.end(), end)


_ADVICE = {
    "'": 'strings are written in double quotes (")',
    "`": "a string of several lines is written as a heredoc (<<EOT)",
    ";": "arguments are separated by newlines, and items of a collection by commas",
    "&": "there are no bitwise operators: 'and' is written &&",
    "|": "there are no bitwise operators: 'or' is written ||",
    "^": "there are no bitwise operators",
    "$": "outside of strings a reference is written without ${ and }",
    "~": "there are no bitwise operators: 'not' is written !",
    "“": 'curly quotes are not quotes: write "',
    "”": 'curly quotes are not quotes: write "',
    "\ufeff": "a byte order mark is allowed only at the very beginning of a file",
    "\r": "a carriage return is allowed only before a line feed",
}


def bad_character(text: str, offset: int) -> SyntaxFault:
    """The fault for a character that no token begins with, with advice where the intent is plain."""
    if text.startswith("/*", offset):
        return SyntaxFault("this comment is never closed: */ is missing", offset)
    character = text[offset]
    if is_broken(character):
        return not_utf8(offset)
    shown = f"'{character}'" if character.isprintable() else f"U+{ord(character):04X}"
    advice = _ADVICE.get(character)
    return SyntaxFault(f"unexpected character {shown}" + (f": {advice}" if advice else ""), offset)
