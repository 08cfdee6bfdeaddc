"""The JSON document of a run. docs/configuration.md describes it; a test holds the two together."""

from __future__ import annotations

from typing import Any

from .. import __version__
from ..engine.results import Change, FileError, Found, Result
from .difference import is_masked, patch
from .held import Held, held_back
from .shown import json_text

VERSION = 1
"""Counts up when a key changes its meaning or goes; new keys may be added to a version."""


def document(command: str, result: Result) -> str:
    """Everything that a run came to."""
    content: dict[str, Any] = {
        "version": VERSION,
        "tffix": __version__,
        "command": command,
        "modules": result.modules,
        "files": result.files,
        "findings": [finding(one) for one in result.found],
        "fixed": [finding(one) for one in result.fixed],
        "changes": [_change(one, command == "apply") for one in result.changes],
        "errors": [file_error(one) for one in result.errors],
        "notes": result.notes,
        "held_back": [_held(one) for one in held_back(result.found)],
        "plans": result.plans,
        "defects": [{"rule": one.rule, "path": one.path, "message": one.message} for one in result.defects],
    }
    return json_text(content)


def finding(one: Found) -> dict[str, Any]:
    """A finding as data."""
    return {
        "rule": one.rule,
        "message": one.message,
        "path": one.path,
        "line": one.line,
        "column": one.column,
        "address": one.address,
        "impact": one.impact.value,
        "tier": one.tier.value,
        "fixable": one.fixable,
        "held_back": one.is_held,
        "reason": one.reason,
        "advice": one.advice,
    }


def _held(one: Held) -> dict[str, Any]:
    return {
        "tier": one.tier.value,
        "fixes": one.fixes,
        "reasons": list(one.reasons),
        "release": one.release,
    }


def _change(one: Change, written: bool) -> dict[str, Any]:
    return {
        "path": one.path,
        "new": one.old is None,
        "deleted": one.deletes,
        "written": written,
        "diff": patch(one),
        "masked": is_masked(one),
    }


def file_error(one: FileError) -> dict[str, Any]:
    """An error of a file as data."""
    return {"path": one.path, "line": one.line, "column": one.column, "message": one.message}
