"""The structure of an HCL file: bodies of attributes, blocks and the text between them.

Every byte of the file is in exactly one node, so printing is joining. These nodes are changed in place;
what they hold to the right of `=` is text whose expression tree is made when it is asked for. New and
changed nodes need no care for alignment: layout.py settles that over the whole file.

Written by hand: python-hcl2, the library for HCL in Python, does not keep white space, and tree-sitter's
trees cannot be edited. A fix must leave every byte that it does not concern as it is.

Every edit gives a new version to the body that it is made in and to all bodies around that one. What is
worked out of a tree is kept beside the version that it was worked out of, so that nobody has to say that
something has changed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from .conventions import LAST, OF_BLOCK, parted
from .encoding import encoded
from .errors import SyntaxFault, position
from .nodes import Expression, Literal, Template, Unread
from .parser import parse_expression
from .projection import Projection
from .scanner import IDENTIFIER, identifier_end, scan

_STEP = 2**32
"""How far the places of two neighbours lie apart at first: there is room for 32 items before the same one."""

_FEW = 32
"""Bodies of fewer items are looked through from their beginning."""

_edits = 0


def edits() -> int:
    """The number of edits that were made in this process, in whatever tree: while it stays the same, so do
    all versions."""
    return _edits


def touch(body: Body | None, item: Item | None = None) -> None:
    """Gives a body, and all that it is in, the version that follows an edit. None: the edit is in no body.
    ``item`` is what was taken out of the body."""
    global _edits
    _edits += 1
    is_taken_out = item is not None
    while body is not None:
        body.version = _edits
        owner = body.owner
        if owner is None:
            if body.watch is not None:
                body.watch(item, is_taken_out)
            return
        item, is_taken_out, body = owner, False, owner.parent


class _Node:
    """What a body holds: setting a field is an edit."""

    __slots__ = ("parent",)
    parent: Body | None


class Gap(_Node):
    """Text that belongs to no attribute or block: one blank line, or comment lines set off by one."""

    __slots__ = ("text",)
    text: str

    def __init__(self, text: str, parent: Body | None = None) -> None:
        object.__setattr__(self, "parent", parent)
        object.__setattr__(self, "text", text)

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)
        touch(self.parent)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


class _AttributeFields(_Node):
    """An attribute while it is read, when setting a field is no edit. Most nodes are made by reading, and
    changing their class is by far the quickest way to tell the two apart."""

    __slots__ = ("equals", "leading", "name", "offset", "source", "trailing", "value_offset")

    def __init__(
        self,
        leading: str,
        name: str,
        equals: str,
        source: str,
        trailing: str,
        offset: int | None,
        parent: Body | None,
    ) -> None:
        self.parent = parent
        self.leading = leading
        self.name = name
        self.equals = equals
        self.source = source
        self.trailing = trailing
        self.offset = offset
        self.value_offset = None if offset is None else offset + len(name) + len(equals)


class Attribute(_AttributeFields):
    """``name = expression``, with the comments directly above it and at the end of its line.

    ``offset`` is where its name stood in the text that was parsed; None for a new one.
    """

    __slots__ = ()

    @classmethod
    def read(
        cls,
        leading: str,
        name: str,
        equals: str,
        source: str,
        trailing: str,
        offset: int | None = None,
        parent: Body | None = None,
    ) -> Attribute:
        """An attribute of a text that is parsed."""
        node: Any = _AttributeFields(leading, name, equals, source, trailing, offset, parent)
        node.__class__ = cls
        found: Attribute = node
        return found

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)
        touch(self.parent)

    @classmethod
    def new(cls, name: str, source: str) -> Attribute:
        """A new attribute of a name and its value's source text. Raises SyntaxFault if that is not HCL."""
        parse_expression(source)
        return cls.read("", name, " = ", source, "\n")

    @property
    def text(self) -> str:
        return f"{self.leading}{self.name}{self.equals}{self.source}{self.trailing}"

    @property
    def expression(self) -> Expression:
        """The tree of the value. Raises SyntaxFault if the text, as found in the file, is not HCL."""
        return parse_expression(self.source)

    @property
    def string(self) -> str | None:
        """The value where it is a literal string."""
        expression = self.expression
        return expression.literal if isinstance(expression, Template) else None

    @property
    def number(self) -> int | float | None:
        """The value where it is a literal number."""
        expression = self.expression
        value = expression.value if isinstance(expression, Literal) else None
        return None if isinstance(value, bool) else value

    @property
    def boolean(self) -> bool | None:
        """The value where it is ``true`` or ``false``."""
        expression = self.expression
        value = expression.value if isinstance(expression, Literal) else None
        return value if isinstance(value, bool) else None

    def set(self, source: str) -> None:
        """Gives it another value. Raises SyntaxFault if ``source`` is not HCL."""
        parse_expression(source)
        self.source = source
        self.value_offset = None
        if "<<" in source and self.trailing not in ("\n", "\r\n") and _ends_heredoc(source):
            self._clear_line()

    def _clear_line(self) -> None:
        """Makes room after the value: the marker that closes a heredoc stands alone on its line."""
        if self.parent is not None:
            self.parent.open_up()
        comment = self.trailing.strip()
        if comment:
            self.leading += comment + "\n"
        self.trailing = "\n"

    def rename(self, name: str) -> None:
        """Gives it another name. Raises SyntaxFault if that is none."""
        if not IDENTIFIER.fullmatch(name) or identifier_end(name, 0, len(name)) != len(name):
            raise SyntaxFault(f"'{name}' is not a name", 0)
        self.name = name

    def replace(self, changes: Mapping[Expression, str]) -> None:
        """Replaces nodes of its expression, none inside another, by source texts."""
        if any(node.source != self.source for node in changes):
            raise ValueError("the node is not of this attribute's present expression")
        self.set(spliced(self.source, 0, len(self.source), changes))

    def copy(self) -> Attribute:
        """The same with its comments, free to be inserted elsewhere."""
        return Attribute.read(self.leading, self.name, self.equals, self.source, self.trailing)

    def remove(self) -> Attribute:
        """Takes it, with its comments, out of its body."""
        assert self.parent is not None
        self.parent.remove(self)
        return self

    def __repr__(self) -> str:
        return f"Attribute({self.name} = {self.source})"


