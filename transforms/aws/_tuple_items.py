"""Takes items out of a tuple's text and leaves the others, with their comments, as they are written."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from tffix import nodes

_COMMENT = r"/\*.*?\*/|(?:#|//)[^\n]*"
_LINE_END = rf"(?:[ \t\r]*(?:{_COMMENT})?[ \t\r]*\n)?"
_OPENING = re.compile(rf"(\[{_LINE_END})(.*)", re.S)
# What follows an item: up to its comma, from there to the end of the line, and what leads the next item.
_AFTER = re.compile(rf"((?:{_COMMENT}|[^,#/\]])*)(,?)({_LINE_END})(.*)", re.S)


def without(node: nodes.Tuple, gone: Collection[nodes.Expression]) -> str:
    """The text of ``node`` less the items in ``gone``. The comment on an item's line and those on the lines
    directly above it go with it."""
    items, source = node.items, node.source
    opening, first_lead = _groups(_OPENING, source[node.start : items[0].start])
    after = [_groups(_AFTER, source[before.end : item.start]) for before, item in pairwise(items)]
    after.append(_groups(_AFTER, source[items[-1].end : node.end]))
    leads = [first_lead, *(lead for *_, lead in after)]
    kept = [number for number, item in enumerate(items) if item not in gone]
    if kept and "\n" not in opening:
        leads[kept[0]] = first_lead + leads[kept[0]].lstrip() if kept[0] else first_lead
    text = opening
    for number in kept:
        before, comma, line, _ = after[number]
        if number == kept[-1] != len(items) - 1:
            comma = after[-1][1]
        text += leads[number] + items[number].text + before + comma + line
    return text + leads[-1]


def _groups(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    match = pattern.fullmatch(text)
    assert match is not None
    return match.groups()
