"""Puts what is new into a JSON document, in its layout: arguments, and blocks where their like stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeAlias

from ...hcl.json_spelling import encoded
from ...hcl.json_text import Array, Container, Document, Entry, Node, Object, Scalar, elements
from ...hcl.tree import Attribute, Block
from .shapes import Shape
from .style import Style
from .values import Data, data_of, label
from .viewing import COMMENT, View

Build: TypeAlias = Callable[[str, bool], Node]
"""Makes a value for a line of an indentation, or on one line."""


class Additions:
    """Adds to a document that has a view."""

    def __init__(self, document: Document, view: View) -> None:
        self.style = Style(document)
        self.view = view

    def argument(
        self, holder: Object, item: Attribute, shape: Shape, outer: str, anchor: Entry | None
    ) -> Entry:
        """Puts an argument into an object, behind the ``anchor``."""
        data = data_of(item.expression, shape.reading(item.name))
        entry = holder.get(item.name)
        if entry is not None:  # what holds no block, though it could
            entry.value = self.build(data, line_of(entry, outer), not holder.is_multiline)
            return entry
        return self.add(holder, after(holder, anchor), item.name, partial(self.build, data), outer)

    def block(
        self,
        objects: Sequence[Object],
        block: Block,
        shape: Shape,
        outer: str,
        anchor: Entry | None,
        node: Object | None = None,
        flat: bool = False,
    ) -> Entry:
        """Puts a block where those of its type and labels stand; returns the entry of its type."""
        known = shape.block(block.type)
        labels = tuple(map(label, block.labels))
        inside = self.view.shape(block.type, labels, known, shape)

        def build(inner: str, flat: bool) -> Node:
            return node if node is not None else self.object(block, inside, inner, flat)

        holder = next((one for one in objects if one.get(block.type) is not None), objects[-1])
        entry = holder.get(block.type)
        if entry is not None:
            self.put(entry, labels, build, outer)
            return entry
        return self.add(holder, after(holder, anchor), block.type, self.nested(labels, build), outer, flat)

    def nested(self, labels: Sequence[str], build: Build) -> Build:
        """What makes a block's object within one for each of its labels."""
        if not labels:
            return build

        def made(inner: str, flat: bool) -> Node:
            around = Object()
            self.add(around, 0, labels[0], self.nested(labels[1:], build), inner, flat)
            return around

        return made

    def put(self, entry: Entry, labels: Sequence[str], build: Build, outer: str) -> None:
        """Puts a block's object below an entry that others of its type, or with its label, stand in."""
        value, line, is_inline = entry.value, line_of(entry, outer), "\n" not in entry.before
        if isinstance(value, Scalar):  # null
            entry.value = self.nested(labels, build)(line, is_inline)
        elif labels:
            objects = [one for one in elements(value) if isinstance(one, Object)]
            if not objects:
                entry.value = self.nested(labels, build)(line, is_inline)
                return
            holder = next((one for one in objects if one.get(labels[0]) is not None), objects[-1])
            known = holder.get(labels[0])
            if known is not None:
                self.put(known, labels[1:], build, line)
            else:
                end = len(holder.entries)
                self.add(holder, end, labels[0], self.nested(labels[1:], build), line)
        elif isinstance(value, Array):
            self.add(value, len(value.entries), "", build, line)
        else:
            # The object that is there keeps its lines; the new one stands beside it.
            array = Array()
            array.entries = [
                Entry("", "", "", value),
                Entry(self.style.space, "", "", build(line, is_inline)),
            ]
            entry.value = array

    def object(self, block: Block, shape: Shape, outer: str, flat: bool) -> Object:
        """A new block's object, its comments in it as JSON holds them."""
        made = Object()
        comments = [line.strip().lstrip("#/").strip() for line in block.leading.splitlines() if line.strip()]
        if comments:
            comment = Scalar(encoded(" ".join(comments)))
            self.add(made, 0, COMMENT, lambda *_: comment, outer, flat)
        for item in block.body.items:
            if isinstance(item, Attribute):
                data = data_of(item.expression, shape.reading(item.name))
                self.add(made, len(made.entries), item.name, partial(self.build, data), outer, flat)
            elif isinstance(item, Block):
                last = made.entries[-1] if made.entries else None
                self.block([made], item, shape, outer, last, flat=flat)
        return made

    def add(
        self, container: Container, index: int, key: str, build: Build, outer: str, flat: bool = False
    ) -> Entry:
        """Adds a value to a container that stands on a line of indentation ``outer``; ``flat``: a new one is
        written on one line."""
        flat = flat or (bool(container.entries) and not container.is_multiline)
        inner = outer if flat else self.style.inner(container, outer)
        alike = [one for one in container.values if isinstance(one, Container) and one.entries]
        is_short = bool(alike) and not any(one.is_multiline for one in alike)
        return self.style.add(container, index, key, build(inner, flat or is_short), outer, flat)

    def build(self, data: Data, outer: str, flat: bool) -> Node:
        """A new value in the file's style. ``outer`` is the indentation of the line that it begins on."""
        if isinstance(data, Scalar):
            return data
        made = Object() if isinstance(data, dict) else Array()
        items: Iterable[tuple[str, Data]] = (
            data.items() if isinstance(data, dict) else (("", d) for d in data)
        )
        if isinstance(data, list) and all(isinstance(one, Scalar) for one in data):
            flat = flat or not self.style.lists_are_multiline
        for key, value in items:
            self.add(made, len(made.entries), key, partial(self.build, value), outer, flat)
        return made


def after(container: Container, anchor: Entry | None) -> int:
    """The index after an entry; without one, that of the beginning, after a comment."""
    entries = container.entries
    if anchor is not None:
        return next((n for n, one in enumerate(entries, 1) if one is anchor), len(entries))
    index = 0
    while index < len(entries) and entries[index].key and entries[index].name == COMMENT:
        index += 1
    return index


def line_of(entry: Entry, outer: str) -> str:
    """The indentation of the line that an entry begins on."""
    return entry.before.rpartition("\n")[2] if "\n" in entry.before else outer
