"""The one error of this package: text that is not HCL, with the place and the reason."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate


class HclSyntaxError(ValueError):
    """Text that Terraform's parser would reject.

    ``line`` and ``column`` count from 1; ``column`` counts characters. ``path`` is the name that the
    caller gave to ``parse``. ``str()`` gives ``path:line:column: message``.
    """

    def __init__(self, message: str, path: str, line: int, column: int) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[type[HclSyntaxError], tuple[str, str, int, int]]:
        return HclSyntaxError, (self.message, self.path, self.line, self.column)


class SyntaxFault(Exception):  # noqa: N818 - a part of the error users see
    """The same inside the package, before the position is known: an offset into the text in hand."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


_PIECE = 1 << 14


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character offset."""
    start = text.rfind("\n", 0, offset) + 1
    if offset < _PIECE:
        return text.count("\n", 0, offset) + 1, offset - start + 1
    piece = offset // _PIECE
    line = _newlines(text)[piece] + text.count("\n", piece * _PIECE, offset) + 1
    return line, offset - start + 1


@lru_cache(maxsize=16)
def _newlines(text: str) -> list[int]:
    """The newlines before each piece of a long text, in which thousands of places may be asked for."""
    pieces = range(0, len(text) + 1, _PIECE)
    return [0, *accumulate(text.count("\n", start, start + _PIECE) for start in pieces)]