class UnreadAttribute(Attribute):
    """An attribute whose value is no expression, in the tree of what can be read of a text."""

    __slots__ = ()

    @property
    def expression(self) -> Expression:
        return Unread(self.source, 0, len(self.source))


class _BlockFields(_Node):
    """A block while it is read."""

    __slots__ = ("body", "closing", "labels", "leading", "offset", "opening", "trailing", "type")

    def __init__(
        self,
        leading: str,
        type_: str,
        labels: tuple[str, ...],
        opening: str,
        offset: int | None,
        parent: Body | None,
    ) -> None:
        self.parent = parent
        self.leading = leading
        self.type = type_
        self.labels = labels
        self.opening = opening
        self.offset = offset
        self.closing = "}"
        self.trailing = "\n"


class Block(_BlockFields):
    """``type "label" { … }``, with the comments directly above it and at the end of its last line.

    ``opening`` is the text after the type up to the end of the line of the brace, ``closing`` that from
    the end of the body to the closing brace.
    """

    __slots__ = ()
    body: Body

    @classmethod
    def read(
        cls,
        leading: str,
        type_: str,
        labels: tuple[str, ...],
        opening: str,
        offset: int | None,
        parent: Body | None,
    ) -> Block:
        """A block of a text that is parsed; its body is empty yet."""
        node: Any = _BlockFields(leading, type_, labels, opening, offset, parent)
        node.body = Body(node)
        node.__class__ = cls
        found: Block = node
        return found

    def close(self, closing: str, trailing: str) -> None:
        """Takes in the texts after its body as they were read: no edit."""
        fill = object.__setattr__
        fill(self, "closing", closing)
        fill(self, "trailing", trailing)

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)
        touch(self.body)

    @property
    def text(self) -> str:
        return _text([self])

    def get(self, name: str) -> Attribute | None:
        """The attribute of a name, directly inside."""
        return self.body.get(name)

    def blocks(self, type_: str | None = None, *labels: str) -> Iterator[Block]:
        """The blocks directly inside, of a type, whose first labels are ``labels``."""
        return self.body.blocks(type_, *labels)

    def relabel(self, *labels: str) -> None:
        """Gives it other labels; a comment after the brace stays."""
        quoted = "".join(f' "{label}"' for label in labels)
        self.opening = f"{quoted} {self.opening[self.brace :]}"
        self.labels = labels

    @property
    def brace(self) -> int:
        """Where the opening brace stands in ``opening``: comments and labels may hold braces too."""
        if self.opening.count("{") == 1:
            return self.opening.index("{")
        tokens = scan(self.opening)
        return tokens.starts[tokens.kinds.index("{")]

    def copy(self) -> Block:
        """The same with its comments and all that is in it, free to be inserted elsewhere."""
        made = self._like(None)
        stack = [(self.body, made.body)]
        while stack:
            old, new = stack.pop()
            for item in old.items:
                copied: Item
                if isinstance(item, Block):
                    copied = item._like(new)
                    stack.append((item.body, copied.body))
                else:
                    copied = Gap(item.text, new) if isinstance(item, Gap) else item.copy()
                new.read().append(copied)
                copied.parent = new
        return made

    def _like(self, parent: Body | None) -> Block:
        """A block with the same header and an empty body."""
        made = Block.read(self.leading, self.type, self.labels, self.opening, None, parent)
        made.close(self.closing, self.trailing)
        return made

    def remove(self) -> Block:
        """Takes it, with its comments, out of its body."""
        assert self.parent is not None
        self.parent.remove(self)
        return self

    def __repr__(self) -> str:
        return f"Block({' '.join((self.type, *self.labels))})"


