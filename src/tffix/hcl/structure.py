"""Finds the attributes and blocks of a text and keeps every byte of it in their tree.

Works line by line with a few compiled expressions; what stands to the right of `=` is only measured here,
by bracket matching, and parsed when somebody asks for it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .errors import SyntaxFault
from .scanner import HEREDOC_OPEN, IDENTIFIER, SIMPLE_STRING, bad_character, identifier_end, template_end
from .tree import Attribute, Block, Body, Gap

MAX_BLOCKS = 10_000
"""Blocks nested deeper than this are an error. Terraform has no limit of its own; `terraform fmt`, whose
output grows with the square of the depth, writes 200 MB for so many."""

_BLANK = re.compile(r"[ \t]*(?:\r?\n)?")
_SPACE = re.compile(r"(?:[ \t]|/\*(?s:.*?)\*/)*")
_LINE_COMMENT = re.compile(r"[ \t]*(?:#|//)(?:[^\r\n]|\r(?!\n))*(?:\r?\n|\Z)")
_ATTRIBUTE = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*)([ \t]*=(?![=>])[ \t]*)")
# A value on one line without brackets, heredocs, comments or template sequences: most are.
_PLAIN = r'(?:[^\s"#/<({\[\]})]++|"[^"\\$%\r\n]*+"|[ \t]++(?=[^\s#/]))'
_PLAIN_VALUE = re.compile(rf"{_PLAIN}*+")
_END = r"[ \t]*(?:(?:#|//)(?:[^\r\n]|\r(?!\n))*+)?(?:\r?\n|\Z)"
_LINE_END = re.compile(_END)
_PLAIN_LINE = re.compile(rf"[ \t]*([A-Za-z_][A-Za-z0-9_-]*+)([ \t]*=(?![=>])[ \t]*)({_PLAIN}++)({_END})")
_HEADER = re.compile(
    r'([A-Za-z_][A-Za-z0-9_-]*)((?:[ \t]+"(?:[^"\\$%\r\n])*"|[ \t]+[A-Za-z_][A-Za-z0-9_-]*)*)[ \t]*\{'
)
_LABEL = re.compile(r'"[^"]*"|[^\s"]+')
_NEXT = re.compile(r'[^"#/<(){}\[\]\n]*+')
# Inside brackets, up to the next one: newlines do not count there.
_INSIDE = re.compile(r'(?:[^"#/<(){}\[\]]++|"[^"\\$%\r\n]*+"|#[^\n]*+|//[^\n]*+|/(?![/*])|<(?!<))*+')
_CLOSERS = {"(": ")", "[": "]", "{": "}"}


class _Open(NamedTuple):
    """A block that is not closed yet: where its brace stands, the body that it is in, the names set there."""

    block: Block
    brace: int
    body: Body
    names: dict[str, int]


class Structure:
    """One parse of a text into a Body."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Open] = []

    def parse(self) -> Body:
        """The whole text as a tree; blocks that are open are kept in ``self.open``, not in recursion."""
        text, body = self.text, Body()
        items, names = body.read(), dict[str, int]()
        position = pending = 0  # where the text that belongs to no item yet begins
        while True:
            plain = _PLAIN_LINE.match(text, position)
            if plain:
                self.plain_line(body, pending, plain, names)
                pending = position = plain.end()
                continue
            blank = _BLANK.match(text, position)
            assert blank is not None
            if blank.end() > position and text[blank.end() - 1] == "\n":
                # A blank line sets what stands above it apart from what follows.
                if pending < position:
                    items.append(Gap(text[pending:position], body))
                items.append(Gap(text[position : blank.end()], body))
                pending = position = blank.end()
                continue
            start = blank.end()
            comment = _LINE_COMMENT.match(text, position)
            if comment:
                position = comment.end()
                continue
            if text.startswith("/*", start):
                start, whole_line = self.block_comment(start)
                if whole_line:
                    position = start
                    continue
            if start >= len(text):
                if pending < start:
                    items.append(Gap(text[pending:start], body))
                return self.finished(body)
            if text[start] == "}" and self.open:
                # Whole lines before the brace are the body's; what precedes it on its line is the block's.
                line = text.rfind("\n", pending, start) + 1
                if line > pending:
                    items.append(Gap(text[pending:line], body))
                closed, _, body, names = self.open.pop()
                items = body.read()
                pending = position = self.close(closed, max(line, pending))
                continue
            opened, position = self.item(body, pending, start, names)
            pending = position
            if opened is not None:
                body, names = opened.body, {}
                items = body.read()

    def finished(self, body: Body) -> Body:
        """The whole tree, when the text ends in a body."""
        if self.open:
            raise SyntaxFault("this block is never closed: '}' is missing", self.open[-1].brace)
        return body

    def plain_line(self, body: Body, pending: int, line: re.Match[str], names: dict[str, int]) -> None:
        """The attribute that a line is, with the text since ``pending`` as what leads it."""
        name, equals, source, trailing = line.groups()
        start = line.start(1)
        self.check_name(name, start, names)
        leading = self.text[pending:start]
        body.read().append(Attribute.read(leading, name, equals, source, trailing, start, body))

    def check_name(self, name: str, start: int, names: dict[str, int]) -> None:
        """Raises SyntaxFault for an argument that is set twice."""
        if name in names:
            line = self.text.count("\n", 0, names[name]) + 1
            raise SyntaxFault(f"the argument '{name}' is set already, on line {line}", start)
        names[name] = start

    def block_comment(self, start: int) -> tuple[int, bool]:
        """Past the comments at ``start``, and whether a line ended with them."""
        end = self.skip_space(start)
        blank = _BLANK.match(self.text, end)
        assert blank is not None
        comment = _LINE_COMMENT.match(self.text, end)
        if comment:
            return comment.end(), True
        if self.text[end : blank.end()].endswith("\n"):
            return blank.end(), True
        return end, False

    def skip_space(self, position: int) -> int:
        """Past the white space and comments within a line."""
        match = _SPACE.match(self.text, position)
        assert match is not None
        if self.text.startswith("/*", match.end()):
            raise bad_character(self.text, match.end())
        return match.end()

    def item(self, body: Body, pending: int, start: int, names: dict[str, int]) -> tuple[Block | None, int]:
        """Makes the attribute or block at ``start``, with the text since ``pending`` as what leads it.
        Returns where to go on, and the block if that is inside it."""
        text = self.text
        name, after = self.name(start)
        fast = _ATTRIBUTE.match(text, start)
        equals_end = fast.end() if fast else self.equals(after)
        if equals_end is None:
            return self.block(body, pending, start, after, names)
        self.check_name(name, start, names)
        if fast is None:
            equals_end = self.skip_space(equals_end)
        value_end = self.value_end(equals_end)
        line_end = self.line_end(value_end, "argument")
        attribute = Attribute.read(
            text[pending:start],
            name,
            text[start + len(name) : equals_end],
            text[equals_end:value_end],
            text[value_end:line_end],
            start,
            body,
        )
        body.read().append(attribute)
        return None, line_end

    def name(self, start: int) -> tuple[str, int]:
        """The name of an item, and where it ends."""
        match = IDENTIFIER.match(self.text, start)
        end = identifier_end(self.text, start, match.end()) if match else start
        if end == start:
            raise self.no_item(start)
        return self.text[start:end], end

    def no_item(self, start: int) -> SyntaxFault:
        """The error for what is no item."""
        character = self.text[start]
        if character == '"':
            return SyntaxFault("the name of an argument is written without quotes", start)
        if character in "{}[]()=,.:<>+-*/%!?0123456789":
            return SyntaxFault(f"an argument or a block is expected here, not '{character}'", start)
        return bad_character(self.text, start)

    def equals(self, position: int) -> int | None:
        """Past the ``=`` that follows a name, or None where no ``=`` does."""
        position = self.skip_space(position)
        if self.text.startswith("=", position) and not self.text.startswith(("==", "=>"), position):
            return position + 1
        return None

    def line_end(self, position: int, what: str) -> int:
        """Past the end of the line on which an item ended, with its comment."""
        match = _LINE_END.match(self.text, position)
        if match:
            return match.end()
        after = self.skip_space(position)
        match = _LINE_END.match(self.text, after)
        if match:
            return match.end()
        character = self.text[after]
        if what == "argument" and character == ",":
            raise SyntaxFault("arguments are separated by newlines, not by commas", after)
        if character not in '{}[]()"=,.:<>+-*/%!?' and not character.isalnum() and character != "_":
            raise bad_character(self.text, after)
        raise SyntaxFault(f"a newline is expected after the {what}", after)

    def value_end(self, start: int) -> int:
        """Where the value that begins at ``start`` ends: before the spaces and the comment after it."""
        text = self.text
        match = _PLAIN_VALUE.match(text, start)
        assert match is not None
        if match.end() > start and _LINE_END.match(text, match.end()):
            return match.end()
        if text.startswith((")", "]", "}"), start) or _LINE_END.match(text, start):
            shown = f"'{text[start]}'" if text.startswith((")", "]", "}"), start) else "the end of the line"
            raise SyntaxFault(f"an expression is expected here, not {shown}", start)
        position = end = start
        brackets: list[str] = []
        while position < len(text):
            run = (_INSIDE if brackets else _NEXT).match(text, position)
            assert run is not None
            stripped = "" if brackets else run.group().rstrip(" \t\r")
            if stripped:
                end = position + len(stripped)
            position = run.end()
            if position >= len(text):
                break
            character = text[position]
            if character == "\n":
                if not brackets:
                    break
                position += 1
            elif character == "#" or text.startswith("//", position):
                newline = text.find("\n", position)
                position = newline if newline >= 0 else len(text)
            elif text.startswith("/*", position):
                position = self.skip_space(position)
            elif character == '"':
                simple = SIMPLE_STRING.match(text, position)
                position = end = simple.end() if simple else template_end(text, position)
            elif character == "<" and HEREDOC_OPEN.match(text, position):
                position = end = template_end(text, position)
            elif character in "([{":
                brackets.append(_CLOSERS[character])
                position = end = position + 1
            elif character in ")]}":
                if not brackets:
                    break
                # A bracket that does not fit is a fault of the expression: let its parser say which.
                while brackets and brackets.pop() != character:
                    pass
                position = end = position + 1
            else:
                position = end = position + 1
        return len(text.rstrip()) if brackets else end

    def block(
        self, body: Body, pending: int, start: int, after: int, names: dict[str, int]
    ) -> tuple[Block | None, int]:
        """Makes a block. Returns where to go on, and the block if that is inside it."""
        text = self.text
        header = _HEADER.match(text, start)
        if header:
            labels = [label.strip('"') for label in _LABEL.findall(header.group(2))]
            brace = header.end() - 1
        else:
            labels, brace = self.header(start, after)
        line = _LINE_END.match(text, brace + 1) or _LINE_END.match(text, self.skip_space(brace + 1))
        is_open = line is not None and line.end() > brace + 1 and line.group().endswith("\n")
        end = line.end() if line is not None and is_open else brace + 1
        block = Block.read(
            text[pending:start], text[start:after], tuple(labels), text[after:end], start, body
        )
        body.read().append(block)
        if is_open:
            if len(self.open) >= MAX_BLOCKS:
                raise SyntaxFault(f"blocks are nested more than {MAX_BLOCKS} levels deep", start)
            self.open.append(_Open(block, brace, body, names))
            return block, end
        return None, self.close(block, self.single_line(block, brace))

    def close(self, block: Block, closing: int) -> int:
        """Ends a block whose body ends at ``closing``; returns where to go on."""
        text = self.text
        close = text.index("}", self.skip_space(closing))
        end = self.line_end(close + 1, "block")
        block.close(text[closing : close + 1], text[close + 1 : end])
        return end

    def header(self, start: int, position: int) -> tuple[list[str], int]:
        """Labels and brace of a block header that is not of the usual form."""
        text = self.text
        labels: list[str] = []
        while True:
            position = self.skip_space(position)
            character = text[position : position + 1]
            if character == "{":
                return labels, position
            identifier = IDENTIFIER.match(text, position)
            if character == '"':
                end = template_end(text, position)
                label = text[position + 1 : end - 1]
                if re.search(r"(?<![$%])(?:\$\$|%%)*[$%]\{", label):
                    raise SyntaxFault("a block label cannot contain a template sequence", position)
                labels.append(label)
                position = end
            elif identifier:
                position = identifier_end(text, position, identifier.end())
                if position == identifier.start():
                    raise bad_character(text, position)
                labels.append(identifier.group())
            else:
                raise self.no_header(start, position, labels)

    def no_header(self, start: int, position: int, labels: list[str]) -> SyntaxFault:
        """The error for what is no header of a block."""
        character = self.text[position : position + 1]
        if character in ("", "\r", "\n", "#") or self.text.startswith("//", position):
            if labels:
                return SyntaxFault("a block needs its '{' on the line of its header", position)
            name = self.name(start)[0]
            return SyntaxFault(f"'{name}' is neither an argument ('=' is missing) nor a block", start)
        if character == "=" and labels:
            return SyntaxFault("a block is written without '='", position)
        if character in "{}[]()=,.:<>+-*/%!?0123456789":
            return SyntaxFault(f"'=', a block label or '{{' is expected here, not '{character}'", position)
        return bad_character(self.text, position)

    def single_line(self, block: Block, brace: int) -> int:
        """The body of a block on one line: empty or one argument. Returns where the rest before } begins."""
        text = self.text
        start = self.skip_space(brace + 1)
        if text.startswith("}", start):
            return brace + 1
        if start >= len(text):
            raise SyntaxFault("this block is never closed: '}' is missing", brace)
        name, after = self.name(start)
        equals_end = self.equals(after)
        if equals_end is None:
            raise SyntaxFault(f"a block on one line can have only one argument: '{name}' needs '='", start)
        equals_end = self.skip_space(equals_end)
        value_end = self.value_end(equals_end)
        leading, equals, source = text[brace + 1 : start], text[after:equals_end], text[equals_end:value_end]
        block.body.read().append(Attribute.read(leading, name, equals, source, "", start, block.body))
        after = self.skip_space(value_end)
        if not text.startswith("}", after):
            if after >= len(text):
                raise SyntaxFault("this block is never closed: '}' is missing", brace)
            raise SyntaxFault("a block on one line has one argument and ends on that line", after)
        return value_end
