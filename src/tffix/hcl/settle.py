"""Lays out what an edit changed, and only that.

A text that was formatted stays formatted. In one that was not, lines that the edit does not concern keep
their bytes; a run of aligned lines that was aligned stays aligned, one that was not stays as its author
wrote it; a new line is indented like its neighbours.
"""

from __future__ import annotations

import re

from .layout import Line, assign_runs, comment_runs, formatted, layout
from .matching import matching_lines

_LONE_NEWLINE = re.compile(r"(?<!\r)\n")


def settle(old: str, new: str) -> str:
    """``new``, an edited form of ``old``, with the edited parts laid out. Both must parse."""
    if old == new:
        return new
    if old and not _LONE_NEWLINE.search(old) and "\n" in old:
        new = _LONE_NEWLINE.sub("\r\n", new)
    if formatted(old) == old:
        return formatted(new)
    return _Settling(layout(old), layout(new)).text()


class _Settling:
    """``origins`` gives for every new line the old one that it is, or None for an edited or new line."""

    def __init__(self, old: list[Line], new: list[Line]) -> None:
        self.new = new
        self.origins: list[Line | None] = [None] * len(new)
        for first, second in matching_lines([line.raw for line in old], [line.raw for line in new]):
            self.origins[second] = old[first]
        self.newline = "\r\n" if 2 * sum(line.newline == "\r\n" for line in old) > len(old) else "\n"
        self.indents = self._indents()
        aligned = _aligned(old)
        self.kept = {
            id(line)
            for line, origin in zip(new, self.origins, strict=True)
            if origin is not None and id(origin) not in aligned
        }

    def text(self) -> str:
        unaligned = set(self.kept)
        for runs in (assign_runs, comment_runs):
            for run in runs(self.new):
                if any(id(line) in self.kept for line in run):
                    unaligned.update(map(id, run))
        return "".join(self._line(index, line, id(line) in unaligned) for index, line in enumerate(self.new))

    def _line(self, index: int, line: Line, as_written: bool) -> str:
        origin = self.origins[index]
        if origin is not None:
            if as_written or not line.lead:
                return line.raw
            return _indentation(line.raw) + line.text.lstrip(" ")
        if not line.lead:
            return self.newline if line.newline else ""
        content = line.raw.lstrip(" \t") if as_written else line.text.lstrip(" ")
        content = content.rstrip("\r\n") if line.newline else content
        return self.indents[index] + content + (self.newline if line.newline else "")

    def _indents(self) -> list[str]:
        """The indentation of the lines: of a kept one its own; of a new one that of a kept line of its body,
        the nearest one above or else below, or without one its parent's and a step."""
        below = self._kept_below()
        found: list[str] = []
        bodies: list[tuple[int, str, bool]] = []  # open ones: depth, indentation, whether it is a kept line's
        for line, origin, near in zip(self.new, self.origins, below, strict=True):
            if not line.lead:
                found.append("")
                continue
            depth = line.lead[0].spaces
            while bodies and bodies[-1][0] > depth:
                bodies.pop()
            known = bodies.pop() if bodies and bodies[-1][0] == depth else None
            if origin is not None:
                indentation = _indentation(line.raw)
            elif known is not None and known[2]:
                indentation = known[1]
            elif near is not None:
                indentation = near
            else:
                above, base, _ = bodies[-1] if bodies else (0, "", False)
                indentation = base + " " * (depth - above)
            is_kept = origin is not None or (known is not None and known[2])
            bodies.append((depth, indentation, is_kept))
            found.append(indentation)
        return found

    def _kept_below(self) -> list[str | None]:
        """For each line the indentation of the next kept line of its body."""
        found: list[str | None] = []
        bodies: list[tuple[int, str | None]] = []
        for line, origin in zip(reversed(self.new), reversed(self.origins), strict=True):
            near = None
            if line.lead:
                depth = line.lead[0].spaces
                while bodies and bodies[-1][0] > depth:
                    bodies.pop()
                near = bodies.pop()[1] if bodies and bodies[-1][0] == depth else None
                bodies.append((depth, near if origin is None else _indentation(line.raw)))
            found.append(near)
        return found[::-1]


def _indentation(raw: str) -> str:
    return raw[: len(raw) - len(raw.lstrip(" \t"))]


def _aligned(lines: list[Line]) -> set[int]:
    """The identities of the lines whose spacing, indentation aside, is as it should be, and whose
    neighbours' in the same run is too."""
    spaced = {id(line) for line in lines if line.raw.lstrip(" \t") == line.text.lstrip(" ")}
    for runs in (assign_runs, comment_runs):
        for run in runs(lines):
            if any(id(line) not in spaced for line in run):
                spaced.difference_update(map(id, run))
    return spaced