Item = Attribute | Block | Gap


class Body:
    """What a file or a block holds, in order. ``owner`` is the block; None for a file's.

    ``version`` is another one after every edit in it or below it. Two bodies may have the same one.
    Where a file's body has a function ``watch``, every edit calls it: with the item in the body that it
    concerns, None for one that is no block, and whether that was taken out.
    """

    __slots__ = ("_items", "_places", "owner", "version", "watch")

    def __init__(self, owner: Block | None = None) -> None:
        self._items: list[Item] = []
        self._places: dict[Item, int] | None = None
        self.owner = owner
        self.version = 0
        self.watch: Callable[[Item | None, bool], None] | None = None

    @property
    def items(self) -> Sequence[Item]:
        return self._items

    def read(self) -> list[Item]:
        """The list to put into it what was read, each item with this body as its parent: no edit."""
        return self._items

    @property
    def text(self) -> str:
        return _text(self._items)

    @property
    def attributes(self) -> Iterator[Attribute]:
        return (item for item in self._items if isinstance(item, Attribute))

    def get(self, name: str) -> Attribute | None:
        """The attribute of a name, directly inside."""
        for item in self._items:
            if isinstance(item, Attribute) and item.name == name:
                return item
        return None

    def blocks(self, type_: str | None = None, *labels: str) -> Iterator[Block]:
        """The blocks directly inside, of a type, whose first labels are ``labels``."""
        for item in self._items:
            if (
                isinstance(item, Block)
                and (type_ is None or item.type == type_)
                and item.labels[: len(labels)] == labels
            ):
                yield item

    def walk(self) -> Iterator[Body]:
        """This body and those of all blocks below it, in the order of the text."""
        stack = [self]
        while stack:
            body = stack.pop()
            yield body
            stack.extend(block.body for block in reversed(list(body.blocks())))

    # -- edits -------------------------------------------------------------------------------------------

    def set(self, name: str, source: str, *, after: str | None = None) -> Attribute:
        """Sets an attribute; a new one goes after ``after`` or, without it, after the last attribute that
        is above the first nested block, but not below one that its author puts last (``LAST``)."""
        found = self.get(name)
        if found is not None:
            found.set(source)
            return found
        attribute = Attribute.new(name, source)
        anchor = (after and self.get(after)) or self._last_leading_attribute()
        if anchor is not None:
            self.insert_after(anchor, attribute)
        elif first := next(self.attributes, None):
            self.insert_before(first, attribute)
        else:
            self._insert(0, attribute)
        return attribute

    def append(self, item: Attribute | Block) -> None:
        """Adds an item at the end, but above an attribute that is by convention the last (``LAST``); a block
        at the end of a file, or after another item, on a line apart."""
        end = self._end(len(self.items))
        last = self.items[end - 1] if end else None
        is_last = isinstance(item, Attribute) and item.name in LAST
        if isinstance(last, Attribute) and last.name in LAST and not is_last:
            if not last.leading.startswith("\n") and not (end > 1 and _is_blank(self.items[end - 2])):
                self._insert(end - 1, Gap("\n"))
            end = self._end(end - 1)
        if isinstance(item, Block) and end > 0:
            self._insert(end, Gap("\n"))
            end += 1
        self._insert(end, item)

    def _end(self, end: int) -> int:
        """Where the items above ``end`` end, less blank lines."""
        while end > 0 and _is_blank(self.items[end - 1]):
            end -= 1
        return end

    def insert_after(self, anchor: Attribute | Block, item: Attribute | Block) -> None:
        """Puts an item behind another one; at the top level with a blank line between."""
        index = self._index(anchor) + 1
        self._insert(index, item)
        if self.owner is None:
            self._insert(index, Gap("\n"))
            if index + 2 < len(self._items) and not _is_blank(self._items[index + 2]):
                self._insert(index + 2, Gap("\n"))

    def insert_before(self, anchor: Attribute | Block, item: Attribute | Block) -> None:
        """Puts an item before another one; at the top level with a blank line between."""
        index = self._index(anchor)
        if self.owner is None:
            self._insert(index, Gap("\n"))
        self._insert(index, item)

    def replace(self, anchor: Attribute | Block, items: Iterable[Attribute | Block]) -> None:
        """Puts other items in the place of one; the first takes over the comments above it."""
        index = self._index(anchor)
        self._delete(index)
        anchor.parent = None
        touch(self, anchor)
        for number, item in enumerate(items):
            if number == 0 and not _comments(item.leading):
                item.leading = anchor.leading
            if number and self.owner is None:
                self._insert(index, Gap("\n"))
                index += 1
            self._insert(index, item)
            index += 1

    def remove(self, item: Attribute | Block) -> None:
        """Takes an item out with its comments, and a blank line with it that would stand double, or all that
        would stand at the top. Comments that are about the whole block around it stay."""
        index = self._index(item)
        self._delete(index)
        item.parent = None
        touch(self, item)
        if self.owner is not None and (kept := _comments_of_block(item)):
            self._insert(index, Gap(kept))
            return
        before = self._items[index - 1] if index else None
        after = self._items[index] if index < len(self._items) else None
        if before is None:
            while index < len(self._items) and _is_blank(self._items[index]):
                self._delete(index)
        elif _is_blank(after) and _is_blank(before):
            self._delete(index)
        elif after is None and _is_blank(before):
            self._delete(index - 1)

    def splice(self, start: int, end: int, items: Iterable[Item]) -> None:
        """Puts items in the place of ``items[start:end]`` just as they are: the one edit that sets nothing
        on lines apart."""
        new = list(items)
        for item in self._items[start:end]:
            item.parent = None
            touch(self, item)
        self._items[start:end] = new
        self._places = None
        for item in new:
            item.parent = self
        touch(self)

    @property
    def places(self) -> Mapping[Item, int]:
        """A number for each item that grows from one to the next. An edit may give all of them other ones."""
        if self._places is None:
            self._places = {item: number * _STEP for number, item in enumerate(self._items, 1)}
        return self._places

    def _index(self, item: Item) -> int:
        if len(self._items) < _FEW:
            return next(index for index, one in enumerate(self._items) if one is item)
        places = self.places
        return bisect_left(self._items, places[item], key=places.__getitem__)

    def _delete(self, index: int) -> None:
        item = self._items.pop(index)
        if self._places is not None:
            del self._places[item]

    def _last_leading_attribute(self) -> Attribute | None:
        last = None
        for item in self._items:
            if isinstance(item, Block):
                break
            if isinstance(item, Attribute) and item.name not in LAST:
                last = item
        return last

    def _insert(self, index: int, item: Item) -> None:
        self.open_up()
        if index and not self._items[index - 1].text.endswith("\n"):
            _end_line(self._items[index - 1])
        if isinstance(item, Attribute | Block) and not item.trailing.endswith("\n"):
            item.trailing += "\n"
        self._items.insert(index, item)
        if self._places is not None:
            self._give_place(index, item)
        item.parent = self

    def _give_place(self, index: int, item: Item) -> None:
        """Numbers a new item between its neighbours; where no number is left there, all are numbered anew."""
        assert self._places is not None
        before = self._places[self._items[index - 1]] if index else 0
        is_last = index + 1 == len(self._items)
        after = before + 2 * _STEP if is_last else self._places[self._items[index + 1]]
        if after - before < 2:
            self._places = None
        else:
            self._places[item] = (before + after) // 2

    def open_up(self) -> None:
        """Gives a block that is written on one line several lines."""
        owner = self.owner
        if owner is None or owner.opening.endswith("\n"):
            return
        owner.opening = owner.opening.rstrip() + "\n"
        owner.closing = owner.closing.lstrip()
        for item in self._items:
            if isinstance(item, Attribute):
                item.leading = item.leading.lstrip()
                item.trailing = "\n"


