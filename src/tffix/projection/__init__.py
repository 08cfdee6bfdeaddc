"""Files that hold Terraform in another language, shown to the rules as HCL and edited through it.

A projection is a view of one file: its text as HCL, which rules read and edit like any other, and the way
back, which turns what they changed into edits of the original text. What has no counterpart in HCL stands
in the view as an expression that cannot be evaluated, so that rules leave it alone.
"""

from __future__ import annotations

import os

from ..hcl import HclSyntaxError, parse, parse_leniently
from ..hcl.projection import Projection
from ..hcl.tree import File


class Refused(Exception):  # noqa: N818
    """Why a fix cannot be made, for its reader; nothing of the fix is kept."""


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
    not make constructs of CDK for Terraform. Raises HclSyntaxError for what cannot be parsed, whatever the
    reason: no file stops the work on the others."""
    try:
        return _read(data, path)
    except HclSyntaxError:
        raise
    except (RecursionError, MemoryError) as error:
        what = "it is nested too deeply" if isinstance(error, RecursionError) else "it needs too much memory"
        raise HclSyntaxError(f"cannot be read: {what}", path, 0, 0) from None
    except Exception as error:
        if os.environ.get("TFFIX_DEBUG"):
            raise
        why = f"{type(error).__name__}: {' '.join(str(error).split())}"
        raise HclSyntaxError(f"cannot be read: tffix failed ({why}); please report it", path, 0, 0) from error


def read_leniently(data: bytes, path: str) -> File | None:
    """What can be read of a file of Terraform's languages: the same tree as `read` gives where all of it can;
    None where nothing can. A tree with faults is only for looking at: see `parse_leniently`."""
    try:
        return read(data, path)
    except HclSyntaxError:
        pass
    try:
        if path.endswith(".json"):
            from .json import project

            return view(project(data, path, is_lenient=True))
        return parse_leniently(data, path)
    except (HclSyntaxError, RecursionError, MemoryError):
        return None


def _read(data: bytes, path: str) -> File | None:
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


__all__ = ["Projection", "Refused", "read", "read_leniently", "view"]
