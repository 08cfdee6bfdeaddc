"""Changes as unified diffs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..rules.difference import unified
from ..rules.results import Change
from ..rules.transform import Tier
from .colour import Palette

_HUNK = re.compile(r"^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@$", re.M)


def patch(change: Change) -> str:
    """A change as a diff that `git apply` and `patch -p1` take. Each hunk names the tier of its fixes; where
    one is not safe, a line above the diff says so."""
    path = change.path.removeprefix("/")
    old_name = "/dev/null" if change.old is None else f"a/{path}"
    new = b"" if change.deletes else change.new
    text = unified(change.old or b"", new, old_name, "/dev/null" if change.deletes else f"b/{path}")
    tiers: Counter[Tier] = Counter()

    def marked(header: re.Match[str]) -> str:
        tier = _tier(int(header[1]), int(header[2] or 1), change)
        tiers[tier] += 1
        return f"{header[0]} {tier.value}"

    text = _HUNK.sub(marked, text)
    if not tiers.keys() - {Tier.SAFE}:
        return text
    counts = ", ".join(f"{tiers[tier]} {tier.value}" for tier in Tier if tiers[tier])
    return f"# {path}: hunks by tier: {counts}\n{text}"


def _tier(start: int, count: int, change: Change) -> Tier:
    """The tier of the riskiest fix that changed some lines of a file."""
    there = {tier for first, last, tier in change.risky if first < start + max(count, 1) and last >= start}
    return max(there, key=list(Tier).index, default=Tier.SAFE)


def patches(changes: Iterable[Change], palette: Palette) -> str:
    """The diffs of changes, in colour if the palette is on."""
    return "".join(_line(line, palette) for change in changes for line in _lines(patch(change)))


def _lines(text: str) -> list[str]:
    return text.split("\n")[:-1]


def _line(line: str, palette: Palette) -> str:
    if line.startswith(("---", "+++", "# ")):
        line = palette.bold(line)
    elif line.startswith("@@"):
        line = palette.cyan(line)
    elif line.startswith("-"):
        line = palette.red(line)
    elif line.startswith("+"):
        line = palette.green(line)
    return line + "\n"
