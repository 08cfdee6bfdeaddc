"""The one error of this package: text that is not HCL, with the place and the reason."""

from __future__ import annotations


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


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character offset."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1
