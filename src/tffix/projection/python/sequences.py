"""Edits of what stands between brackets: arguments, and the elements of lists and dictionaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import libcst as cst

from .source import Edit, Source


@dataclass(frozen=True, slots=True)
class Part:
    """One element: where it begins and ends, and past the end of the comma behind it (None: no comma)."""

    start: int
    end: int
    comma: tuple[int, int] | None

    @property
    def past(self) -> int:
        return self.comma[1] if self.comma else self.end


@dataclass(frozen=True, slots=True)
class Bracketed:
    """The elements between two brackets; ``opening`` is past the first, ``closing`` before the second."""

    source: Source
    opening: int
    closing: int
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, node: cst.Call | cst.Dict | cst.List, source: Source) -> Bracketed:
        """The elements of a call, a dictionary or a list."""
        elements: Sequence[cst.CSTNode] = node.args if isinstance(node, cst.Call) else node.elements
        parts = tuple(_part(one, source) for one in elements)
        if isinstance(node, cst.Call):
            opening = source.data.index(b"(", source.end(node.func)) + 1
        else:
            opening = source.start(node) + 1
        return cls(source, opening, source.end(node) - 1, parts)

    def change(self, removed: set[int], inserted: Mapping[int, Sequence[str]]) -> list[Edit]:
        """Takes elements out and puts texts in, each after the element of an index; -1 is the beginning."""
        inserted = {index: list(texts) for index, texts in inserted.items() if texts}
        if len(removed) == len(self.parts) and removed and not inserted:
            return [Edit(self.opening, self.closing, "")]
        edits: list[Edit] = []
        placed: set[int] = set()
        for first, last in _runs(removed):
            found = [text for index in range(first - 1, last + 1) for text in inserted.get(index, ())]
            if found:
                placed.update(range(first - 1, last + 1))
                edits.append(Edit(self.parts[first].start, self.parts[last].end, self._joined(found, first)))
            else:
                edits += self._without(first, last)
        for index, texts in inserted.items():
            if index not in placed:
                edits += self._after(index, texts)
        return edits

    # -- removal -----------------------------------------------------------------------------------------

    def _without(self, first: int, last: int) -> Iterator[Edit]:
        source, part, end = self.source, self.parts[first], self.parts[last]
        own_line = source.begins_line(part.start)
        following = self.parts[last + 1] if last + 1 < len(self.parts) else None
        before = self.parts[first - 1] if first else None
        if following is not None:
            if own_line and source.begins_line(following.start):
                yield Edit(self._lead(first), self._lead(last + 1), "")
            elif not own_line and source.begins_line(following.start):
                yield Edit(before.past if before else self.opening, end.past, "")
            else:
                yield Edit(part.start, following.start, "")
            return
        closes_later = source.line_end(end.past) <= self.closing
        if before is None:
            yield Edit(self.opening, self.closing, "")
        elif own_line and closes_later:
            if end.comma is None and before.comma is not None:
                yield Edit(*before.comma, "")
            yield Edit(self._lead(first), source.line_end(end.past), "")
        elif end.comma is not None:
            yield Edit(before.past, end.past, "")
        elif b"#" in source.data[before.past : part.start]:
            if before.comma is not None:
                yield Edit(*before.comma, "")
            yield Edit(part.start, end.end, "")
        else:
            yield Edit(before.end, end.end, "")

    def _lead(self, index: int) -> int:
        """Where an element's lines begin, with the comments directly above it."""
        source = self.source
        at = source.line_start(self.parts[index].start)
        floor = self.parts[index - 1].past if index else self.opening
        while source.line_start(at - 1) > floor:
            before = source.line_start(at - 1)
            if not source.data[before:at].strip().startswith(b"#"):
                break
            at = before
        return at

    # -- insertion ---------------------------------------------------------------------------------------

    def _is_open(self, index: int) -> bool:
        """Whether the elements around an index stand on lines of their own."""
        near = [self.parts[one].start for one in (index, index + 1) if 0 <= one < len(self.parts)]
        return any(map(self.source.begins_line, near))

    def _indent(self, index: int) -> str:
        near = [self.parts[one].start for one in (index, index + 1) if 0 <= one < len(self.parts)]
        return next(self.source.indent(start) for start in near if self.source.begins_line(start))

    def _joined(self, texts: Sequence[str], index: int) -> str:
        if self._is_open(index):
            return f",{self.source.newline}{self._indent(index)}".join(texts)
        return ", ".join(texts)

    def _after(self, index: int, texts: Sequence[str]) -> Iterator[Edit]:
        source = self.source
        if not self.parts:
            yield Edit(self.opening, self.opening, ", ".join(texts))
            return
        if not self._is_open(index):
            if index < 0:
                at = self.parts[0].start
                yield Edit(at, at, "".join(f"{text}, " for text in texts))
            else:
                at = self.parts[index].end
                yield Edit(at, at, "".join(f", {text}" for text in texts))
            return
        indent, newline = self._indent(index), source.newline
        lines = f",{newline}".join(f"{indent}{text}" for text in texts)
        if index < 0:
            at = self._lead(0)
            yield Edit(at, at, f"{lines},{newline}")
            return
        part = self.parts[index]
        rest = source.slice(part.past, source.line_end(part.past)).strip()
        at = source.line_end(part.past)
        if part.comma is not None and (not rest or rest.startswith("#")):
            yield Edit(at, at, f"{lines},{newline}")
        elif part.comma is None and (not rest or rest.startswith("#")) and at <= self.closing:
            yield Edit(part.end, part.end, ",")
            yield Edit(at, at, f"{lines}{newline}")
        else:
            yield Edit(part.end, part.end, f",{newline}{lines}")


def hanging(node: cst.Call, width: int, source: Source) -> list[Edit]:
    """The edits that keep arguments below the first one when a call moves to the right; none where they do
    not stand so, or where one goes over several lines."""
    parts = Bracketed.of(node, source).parts
    if not parts or source.begins_line(parts[0].start):
        return []
    column = parts[0].start - source.line_start(parts[0].start)
    below = [part.start for part in parts if source.begins_line(part.start)]
    is_so = all(start - source.line_start(start) == column for start in below)
    if not is_so or any(b"\n" in source.data[part.start : part.end] for part in parts):
        return []
    return [Edit(start, start, " " * width) for start in below]


def _part(element: cst.CSTNode, source: Source) -> Part:
    comma = getattr(element, "comma", None)
    place = (source.start(comma), source.end(comma)) if isinstance(comma, cst.Comma) else None
    return Part(source.start(element), source.end(element), place)


def _runs(indices: set[int]) -> Iterator[tuple[int, int]]:
    for index in sorted(indices):
        if index - 1 not in indices:
            last = index
            while last + 1 in indices:
                last += 1
            yield index, last
