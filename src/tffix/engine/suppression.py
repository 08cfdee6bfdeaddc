"""Comments that tell tffix to leave something alone: ``# tffix: ignore[rule-name] reason``.

They stand above a block or an attribute, at the end of its line, at the end of the line within a value
that a finding is about, or at the top of a file, set off by a blank line, for all of it. Without brackets
every rule is meant. Comments for other tools count for the rules that are like theirs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..hcl.tree import Attribute, Block, Body, File, Gap
from ..rules.transform import Finding
from .like_rules import suppressed_elsewhere

_COMMENT = re.compile(r"(?:#|//|/\*)[ \t]*tffix:[ \t]*ignore(?:\[([^\]]*)\]|(?![\w\[-]))")


def suppressed(rule: str, finding: Finding, file: File) -> bool:
    """Whether a comment tells to ignore ``rule`` at a finding's item: its own, a block's around it, the
    file's."""
    if suppressed_elsewhere(rule, finding, file):
        return True
    if not _may_tell(file.source):
        return False
    if _tells(rule, _line_within(finding)):
        return True
    item: Block | Attribute | None = finding.at
    while item is not None:
        if _tells(rule, item.leading) or _tells(rule, item.trailing):
            return True
        if isinstance(item, Block) and _tells(rule, item.opening):
            return True
        body: Body | None = item.parent
        item = body.owner if body is not None else None
    return _tells(rule, _preamble(file))


@lru_cache(maxsize=64)
def _may_tell(source: str) -> bool:
    return "tffix:" in source


def _line_within(finding: Finding) -> str:
    """The comment on that line of a value over several lines that a finding is about."""
    at, within = finding.at, finding.within
    if within is None or not isinstance(at, Attribute):
        return ""
    end = at.source.find("\n", within.end)
    return at.source[within.end : end if end >= 0 else None]


def _preamble(file: File) -> str:
    """The comments at the top of a file that belong to nothing in it."""
    texts = []
    for item in file.body.items:
        if not isinstance(item, Gap):
            break
        texts.append(item.text)
    return "".join(texts)


def _tells(rule: str, text: str) -> bool:
    if "tffix:" not in text:
        return False
    for match in _COMMENT.finditer(text):
        names = match.group(1)
        if names is None or rule in (name.strip() for name in names.split(",")):
            return True
    return False
