"""How deep a Python text goes, by a look at its brackets and operators, before any parser sees it.

LibCST's parser has no limit of its own: what is very deep ends the process, or takes time without end. A text
that goes deeper than what people write is first read in a process of its own, with limits.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ...hcl.errors import HclSyntaxError, position

T = TypeVar("T")

MOST_PLAIN = 100
"""Levels up to which a text is read at once."""
MOST_LEVELS = 2000
"""Levels beyond which it is not read at all."""
_MOST_BYTES = 1 << 20
_SECONDS = 10
_MEMORY = 2 << 30
_RECURSION = 800  # less than there is outside, where more calls are around it

_TOKEN = re.compile(
    r"""\#[^\n]*|\\\r?\n|[ \t\r\f]+
      |(?P<string>[A-Za-z]{0,2}(?:"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*+(?:"{3})?
        |'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*+(?:'{3})?
        |"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?))
      |(?P<open>[(\[{])|(?P<close>[)\]}])
      |(?P<line>\n[ \t]*+(?![\r\n\#]))
      |(?P<next>[,;])
      |(?P<joint>[-+*/%@&|^~<>=!.:]|\b(?:and|or|not|if|else|for|lambda|await|elif)\b)
      |\w+|.""",
    re.VERBOSE | re.DOTALL,
)
_FORMATTED = re.compile("[A-Za-z]?[fFtT]")
_INSERTED = re.compile(r"[-+*/%@&|^~<>=!.(\[{]|\b(?:and|or|not|if|else|for|lambda)\b")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Where a text is deepest, and by how many levels at most."""

    line: int
    column: int
    levels: int


def doubt(data: bytes) -> Doubt | None:
    """Whether a text may be too much to be read at once. What is counted is never less than what there is:
    operators, brackets, strings beside one another, blocks and ``elif``."""
    text = data.decode("utf-8", "replace")
    deepest, place = _Depth().of(text)
    if deepest <= MOST_PLAIN and len(data) <= _MOST_BYTES:
        return None
    return Doubt(*position(text, place), deepest)


class _Depth:
    """The sum of what is open around a place."""

    def __init__(self) -> None:
        self.outer: list[int] = []  # what the brackets around had before they were opened
        self.here = 0  # operators since the last comma within these brackets
        self.around = 0
        self.branches = [(0, 0)]  # the blocks around, by the width of their indentation, each with its elifs
        self.blocks = 0

    def of(self, text: str) -> tuple[int, int]:
        """The most levels, and where they are."""
        deepest = place = 0
        for token in _TOKEN.finditer(text):
            kind = token.lastgroup
            if kind is not None:
                getattr(self, f"_{kind}")(token)
                levels = self.around + self.here + self.blocks
                if levels > deepest:
                    deepest, place = levels, token.start()
        return deepest, place

    def _string(self, token: re.Match[str]) -> None:
        self.here += 1
        if _FORMATTED.match(token[0]):
            # Most of it may be text: that is a doubt, and not more.
            self.here += min(sum(1 for _ in _INSERTED.finditer(token[0])), MOST_PLAIN + 1)

    def _open(self, _: re.Match[str]) -> None:
        self.here += 1
        self.around += self.here
        self.outer.append(self.here)
        self.here = 0

    def _close(self, _: re.Match[str]) -> None:
        if self.outer:
            self.here = self.outer.pop()
            self.around -= self.here

    def _next(self, _: re.Match[str]) -> None:
        self.here = 0

    def _joint(self, token: re.Match[str]) -> None:
        self.here += 1
        if token[0] == "elif" and not self.outer:
            width, count = self.branches[-1]
            self.branches[-1] = (width, count + 1)
            self.blocks += 1

    def _line(self, token: re.Match[str]) -> None:
        if self.outer:
            return
        self.here = 0
        width = len(token[0]) - 1
        while len(self.branches) > 1 and width < self.branches[-1][0]:
            self.blocks -= 1 + self.branches.pop()[1]
        if width > self.branches[-1][0]:
            self.branches.append((width, 0))
            self.blocks += 1
        elif not token.string.startswith(("elif", "else"), token.end()):
            self.blocks -= self.branches[-1][1]
            self.branches[-1] = (self.branches[-1][0], 0)


def carefully(function: Callable[..., T], data: bytes, path: str, /, *arguments: object) -> T | None:
    """What a function makes of a doubtful text, its path and more arguments, in a process of its own; None
    for a text that it may read here. Raises HclSyntaxError if that needs more than there is."""
    found = doubt(data)
    if found is None:
        return None
    place = (found.line, found.column)
    if found.levels > MOST_LEVELS:
        raise HclSyntaxError(
            f"cannot be read: it is nested more than {MOST_LEVELS} levels deep", path, *place
        )
    from ...processes import Child, ChildDiedError

    child = Child()
    try:
        done: T = child.call(_limited, function, data, path, arguments, timeout=_SECONDS)
        return done
    except TimeoutError:
        raise HclSyntaxError(f"cannot be read within {_SECONDS} seconds", path, *place) from None
    except (ChildDiedError, RecursionError, MemoryError):
        raise HclSyntaxError("cannot be read: it is nested too deeply, or too large", path, *place) from None
    finally:
        child.end()


def _limited(function: Callable[..., T], data: bytes, path: str, arguments: tuple[object, ...]) -> T:
    """Calls the function with limits of memory and depth. Has a process of its own."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a parser that runs out of stack says so itself
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(_RECURSION)
    return function(data, path, *arguments)


__all__ = ["Doubt", "carefully", "doubt"]
