"""Comments between `/*` and `*/` over several lines, as lines that begin with `#`."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"#[^\n]*|//[^\n]*|/\*.*?\*/", re.DOTALL)
_FOR_THE_FILE = "/**"
"""How a comment begins that terraform-docs takes for the module's description."""


def of_several_lines(text: str, *, on_a_line: bool) -> list[str]:
    """The comments over several lines, each on lines of its own; ``on_a_line``: the text begins a line."""
    return [match[0] for match in _COMMENT.finditer(text) if _counts(match, text, on_a_line)]


def as_lines(text: str, *, on_a_line: bool) -> str:
    """A text with such comments written line by line."""
    return _COMMENT.sub(lambda one: _lines(one, text) if _counts(one, text, on_a_line) else one[0], text)


def _counts(match: re.Match[str], text: str, on_a_line: bool) -> bool:
    comment = match[0]
    if not on_a_line and "\n" not in text[: match.start()]:
        return False
    if not comment.startswith("/*") or comment.startswith(_FOR_THE_FILE) or "\n" not in comment:
        return False
    after = text[match.end() :].partition("\n")[0]
    return not _indent(match, text).strip() and not after.strip()


def _indent(match: re.Match[str], text: str) -> str:
    """What stands before a comment on its line."""
    return text[: match.start()].rpartition("\n")[2]


def _lines(match: re.Match[str], text: str) -> str:
    inner = match[0][2:-2].splitlines()
    first, *rest = [line.rstrip() for line in inner]
    starred = all(line.lstrip().startswith("*") for line in rest if line.strip())
    if starred:
        rest = [line.lstrip().removeprefix("*") for line in rest]
    margin = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
    lines = [first.strip(), *(line[margin:] for line in rest)]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    ending = "\r\n" if "\r\n" in match[0] else "\n"
    return f"{ending}{_indent(match, text)}".join(f"# {line}".rstrip() for line in lines or [""])
