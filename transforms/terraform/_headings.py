"""Comments on lines apart that head a block, and go with it when it moves to another file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tffix import Attribute, Block, File, Gap, habits

_WORDS = re.compile(r"\b(terraform|providers?|backends?|versions?|require(s|ments?)?|alias(es)?)\b", re.I)
_OF_THE_FILE = "/**"
"""How a comment begins that terraform-docs takes, at the top of a file, for the module's description."""
_RULE = re.compile(r"^[ \t]*(?:#|//)[ \t]*[-=#*/]{3,}", re.M)
_TO_TOOLS = re.compile(r"ignore|skip|nosec|copyright|license|spdx", re.I)
"""Words of comments that a tool reads at the top of a file, or that are about the whole of it."""


def take_heading(block: Block, file: File) -> list[str]:
    """Takes the comments above a block, set off from it by a blank line, out of its file: those that speak
    of settings, or head a part of the file in which there are settings only. What stands directly above the
    block but heads more than it stays in the file."""
    items, found = file.body.items, list[str]()
    at = next(index for index, item in enumerate(items) if item is block)
    if block.leading.strip() and _heads_more(block.leading, items, at):
        file.body.splice(at, at, [Gap(block.leading), Gap("\n")])
        block.leading = ""
        return found
    heads_settings = _is_part_of_its_own(items[at:])
    start = at
    for index in range(at - 1, -1, -1):
        item = items[index]
        if not isinstance(item, Gap):
            break
        if item.is_blank:
            continue
        goes = _WORDS.search(item.text) or (heads_settings and not _is_on_top(items[:index]))
        if not goes or _TO_TOOLS.search(item.text) or item.text.startswith(_OF_THE_FILE):
            break
        found.insert(0, item.text.rstrip("\n") + "\n")
        start = index
    file.body.splice(start, at, ())
    return found


def put_comments_above(comments: Iterable[str], block: Block, file: File) -> None:
    """Puts comments above a block of a file, on lines apart, but those that the file has already."""
    items = file.body.items
    for text in comments:
        if text.strip() in file.text:
            continue
        at = next(index for index, item in enumerate(items) if item is block)
        before = [Gap("\n")] if at > 0 and not items[at - 1].text.isspace() else []
        file.body.splice(at, at, [*before, Gap(text), Gap("\n")])


def _heads_more(text: str, items: Sequence[Attribute | Block | Gap], at: int) -> bool:
    """Whether a comment directly above a block describes the whole file, or heads a part of it in which
    there is more than settings."""
    if text.startswith(_OF_THE_FILE):
        return _is_on_top(items[:at])
    return bool(_RULE.search(text)) and not _WORDS.search(text) and not _is_part_of_its_own(items[at:])


def _is_on_top(above: Sequence[Attribute | Block | Gap]) -> bool:
    return all(isinstance(item, Gap) for item in above)


def _is_part_of_its_own(items: Sequence[Attribute | Block | Gap]) -> bool:
    """Whether there are only settings up to the next comment on lines apart, or the end of the file."""
    for item in items:
        if isinstance(item, Gap) and not item.is_blank:
            return True
        if isinstance(item, Block) and item.type not in habits.SETTINGS:
            return False
    return True