def _comments_of_block(item: Attribute | Block) -> str:
    """Takes the comments out of an item that are about the whole block around it."""
    kept = []
    stack: list[Item] = [item]
    while stack:
        one = stack.pop()
        if isinstance(one, Gap):
            one.text, found = parted(one.text)
        else:
            one.leading, found = parted(one.leading)
            if match := OF_BLOCK.search(one.trailing):
                found += match[0].strip() + "\n"
                one.trailing = one.trailing[: match.start()].rstrip() + one.trailing[match.end() :]
            stack += reversed(one.body.items) if isinstance(one, Block) else ()
        kept.append(found)
    return "".join(kept)


def _text(items: Sequence[Item]) -> str:
    """The text of items, however deep blocks are nested in them."""
    parts: list[str] = []
    todo: list[Item | str] = [*reversed(items)]
    while todo:
        item = todo.pop()
        if isinstance(item, Block):
            parts += (item.leading, item.type, item.opening)
            todo.append(item.closing + item.trailing)
            todo += reversed(item.body.items)
        else:
            parts.append(item if isinstance(item, str) else item.text)
    return "".join(parts)


def _is_blank(item: Item | None) -> bool:
    return isinstance(item, Gap) and item.is_blank


def spliced(source: str, start: int, end: int, changes: Mapping[Expression, str]) -> str:
    """``source[start:end]`` with nodes in it replaced. Raises ValueError if one lies inside another."""
    parts: list[str] = []
    for node in sorted(changes, key=lambda node: node.start):
        if node.start < start:
            raise ValueError(f"{node!r} overlaps with another node that is replaced")
        parts += (source[start : node.start], changes[node])
        start = node.end
    return "".join((*parts, source[start:end]))


