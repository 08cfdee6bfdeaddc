"""Changes as unified diffs."""

from __future__ import annotations

from collections.abc import Iterable

from ..rules.difference import unified
from ..rules.results import Change
from .colour import Palette
from .masking import mask_diff
from .shown import quoted, shown_body

_NOWHERE = "/dev/null"


def patch(change: Change) -> str:
    """A change as a diff that `git apply` and `patch -p1` take, unless secrets are masked in it."""
    return mask_diff(exact_patch(change), change.secrets)


def is_masked(change: Change) -> bool:
    """Whether the diff of a change has masks in it, and so cannot be applied."""
    return patch(change) != exact_patch(change)


def exact_patch(change: Change) -> str:
    """A change as a diff with all that is in it."""
    path = change.path.removeprefix("/")
    if change.old is None and not change.new:
        # A unified diff has no words for an empty file: git has.
        old_name, new_name = (_in_quotes(f"{side}/{path}") for side in "ab")
        return f"diff --git {old_name} {new_name}\nnew file mode 100644\n"
    old_name = _NOWHERE if change.old is None else _header(f"a/{path}")
    new_name = _NOWHERE if change.deletes else _header(f"b/{path}")
    return unified(change.old or b"", b"" if change.deletes else change.new, old_name, new_name)


def _header(path: str) -> str:
    """A name as the header has it: where it has spaces, a tab tells where it ends."""
    name = quoted(path)
    return f"{name}\t" if " " in name and name == path else name


def _in_quotes(path: str) -> str:
    """A name where two are on a line: spaces in it do not end it."""
    name = quoted(path)
    return f'"{name}"' if " " in name and name == path else name


def patches(changes: Iterable[Change]) -> str:
    """The diffs of changes, as programs read them."""
    return "".join(map(patch, changes))


def shown_patches(changes: Iterable[Change], palette: Palette) -> str:
    """The diffs of changes as people read them: nothing in a file acts on their terminal."""
    return "".join(
        _line(shown_body(line), palette) for change in changes for line in patch(change).split("\n")[:-1]
    )


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
