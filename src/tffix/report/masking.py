"""Secrets in what is printed: a mask takes their place."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import lru_cache

from ..engine.results import Found, Result

MASK = "***"
NONE = frozenset[str]()
_LONG = 6
"""Texts of this length are masked inside of words, too."""


def mask(text: str, secrets: frozenset[str]) -> str:
    """A text without the secrets in it."""
    return _pattern(secrets).sub(MASK, text) if secrets else text


def mask_diff(text: str, secrets: frozenset[str]) -> str:
    """A diff without the secrets in the lines of files; its headers are as they were."""
    if not secrets:
        return text
    lines = text.split("\n")
    body = next((number for number, line in enumerate(lines) if line.startswith("@@")), len(lines))
    return "\n".join((*lines[:body], *(mask(line, secrets) for line in lines[body:])))


def masked(result: Result) -> Result:
    """A result whose messages have no secrets in them. Its changes are masked where they become diffs."""
    if not result.secrets:
        return result

    def hide(path: str, text: str) -> str:
        return mask(text, result.secrets.get(path) or result.secrets.get(os.path.dirname(path) or ".", NONE))

    def found(one: Found) -> Found:
        told = (hide(one.path, text) for text in (one.message, one.reason, one.advice))
        message, reason, advice = told
        return replace(one, message=message, reason=reason, advice=advice)

    return replace(
        result,
        found=list(map(found, result.found)),
        fixed=list(map(found, result.fixed)),
        errors=[replace(one, message=hide(one.path, one.message)) for one in result.errors],
        defects=[replace(one, message=hide(one.path, one.message)) for one in result.defects],
    )


@lru_cache(maxsize=64)
def _pattern(secrets: frozenset[str]) -> re.Pattern[str]:
    # The longer first, as it may begin with a shorter one.
    known = sorted(secrets, key=lambda one: (-len(one), one))
    ways = (re.escape(one) if len(one) >= _LONG else rf"(?<!\w){re.escape(one)}(?!\w)" for one in known)
    return re.compile("|".join(ways))
