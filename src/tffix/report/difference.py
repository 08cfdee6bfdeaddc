"""Changes as unified diffs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..engine.difference import unified
from ..engine.results import Change
from ..rules.transform import Tier
from .colour import Palette
from .masking import mask_diff
from .shown import quoted, shown_body

_NOWHERE = "/dev/null"

_HUNK = re.compile(r"^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@$", re.M)


def patch(change: Change) -> str:
    """A change as a diff that `git apply` and `patch -p1` take, unless secrets are masked in it. Each hunk
    names the tier of its fixes; where one is not safe, a line above the diff says so."""
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
    return _marked(
        unified(change.old or b"", b"" if change.deletes else change.new, old_name, new_name), change
    )


def _marked(text: str, change: Change) -> str:
    """A diff with the tier of its fixes at each hunk and, where one is not safe, a line above."""
    tiers: Counter[Tier] = Counter()

    def marked(header: re.Match[str]) -> str:
        tier = _tier(int(header[1]), int(header[2] or 1), change)
        tiers[tier] += 1
        return f"{header[0]} {tier.value}"

    text = _HUNK.sub(marked, text)
    if not tiers.keys() - {Tier.SAFE}:
        return text
    counts = ", ".join(f"{tiers[tier]} {tier.value}" for tier in Tier if tiers[tier])
    return f"# {quoted(change.path)}: hunks by tier: {counts}\n{text}"


def _tier(start: int, count: int, change: Change) -> Tier:
    """The tier of the riskiest fix that changed some lines of a file."""
    there = {tier for first, last, tier in change.risky if first < start + max(count, 1) and last >= start}
    return max(there, key=list(Tier).index, default=Tier.SAFE)


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
    if line.startswith(("---", "+++", "# ")):
        line = palette.bold(line)
    elif line.startswith("@@"):
        line = palette.cyan(line)
    elif line.startswith("-"):
        line = palette.red(line)
    elif line.startswith("+"):
        line = palette.green(line)
    return line + "\n"
