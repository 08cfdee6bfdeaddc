"""A Python file as bytes, its LibCST tree, and where in the bytes each node stands."""

from __future__ import annotations

import ast
import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import libcst as cst
from libcst.metadata import ByteSpanPositionProvider, CodeSpan, MetadataWrapper

from ...hcl.errors import HclSyntaxError, position


class Source:
    """A file without its byte order mark. All offsets are those of bytes in ``data``."""

    def __init__(self, path: str, data: bytes, has_bom: bool, tree: cst.Module) -> None:
        self.path = path
        self.data = data
        self.has_bom = has_bom
        self.tree = tree

    @property
    def quotes(self) -> str:
        """The quotes that most strings of the program have."""
        return "'" if self.data.count(b"'") > self.data.count(b'"') else '"'

    @cached_property
    def spans(self) -> Mapping[cst.CSTNode, CodeSpan]:
        """Where each node stands: most programs are never asked."""
        wrapper = MetadataWrapper(self.tree, unsafe_skip_copy=True)
        return wrapper.resolve(ByteSpanPositionProvider)

    @classmethod
    def parse(cls, data: bytes, path: str) -> Source | None:
        """None for a file with the line ends of long ago. Raises HclSyntaxError for what is not Python, or
        not UTF-8."""
        has_bom = data.startswith(codecs.BOM_UTF8)
        body = data[len(codecs.BOM_UTF8) :] if has_bom else data
        if b"\r" in body.replace(b"\r\n", b""):
            return None
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError as error:
            before = body[: error.start].decode("utf-8")
            line, column = position(before, len(before))
            why = "not UTF-8: a program in another encoding is not read"
            raise HclSyntaxError(why, path, line, column) from None
        try:
            tree = cst.parse_module(text)
        except cst.ParserSyntaxError:
            _complain(text, path)
            return None  # Python that is newer than LibCST
        if tree.code != text:
            return None  # what the tree does not hold, an edit could lose
        return cls(path, body, has_bom, tree)

    @property
    def comments(self) -> list[cst.CSTNode]:
        return [node for node in self.spans if isinstance(node, cst.Comment)]

    def start(self, node: cst.CSTNode) -> int:
        """Where a node begins."""
        return self.spans[node].start

    def end(self, node: cst.CSTNode) -> int:
        """Where a node ends."""
        span = self.spans[node]
        return span.start + span.length

    def text(self, node: cst.CSTNode) -> str:
        """The text of a node."""
        return self.slice(self.start(node), self.end(node))

    def slice(self, start: int, end: int) -> str:
        """The text between two offsets."""
        return self.data[start:end].decode("utf-8")

    @property
    def newline(self) -> str:
        return "\r\n" if b"\r\n" in self.data else "\n"

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.data.rfind(b"\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Past the end of the line that an offset is in, its newline included."""
        found = self.data.find(b"\n", offset)
        return len(self.data) if found < 0 else found + 1

    def as_lines(self, text: str, at: int) -> str:
        """A text as lines of their own to insert; at the end of a file whose last line has no newline, that
        comes before them."""
        if at == len(self.data) and not self.data.endswith(b"\n"):
            return f"{self.newline}{text}"
        return f"{text}{self.newline}"

    def indent(self, offset: int) -> str:
        """The white space at the beginning of the line that an offset is in."""
        start = self.line_start(offset)
        line = self.data[start : self.line_end(offset)]
        return line[: len(line) - len(line.lstrip(b" \t"))].decode()

    def begins_line(self, offset: int) -> bool:
        """Whether only white space is before an offset on its line."""
        return not self.data[self.line_start(offset) : offset].strip()

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1."""
        start = self.line_start(offset)
        return self.data.count(b"\n", 0, offset) + 1, len(self.slice(start, offset)) + 1


def _complain(text: str, path: str) -> None:
    """Raises HclSyntaxError for what Python itself does not accept."""
    try:
        ast.parse(text)
    except SyntaxError as error:
        place = (error.lineno or 1, error.offset or 1)
        raise HclSyntaxError(f"this is not Python: {error.msg}", path, *place) from None
    except ValueError:
        return


@dataclass(frozen=True, slots=True)
class Edit:
    """Bytes to be replaced by a text; an empty range is an insertion."""

    start: int
    end: int
    text: str


def edited(source: Source, edits: list[Edit]) -> bytes:
    """The file after edits, none of which may lie in another. Insertions at one place stay in their order.
    Raises ValueError where two overlap."""
    parts, at = [codecs.BOM_UTF8 if source.has_bom else b""], 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if edit.start < at:
            raise ValueError("two edits overlap")
        parts += (source.data[at : edit.start], edit.text.encode("utf-8"))
        at = edit.end
    return b"".join((*parts, source.data[at:]))