def _ends_heredoc(source: str) -> bool:
    return scan(source + "\n").kinds[-2] == "cheredoc"


def _comments(leading: str) -> bool:
    return bool(leading.strip())


def _end_line(item: Item) -> None:
    if isinstance(item, Gap):
        item.text += "\n"
    else:
        item.trailing += "\n"


class File:
    """A parsed file. ``bytes(file)`` prints it; ``path`` is the name given to ``parse``.

    ``projection`` is the file in another language that this is a view of, if it is one; ``source`` and
    offsets are then those of the view.
    """

    __slots__ = ("body", "has_bom", "path", "projection", "source")

    def __init__(self, path: str, source: str, has_bom: bool, body: Body) -> None:
        self.path = path
        self.source = source
        self.has_bom = has_bom
        self.body = body
        self.projection: Projection | None = None

    @property
    def text(self) -> str:
        return self.body.text

    @property
    def language(self) -> str:
        return self.projection.language if self.projection is not None else "hcl"

    @property
    def original(self) -> bytes:
        """The file as it was read, whatever was done to the tree."""
        if self.projection is not None:
            return self.projection.data
        return (b"\xef\xbb\xbf" if self.has_bom else b"") + encoded(self.source)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset of ``source`` in the file that the user has."""
        if self.projection is not None:
            return self.projection.position(offset)
        return position(self.source, offset)

    def __bytes__(self) -> bytes:
        return (b"\xef\xbb\xbf" if self.has_bom else b"") + encoded(self.text)

    def blocks(self, type_: str | None = None, *labels: str) -> Iterator[Block]:
        """The top-level blocks of a type, whose first labels are ``labels``."""
        return self.body.blocks(type_, *labels)
