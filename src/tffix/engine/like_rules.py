"""Comments that tell another tool to leave something alone which a rule here is about too.

Which rules are alike is in like_rules.json, with the source of each; tools/build_like_rules.py writes it.
A comment with an expiry date counts until that day is over.
Facts: documentation of tflint ("Annotations"), Checkov ("Suppressing and skipping policies"), tfsec
("Ignoring warnings") and Trivy ("Filtering", inline ignoring for Terraform).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any

from ..hcl.tree import Attribute, Block, File, Gap
from ..rules.transform import Finding

_COMMENT = r"(?:#|//|/\*)[^\r\n]*?"
_TFLINT = re.compile(rf"{_COMMENT}\btflint-ignore:[ \t]*([\w, \t-]+)")
_TFLINT_FILE = re.compile(rf"{_COMMENT}\btflint-ignore-file:[ \t]*([\w, \t-]+)")
_CHECKOV = re.compile(rf"{_COMMENT}\b(?:checkov|bridgecrew|cortex):skip=([\w,]+)")
_TRIVY = re.compile(r"\b(?:tfsec|trivy):ignore:([\w*-]+)(?:\[[^\]]*\])?(?:\S*?:exp:(\d{4}-\d\d-\d\d))?")
_WORDS = ("tflint-ignore", ":skip=", "tfsec:ignore", "trivy:ignore")
_ALL = {"tflint": ("all",), "trivy": ("*",)}


def suppressed_elsewhere(rule: str, finding: Finding, file: File) -> bool:
    """Whether a comment for another tool, at a finding's item, in the block around it or for the file,
    ignores a rule that is like ``rule``."""
    if not _may_ignore(file.source):
        return False
    known = _ids(rule)
    return any(name in known.get(tool, ()) for tool, name in _ignored(finding, file))


@lru_cache(maxsize=64)
def _may_ignore(source: str) -> bool:
    return any(word in source for word in _WORDS)


def _ignored(finding: Finding, file: File) -> Iterator[tuple[str, str]]:
    """The rules of other tools that are ignored, each with its tool."""
    item: Block | Attribute | None = finding.at
    top = finding.at
    while item is not None:
        opening = item.opening if isinstance(item, Block) else ""
        for text in (item.leading, opening, item.trailing):
            yield from _named(_TFLINT, "tflint", text)
            if ":ignore:" in text:
                yield from (
                    ("trivy", one[1].lower()) for one in _TRIVY.finditer(text) if not _is_over(one[2])
                )
        top, item = item, item.parent.owner if item.parent is not None else None
    # Checkov takes a comment anywhere in a block for all of it, tflint one at the top of a file.
    yield from _named(_CHECKOV, "checkov", top.text)
    yield from _named(_TFLINT_FILE, "tflint", _beginning(file))


def _is_over(day: str | None) -> bool:
    """Whether the last day of a comment, ``:exp:2030-01-31``, has gone by. No date is never over."""
    try:
        return day is not None and date.fromisoformat(day) < _today()
    except ValueError:
        return False


def _today() -> date:
    return date.today()


def _named(pattern: re.Pattern[str], tool: str, text: str) -> Iterator[tuple[str, str]]:
    for match in pattern.finditer(text):
        yield from ((tool, name.split()[0].lower()) for name in match[1].split(",") if name.strip())


def _beginning(file: File) -> str:
    """The comments above the first block of a file."""
    texts: list[str] = []
    for item in file.body.items:
        if not isinstance(item, Gap):
            return "".join((*texts, item.leading))
        texts.append(item.text)
    return ""


def alike(rule: str) -> dict[str, list[str]]:
    """The ids of the rules of other tools that are like one, by the tool."""
    found: dict[str, list[str]] = {}
    for entry in _table().get(rule, ()):
        found.setdefault(entry["tool"], []).extend(entry["ids"])
    return found


@cache
def _ids(rule: str) -> dict[str, frozenset[str]]:
    """The same in small letters, with the word for all rules of the tool."""
    return {
        tool: frozenset(one.lower() for one in (*ids, *_ALL.get(tool, ())))
        for tool, ids in alike(rule).items()
    }


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    from importlib import resources  # not for every start

    text = resources.files("tffix.engine").joinpath("like_rules.json").read_text("utf-8")
    table: dict[str, list[dict[str, Any]]] = json.loads(text)
    return table


__all__ = ["alike", "suppressed_elsewhere"]
