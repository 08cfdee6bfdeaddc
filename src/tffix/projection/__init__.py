"""Files that hold Terraform in another language, shown to the rules as HCL and edited through it.

A projection is a view of one file: its text as HCL, which rules read and edit like any other, and the way
back, which turns what they changed into edits of the original text. What has no counterpart in HCL stands
in the view as an expression that cannot be evaluated, so that rules leave it alone.
"""

from __future__ import annotations

from typing import Protocol

from ..hcl import HclSyntaxError, parse
from ..hcl.tree import File


class Refused(Exception):  # noqa: N818
    """Why a fix cannot be made, for its reader; nothing of the fix is kept."""


class Projection(Protocol):
    """A file in another language."""

    @property
    def path(self) -> str: ...

    @property
    def data(self) -> bytes:
        """The file as it is; empty, after an edit, if nothing is left in it."""

    @property
    def hcl(self) -> str:
        """Its view as HCL."""

    @property
    def language(self) -> str:
        """The name that ``Transform.languages`` knows its language by."""

    @property
    def generated(self) -> str:
        """Why nothing is to be changed in a file that a program writes; empty for any other."""

    @property
    def hidden(self) -> str:
        """Text of the file that the view does not show, in which something of it may be mentioned."""

    @property
    def is_root(self) -> bool:
        """Whether it is, or makes, a configuration of its own, and no part of one."""

    def put_back(self, edited: str) -> Projection:
        """The file after the edits that lead from ``hcl`` to ``edited``: bytes that no edit concerns stay.
        Raises Refused for an edit that the language has no place for."""

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, in the original file of what stands at an offset of ``hcl``."""


def view(projection: Projection) -> File:
    """The tree of a projection's view. Raises HclSyntaxError, with the place in the original file."""
    try:
        file = parse(projection.hcl.encode("utf-8"), projection.path)
    except HclSyntaxError as error:
        offset = _offset(projection.hcl, error.line, error.column)
        raise HclSyntaxError(error.message, error.path, *projection.position(offset)) from None
    file.projection = projection
    return file


def read(data: bytes, path: str) -> File | None:
    """The tree of a Terraform file in whichever language its name tells; None for a Python file that does
    not make constructs of CDK for Terraform. Raises HclSyntaxError for what cannot be parsed."""
    if path.endswith(".json"):
        from .json import project as project_json

        return view(project_json(data, path))
    if path.endswith(".py"):
        from .python import project as project_python

        projection = project_python(data, path)
        return view(projection) if projection is not None else None
    return parse(data, path)


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


__all__ = ["Projection", "Refused", "read", "view"]
