"""The tree of what can be read of a text that is not all HCL: what validating goes by beside a fault.

Where an item has a fault, the layout says where it ends: before the next line that is not indented deeper
than its first.
"""

from __future__ import annotations

import re

from .errors import SyntaxFault
from .parser import parse_expression
from .structure import Structure
from .tree import Attribute, Block, Body, Gap, UnreadAttribute

_NAMED = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*)([ \t]*=(?![=>])[ \t]*)")
_LINE = re.compile(r"([ \t]*)([^\r\n]*)(\r?\n|\r|\Z)")


class LenientStructure(Structure):
    """One parse of a text into a Body, which no fault stops."""

    def parse(self) -> Body:
        """The whole text as a tree, with every byte of it."""
        root = super().parse()
        for body in root.walk():
            for attribute in body.attributes:
                if not _is_expression(attribute.source):
                    object.__setattr__(attribute, "__class__", UnreadAttribute)
        return root

    def finished(self, body: Body) -> Body:
        """Ends the blocks that are open where the text ends."""
        while self.open:
            block, _, body, _ = self.open.pop()
            block.close("", "")
        return body

    def check_name(self, name: str, start: int, names: dict[str, int]) -> None:
        """A name that is set twice is in the tree twice."""

    def skip_space(self, position: int) -> int:
        """Past the white space and comments within a line, or to the end where a comment has none."""
        try:
            return super().skip_space(position)
        except SyntaxFault:
            return len(self.text)  # a comment that is never closed

    def item(self, body: Body, pending: int, start: int, names: dict[str, int]) -> tuple[Block | None, int]:
        """Makes the item at ``start``, or what is left of it where it has a fault."""
        items, before = body.read(), len(body.read())
        try:
            return super().item(body, pending, start, names)
        except SyntaxFault:
            end = self.end_of_item(start)
            if len(items) > before:
                self.leave_open(items[before], end)
            else:
                items.append(self.unread(body, pending, start, end))
            return None, end

    def leave_open(self, item: object, end: int) -> None:
        """Ends a block on one line whose body has a fault: of that nothing is known."""
        assert isinstance(item, Block) and item.offset is not None
        item.body.read().clear()
        item.close(self.text[item.offset + len(item.type) + len(item.opening) : end], "")

    def unread(self, body: Body, pending: int, start: int, end: int) -> Attribute | Gap:
        """What has a fault, as an attribute if it begins like one."""
        text, named = self.text, _NAMED.match(self.text, start)
        if named is None or named.end() >= end:
            return Gap(text[pending:end], body)
        name, equals = named.groups()
        source = text[named.end() : end].rstrip()
        trailing = text[named.end() + len(source) : end]
        return Attribute.read(text[pending:start], name, equals, source, trailing, start, body)

    def close(self, block: Block, closing: int) -> int:
        """Ends a block, also one that has no bracket at its end."""
        try:
            return super().close(block, closing)
        except SyntaxFault:
            text = self.text
            brace = text.index("}", super().skip_space(closing)) + 1
            end = self.end_of_line(brace)
            block.close(text[closing:brace], text[brace:end])
            return end

    def end_of_line(self, position: int) -> int:
        """Past the end of the line at a position."""
        return self.text.find("\n", position) + 1 or len(self.text)

    def end_of_item(self, start: int) -> int:
        """Past an item that has a fault: its line, and those below it that are indented deeper, with the
        brackets that close it."""
        text = self.text
        column = start - (text.rfind("\n", 0, start) + 1)
        end = self.end_of_line(start)
        while end < len(text):
            line = _LINE.match(text, end)
            assert line is not None
            indent, content, _ = line.groups()
            if content and len(indent) <= column:
                closes = len(indent) == column and content[0] in ")]}"
                return line.end() if closes and self.opens(start, end) else end
            end = line.end()
        return end

    def opens(self, start: int, end: int) -> bool:
        """Whether more brackets are opened than closed in a piece of text, whatever they stand in."""
        piece = self.text[start:end]
        return sum(map(piece.count, "([{")) > sum(map(piece.count, ")]}"))


def _is_expression(source: str) -> bool:
    try:
        parse_expression(source)
    except SyntaxFault:
        return False
    return True


__all__ = ["LenientStructure"]
