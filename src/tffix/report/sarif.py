"""Findings as a SARIF log, which code scanning services read.

Facts: SARIF 2.1.0, OASIS standard.
"""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..engine.results import FileError, Found, Result
from ..rules.registry import transforms
from .held import held_back
from .shown import json_text

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
UNREADABLE = "syntax-error"
"""The rule id of files that cannot be read or parsed."""


def log(result: Result) -> str:
    """The findings that are left, and the files that could not be read, as one run."""
    errors = [one for one in result.errors if one.path]
    told = [one.message for one in result.errors if not one.path]
    told += [f"{one.path}: defect of the rule {one.rule}: {one.message}" for one in result.defects]
    used = sorted({one.rule for one in result.found})
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "tffix",
                "version": __version__,
                "rules": [{"id": name, "shortDescription": {"text": _summary(name)}} for name in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not (result.errors or result.defects),
                "toolExecutionNotifications": [{"level": "error", "message": {"text": one}} for one in told],
            }
        ],
        "results": [*map(_finding, result.found), *map(_error, errors)],
    }
    held = held_back(result.found)
    if held:
        run["properties"] = {"heldBack": [str(one) for one in held]}
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _summary(rule: str) -> str:
    known = transforms().get(rule)
    return known.summary() if known else rule


def _finding(one: Found) -> dict[str, Any]:
    told = "\n".join(part for part in (one.message, one.reason, one.advice) if part)
    about = {
        "tier": one.tier.value,
        "impact": one.impact.value,
        "fixable": one.fixable,
        "heldBack": one.is_held,
    }
    return {**_result(one.rule, "warning", told, one.path, one.line, one.column), "properties": about}


def _error(one: FileError) -> dict[str, Any]:
    return _result(UNREADABLE, "error", one.message, one.path, one.line, one.column)


def _result(rule: str, level: str, message: str, path: str, line: int, column: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(os.fsencode(path))}}
    if line:
        place["region"] = {"startLine": line, "startColumn": column}
    return {
        "ruleId": rule,
        "level": level,
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
    }
