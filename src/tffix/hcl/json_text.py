"""JSON text as a tree that keeps every byte: values with the white space around them, and edits in place.

Printing is joining: a comma between two members or elements is implied, all else is kept as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .errors import SyntaxFault
from .json_spelling import decoded

_SPACE = re.compile(r"[ \t\r\n]*")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD = re.compile(r"[\w+.-]+")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')


class Scalar:
    """A string, number, ``true``, ``false`` or ``null``. ``offset`` is where it stood; -1 for a new one."""

    __slots__ = ("offset", "raw")

    def __init__(self, raw: str, offset: int = -1) -> None:
        self.raw = raw
        self.offset = offset

    @property
    def text(self) -> str:
        return self.raw

    @property
    def string(self) -> str | None:
        """The value of a string; None for anything else."""
        return decoded(self.raw) if self.raw.startswith('"') else None

    @property
    def is_null(self) -> bool:
        return self.raw == "null"


class Entry:
    """A member of an object, or an element of an array, whose ``key`` is empty: the white space before it,
    its raw key and the colon, its value, and the white space up to the comma or the end."""

    __slots__ = ("after", "before", "colon", "key", "offset", "value")

    def __init__(
        self, before: str, key: str, colon: str, value: Node, after: str = "", offset: int = -1
    ) -> None:
        self.before = before
        self.key = key
        self.colon = colon
        self.value = value
        self.after = after
        self.offset = offset

    @property
    def name(self) -> str:
        return decoded(self.key)

    @property
    def text(self) -> str:
        return f"{self.before}{self.key}{self.colon}{self.value.text}{self.after}"


class Container:
    """An object or an array. ``inside`` is the white space of an empty one."""

    __slots__ = ("entries", "inside", "offset")
    brackets = ""

    def __init__(self, offset: int = -1) -> None:
        self.entries: list[Entry] = []
        self.inside = ""
        self.offset = offset

    @property
    def text(self) -> str:
        content = ",".join([entry.text for entry in self.entries]) if self.entries else self.inside
        return self.brackets[0] + content + self.brackets[1]

    @property
    def values(self) -> Iterator[Node]:
        return (entry.value for entry in self.entries)

    @property
    def is_multiline(self) -> bool:
        return any("\n" in entry.before for entry in self.entries)

    def insert(self, index: int, entry: Entry) -> None:
        """Adds an entry, whose white space is made to fit by ``Style.add``."""
        if index == len(self.entries) and self.entries:
            entry.after, self.entries[-1].after = self.entries[-1].after, ""
        self.entries.insert(index, entry)

    def remove(self, entry: Entry) -> int:
        """Takes an entry out; returns where it stood."""
        index = next(number for number, one in enumerate(self.entries) if one is entry)
        del self.entries[index]
        if not self.entries:
            self.inside = ""
        elif index == len(self.entries):
            self.entries[-1].after = entry.after
        elif index == 0:
            self.entries[0].before = entry.before
        return index


class Object(Container):
    """A JSON object."""

    __slots__ = ()
    brackets = "{}"

    def get(self, name: str) -> Entry | None:
        """The member of a name."""
        return next((entry for entry in self.entries if entry.name == name), None)


class Array(Container):
    """A JSON array."""

    __slots__ = ()
    brackets = "[]"


Node = Scalar | Object | Array


def elements(node: Node) -> list[Node]:
    """The elements of an array; anything else as the only one."""
    return list(node.values) if isinstance(node, Array) else [node]


class Reader:
    """Reads a value at a position of a text, and what is around it. All methods raise SyntaxFault."""

    most_depth = 200

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def space(self) -> str:
        """The white space here."""
        match = _SPACE.match(self.text, self.position)
        assert match is not None
        self.position = match.end()
        return match.group()

    def value(self, depth: int) -> Node:
        """A value of any kind."""
        start = self.position
        character = self.text[start : start + 1]
        if depth > self.most_depth:
            raise SyntaxFault("the JSON is nested too deeply", start)
        if character == "{":
            return self.container(Object(start), "}", self.member, depth)
        if character == "[":
            return self.container(Array(start), "]", self.element, depth)
        if character == '"':
            return Scalar(self.string(), start)
        return Scalar(self.word(), start)

    def container(
        self, made: Container, end: str, read: Callable[[str, int], Entry], depth: int
    ) -> Object | Array:
        """An object or array, whose entries ``read`` reads."""
        assert isinstance(made, Object | Array)
        self.position += 1
        while True:
            before = self.space()
            if self.text.startswith(end, self.position) and not made.entries:
                made.inside = before
                break
            entry = read(before, depth + 1)
            made.entries.append(entry)
            entry.after = self.space()
            if self.text.startswith(end, self.position):
                break
            if not self.text.startswith(",", self.position):
                raise self.unexpected(f"',' or '{end}'")
            self.position += 1
        self.position += 1
        return made

    def member(self, before: str, depth: int) -> Entry:
        """A name, a colon and a value."""
        start = self.position
        if not self.text.startswith('"', start):
            raise self.unexpected("a property name in double quotes")
        key = self.string()
        colon = self.position
        self.space()
        if not self.text.startswith(":", self.position):
            raise self.unexpected("':'")
        self.position += 1
        self.space()
        colon_text = self.text[colon : self.position]
        return Entry(before, key, colon_text, self.value(depth), offset=start)

    def element(self, before: str, depth: int) -> Entry:
        """A value in an array."""
        start = self.position
        return Entry(before, "", "", self.value(depth), offset=start)

    def string(self) -> str:
        """A string with its quotes."""
        match = _STRING.match(self.text, self.position)
        if match is None:
            raise SyntaxFault(
                "this JSON string is not closed, or contains characters that must be escaped", self.position
            )
        self.position = match.end()
        return match.group()

    def word(self) -> str:
        """A value without quotes."""
        match = _WORD.match(self.text, self.position)
        if match is None:
            raise self.unexpected("a JSON value")
        word = match.group()
        if word not in ("true", "false", "null") and not NUMBER.fullmatch(word):
            raise SyntaxFault(f"'{word}' is not a JSON value", self.position)
        self.position = match.end()
        return word

    def unexpected(self, wanted: str) -> SyntaxFault:
        """The error for what is found where something else belongs."""
        found = self.text[self.position : self.position + 1]
        if found in ("/", "#"):
            return SyntaxFault('JSON has no comments; use a property named "//"', self.position)
        if found in ("}", "]") and wanted.startswith(("a JSON", "a property")):
            return SyntaxFault(f"a comma is not allowed before '{found}'", self.position)
        told = f"'{found}'" if found else "the end of the file"
        return SyntaxFault(f"{wanted} expected, {told} found", self.position)


class Document:
    """A whole text, as a reader of this class sees it. ``before`` and ``after`` are the white space around
    its value. Raises SyntaxFault."""

    def __init__(self, text: str, reader: type[Reader] = Reader) -> None:
        reading = reader(text)
        self.before = reading.space()
        self.root = reading.value(0)
        self.after = reading.space()
        if reading.position < len(text):
            raise SyntaxFault("nothing may follow the JSON value", reading.position)

    @property
    def text(self) -> str:
        return f"{self.before}{self.root.text}{self.after}"
