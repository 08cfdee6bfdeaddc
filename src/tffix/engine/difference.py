"""Unified diffs of files."""

from __future__ import annotations

import io

from ..hcl.encoding import decoded


def unified(old: bytes, new: bytes, old_name: str, new_name: str) -> str:
    """A unified diff of two files, as `patch` and `git apply` read it. Bytes that are no UTF-8 are in it as
    surrogates: encoded with ``surrogateescape`` it is exact."""
    from difflib import unified_diff

    lines = unified_diff(_lines(old), _lines(new), old_name, new_name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(data: bytes) -> list[str]:
    """The lines of a file with their line feeds; a carriage return is a part of its line."""
    return list(io.StringIO(decoded(data), newline="\n"))
