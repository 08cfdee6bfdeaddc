"""JSON in a heredoc or a quoted string, with the place of every value and with `${…}` among them.

Facts: RFC 8259.
"""

from __future__ import annotations

from json import loads
from typing import Any

from .errors import SyntaxFault
from .json_text import Document, Node, Object, Reader, Scalar
from .nodes import ESCAPES, SEQUENCE_ESCAPES, Expression, Interpolation, Template, TemplateLiteral, unescape

_SPACE = " \t\r\n"
_FIRST_STAND_IN = 0xF0000  # characters from here on, which nobody uses, stand for the interpolations


class JsonNode(Expression):
    """A JSON value in a template. ``value`` is a dict or list of such nodes, plain data, or the expression
    of a value that is not static; ``quoted`` tells that the template is a quoted string."""

    __slots__ = ("quoted", "value")

    def __init__(self, source: str, start: int, end: int, value: Any, quoted: bool) -> None:
        super().__init__(source, start, end)
        self.value = value
        self.quoted = quoted


def json_of(template: Template) -> JsonNode:
    """A template read as a JSON object or array. Raises ValueError if it is none."""
    text = _Text(template)
    if not text.text.lstrip(_SPACE).startswith(("{", "[")):
        raise ValueError("neither an object nor an array")
    try:
        root = Document(text.text, _Reader).root
    except SyntaxFault as fault:
        raise ValueError(fault.message) from None
    return text.node(root)[0]


class _Reader(Reader):
    """Takes an interpolation for a value."""

    most_depth = 100  # what is nested deeper is not data that anybody means

    def word(self) -> str:
        character = self.text[self.position : self.position + 1]
        if not _is_stand_in(character):
            return super().word()
        self.position += 1
        return character


def _is_stand_in(character: str) -> bool:
    return character >= chr(_FIRST_STAND_IN)


class _Text:
    """What a template stands for, as one text, and where in the source each of its characters is."""

    def __init__(self, template: Template) -> None:
        self.source = template.source
        self.quoted = not template.is_heredoc
        self.interpolations: list[Interpolation] = []
        self.offsets: list[int] = []
        self.text = self._text(template)
        self.offsets.append(template.end)

    def _text(self, template: Template) -> str:
        characters: list[str] = []
        for part in template.parts:
            if isinstance(part, TemplateLiteral):
                found = _characters(part)
            elif isinstance(part, Interpolation) and not any(part.trims):
                found = [(chr(_FIRST_STAND_IN + len(self.interpolations)), part.start)]
                self.interpolations.append(part)
            else:
                raise ValueError("directives, or white space that is trimmed")
            characters += [character for character, _ in found]
            self.offsets += [offset for _, offset in found]
        return "".join(characters)

    def end_of(self, index: int) -> int:
        """Where in the source the character of the text ends."""
        number = ord(self.text[index]) - _FIRST_STAND_IN
        if 0 <= number < len(self.interpolations):
            return self.interpolations[number].end
        return self.offsets[index + 1]

    def node(self, json: Node) -> tuple[JsonNode, int]:
        """A value as a node, and where in the text it ends."""
        end = json.offset + 1
        value: Any
        if isinstance(json, Scalar):
            end = json.offset + len(json.raw)
            value = self.scalar(json)
        elif isinstance(json, Object):
            value, end = {}, end + len(json.inside) + 1
            for entry in json.entries:
                value[self.name(entry.key, entry.name)], end = self.node(entry.value)
                end += len(entry.after) + 1
        else:
            value, end = [], end + len(json.inside) + 1
            for entry in json.entries:
                element, end = self.node(entry.value)
                value.append(element)
                end += len(entry.after) + 1
        start, last = self.offsets[json.offset], self.end_of(end - 1)
        return JsonNode(self.source, start, last, value, self.quoted), end

    def name(self, key: str, name: str) -> str:
        if any(map(_is_stand_in, key)):
            raise ValueError("a key that is not static")
        return name

    def scalar(self, json: Scalar) -> Any:
        """The value of a string, number or word: plain data, or the expression of what is not static."""
        string = json.string
        if string is None:
            return self.expression(json.raw) if _is_stand_in(json.raw) else loads(json.raw)
        inside = json.raw[1:-1]
        if not any(map(_is_stand_in, inside)):
            return string
        if len(inside) == 1:
            return self.expression(inside)
        return self.template(json.offset + 1, json.offset + 1 + len(inside))

    def expression(self, stand_in: str) -> Expression:
        number = ord(stand_in) - _FIRST_STAND_IN
        if number >= len(self.interpolations):
            raise ValueError("a character that cannot be told from an interpolation")
        return self.interpolations[number].expression

    def template(self, start: int, end: int) -> Template:
        """The part of the template that is the inside of a JSON string."""
        parts: list[Expression] = []
        literal = start
        for index in range(start, end + 1):
            stand_in = index < end and ord(self.text[index]) >= _FIRST_STAND_IN
            if (stand_in or index == end) and literal < index:
                first, last = self.offsets[literal], self.end_of(index - 1)
                parts.append(TemplateLiteral(self.source, first, last, self.quoted))
            if stand_in:
                number = ord(self.text[index]) - _FIRST_STAND_IN
                if number >= len(self.interpolations):
                    raise ValueError("a character that cannot be told from an interpolation")
                parts.append(self.interpolations[number])
                literal = index + 1
        first, last = self.offsets[start], self.end_of(end - 1)
        return Template(self.source, first, last, tuple(parts), None)


def _characters(part: TemplateLiteral) -> list[tuple[str, int]]:
    """The characters that a literal stands for, each with its place in the source."""
    found: list[tuple[str, int]] = []
    position = 0
    text = part.text
    for match in (ESCAPES if part.quoted else SEQUENCE_ESCAPES).finditer(text):
        found += [(text[index], part.start + index) for index in range(position, match.start())]
        found += [
            (character, part.start + match.start()) for character in unescape(match.group(), part.quoted)
        ]
        position = match.end()
    found += [(text[index], part.start + index) for index in range(position, len(text))]
    return found
