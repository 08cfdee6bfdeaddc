"""Text as GitHub's Markdown shows it unchanged.

Facts: GitHub Flavored Markdown Spec, "Backslash escapes", "Code spans", "Fenced code blocks".
"""

from __future__ import annotations

import re

# Signs that mean something: within a line, at its beginning, after a number, and in what looks like a link.
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$]|^[-+=]|(?<=\d)[.)](?= )|:(?=//)|(?<=www)\.")
_NOTIFIES = re.compile(r"@(?=\w)|#(?=\d)|(?<=GH-)(?=\d)")
_JOINER = "\N{WORD JOINER}"


def plain(text: str) -> str:
    """A text on one line that is neither markup nor a link, and mentions nobody: a word joiner keeps
    ``@name`` from notifying, and ``#1`` from linking to an issue."""
    line = " ".join(text.split())
    return _NOTIFIES.sub(lambda at: at[0] + _JOINER, _MARKUP.sub(_escaped, line))


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def code(text: str) -> str:
    """A text as a code span."""
    line = " ".join(text.split())
    fence = "`" * (_longest_run(line) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def row(*cells: str) -> str:
    """A row of a table."""
    return "| " + " | ".join(re.sub(r"(?<!\\)\|", r"\\|", cell) for cell in cells) + " |"


def block(text: str, indent: int = 0) -> str:
    """A text as a fenced block, below a list item with an indent."""
    fence = "`" * max(3, _longest_run(text) + 1)
    margin = " " * indent
    return "\n".join(margin + line for line in (fence, *text.splitlines(), fence))


def _longest_run(text: str) -> int:
    return max(map(len, re.findall(r"`+", text)), default=0)
