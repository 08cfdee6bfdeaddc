"""Tells, by a cheap look, which Python files seem to make constructs of CDK for Terraform."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..files import read_start

_WITHOUT_PROGRAMS = frozenset(("venv", "site-packages", "cdktf.out", "imports", "__pycache__"))
"""Folders of other people's packages, of what a synth writes, and of the bindings that `cdktf get` makes."""
_IMPORT = re.compile(
    rb"^[ \t]*(?:from|import)[ \t](?:[^\r\n#]*(?:cdkt[fn]|\bimports\.\w)|[ \t]*\.*imports\b)", re.MULTILINE
)
_MOST_BYTES = 1 << 20


def has_programs(folder: str) -> bool:
    """Whether a folder of that name may hold programs of the user's own."""
    return folder not in _WITHOUT_PROGRAMS and not folder.startswith(".")


def programs(directory: str, names: Iterable[str]) -> Iterator[str]:
    """Those of some files that import the library or its bindings; what cannot be read is none."""
    for name in names:
        try:
            data = read_start(f"{directory}/{name}", _MOST_BYTES)
        except OSError:
            continue
        # Looking for the words is many times faster than the expression, which tells that they are imported.
        if (b"cdkt" in data or b"imports" in data) and _IMPORT.search(data):
            yield name
