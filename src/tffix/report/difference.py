"""Changes as unified diffs."""

from __future__ import annotations

from collections.abc import Iterable

from ..rules.difference import unified
from ..rules.results import Change
from .colour import Palette


def patch(change: Change) -> str:
    """A change as a diff that `git apply` and `patch -p1` take."""
    path = change.path.removeprefix("/")
    old_name = "/dev/null" if change.old is None else f"a/{path}"
    if change.deletes:
        return unified(change.old or b"", b"", old_name, "/dev/null")
    return unified(change.old or b"", change.new, old_name, f"b/{path}")


def patches(changes: Iterable[Change], palette: Palette) -> str:
    """The diffs of changes, in colour if the palette is on."""
    return "".join(_line(line, palette) for change in changes for line in _lines(patch(change)))


def _lines(text: str) -> list[str]:
    return text.split("\n")[:-1]


def _line(line: str, palette: Palette) -> str:
    if line.startswith(("---", "+++")):
        line = palette.bold(line)
    elif line.startswith("@@"):
        line = palette.cyan(line)
    elif line.startswith("-"):
        line = palette.red(line)
    elif line.startswith("+"):
        line = palette.green(line)
    return line + "\n"
