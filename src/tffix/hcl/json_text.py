"""JSON in a heredoc or a quoted string, with the place of every value and with `${…}` among them.

Facts: RFC 8259.
"""

from __future__ import annotations

import json
import re
from typing import Any

from .nodes import ESCAPES, SEQUENCE_ESCAPES, Expression, Interpolation, Template, TemplateLiteral, unescape

_MAX_DEPTH = 100
_FIRST_STAND_IN = 0xF0000  # characters from here on, which nobody uses, stand for the interpolations
_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"')
_ATOM = re.compile(r"-?[0-9][0-9.eE+-]*|true|false|null")


class JsonNode(Expression):
    """A JSON value in a template. ``value`` is a dict or list of such nodes, plain data, or the expression
    of a value that is not static; ``quoted`` tells that the template is a quoted string."""

    __slots__ = ("quoted", "value")

    def __init__(self, source: str, start: int, end: int, value: Any, quoted: bool) -> None:
        super().__init__(source, start, end)
        self.value = value
        self.quoted = quoted


class Document:
    """A template read as a JSON object or array, ``root``. Raises ValueError if it is none."""

    def __init__(self, template: Template) -> None:
        self.source = template.source
        self.quoted = not template.is_heredoc
        self.interpolations: list[Interpolation] = []
        self.offsets: list[int] = []  # where in the source every character of the text stands
        self.text = self._text(template)
        self.offsets.append(template.end)
        self.position = 0
        if self.peek() not in ("{", "["):
            raise ValueError
        self.root = self.value(0)
        if self.peek():
            raise ValueError

    def _text(self, template: Template) -> str:
        characters: list[str] = []
        for part in template.parts:
            if isinstance(part, TemplateLiteral):
                found = _characters(part)
            elif isinstance(part, Interpolation) and not any(part.trims):
                found = [(chr(_FIRST_STAND_IN + len(self.interpolations)), part.start)]
                self.interpolations.append(part)
            else:
                raise ValueError
            characters += [character for character, _ in found]
            self.offsets += [offset for _, offset in found]
        return "".join(characters)

    def peek(self) -> str:
        match = _SPACE.match(self.text, self.position)
        assert match is not None
        self.position = match.end()
        return self.text[self.position : self.position + 1]

    def expect(self, character: str) -> None:
        if self.peek() != character:
            raise ValueError
        self.position += 1

    def node(self, start: int, value: Any) -> JsonNode:
        return JsonNode(self.source, self.offsets[start], self.end_of(self.position - 1), value, self.quoted)

    def end_of(self, index: int) -> int:
        """Where in the source the character of the text ends."""
        number = ord(self.text[index]) - _FIRST_STAND_IN
        if 0 <= number < len(self.interpolations):
            return self.interpolations[number].end
        return self.offsets[index + 1]

    def value(self, depth: int) -> JsonNode:
        character, start = self.peek(), self.position
        if depth > _MAX_DEPTH:
            raise ValueError
        if character == "{":
            return self.node(start, self.members(depth))
        if character == "[":
            return self.node(start, self.elements(depth))
        if character == '"':
            return self.node(start, self.string())
        if character and ord(character) >= _FIRST_STAND_IN:
            self.position += 1
            return self.node(start, self.expression(character))
        match = _ATOM.match(self.text, start)
        if match is None:
            raise ValueError
        self.position = match.end()
        return self.node(start, json.loads(match.group()))

    def members(self, depth: int) -> dict[str, JsonNode]:
        found: dict[str, JsonNode] = {}
        self.expect("{")
        while self.peek() != "}":
            if found:
                self.expect(",")
                self.peek()
            key = self.string()
            if not isinstance(key, str):
                raise ValueError
            self.expect(":")
            found[key] = self.value(depth + 1)
        self.expect("}")
        return found

    def elements(self, depth: int) -> list[JsonNode]:
        found: list[JsonNode] = []
        self.expect("[")
        while self.peek() != "]":
            if found:
                self.expect(",")
            found.append(self.value(depth + 1))
        self.expect("]")
        return found

    def string(self) -> str | Expression:
        match = _STRING.match(self.text, self.position)
        if match is None:
            raise ValueError
        start, self.position = self.position, match.end()
        inside = match.group()[1:-1]
        if not any(ord(character) >= _FIRST_STAND_IN for character in inside):
            value = json.loads(match.group())
            assert isinstance(value, str)
            return value
        if len(inside) == 1:
            return self.expression(inside)
        return self.template(start + 1, match.end() - 1)

    def expression(self, stand_in: str) -> Expression:
        number = ord(stand_in) - _FIRST_STAND_IN
        if number >= len(self.interpolations):
            raise ValueError
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
                    raise ValueError
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
