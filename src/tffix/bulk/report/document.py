"""The JSON document of a campaign: one line a repository. docs/migration-reports.md describes its keys; a
test holds the two together."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from ... import __version__
from ...report.document import file_error, finding
from ...rules.transform import Impact, Tier
from ...urls import redacted
from ..records import Commit, Diff, ModulePlan, Record, Step, Summary
from .standing import reason, standing, timestamp
from .tally import Tally, about

VERSION = 1
"""Counts up when a key changes its meaning or goes; new keys may be added to a version."""


def write(out: TextIO, summary: Summary, tally: Tally, records: Iterable[Record]) -> None:
    """Everything that is known of a campaign."""
    head = json.dumps(_head(summary, tally), indent=2)
    out.write(head.removesuffix("\n}") + ',\n  "repositories": [')
    separator = "\n    "
    for record in records:
        out.write(separator + json.dumps(repository(record)))
        separator = ",\n    "
    out.write("\n  ]\n}\n")


def _head(summary: Summary, tally: Tally) -> dict[str, Any]:
    return {
        "version": VERSION,
        "tffix": __version__,
        "campaign": {
            "name": summary.name,
            "branch": summary.branch,
            "rules": list(summary.rules),
            "started": timestamp(summary.started),
        },
        "totals": {
            "repositories": tally.repositories,
            "changed": tally.changed,
            "fixed": tally.fixed,
            "files": tally.files,
            "added": tally.added,
            "removed": tally.removed,
            "left": tally.left,
            "unreadable": tally.unreadable,
            "seconds": round(tally.seconds, 3),
            "states": [{"state": state, "repositories": number} for state, number in tally.by_state()],
            "impacts": [{"impact": one.value, "fixed": tally.impacts[one]} for one in Impact],
            "tiers": [
                {"tier": one.value, "fixed": tally.tiers[one], "held_back": tally.held[one]} for one in Tier
            ],
            "rules": [
                {
                    "rule": name,
                    "about": about(summary, name),
                    "fixed": rule.fixed,
                    "left": rule.left,
                    "repositories": rule.repositories,
                }
                for name, rule in tally.by_rule()
            ],
        },
    }


def repository(record: Record) -> dict[str, Any]:
    """Everything that is known of a repository."""
    return {
        "name": record.name,
        "location": redacted(record.location),
        "state": standing(record),
        "reason": reason(record),
        "base": record.base,
        "base_branch": record.base_branch,
        "phases": [_step(step) for step in record.steps.values()],
        "commits": [_commit(one) for one in record.commits],
        "findings": [finding(one) for one in record.found],
        "fixed": [finding(one) for one in record.fixed],
        "errors": [file_error(one) for one in record.errors],
        "diffs": [_diff(one) for one in record.diffs],
        "plans": [_plan(one) for one in record.plans],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "phase": step.phase,
        "state": step.state,
        "reason": redacted(step.reason),
        "started": timestamp(step.started),
        "seconds": round(step.seconds, 3),
    }


def _commit(one: Commit) -> dict[str, Any]:
    return {"id": one.id, "rule": one.rule}


def _diff(one: Diff) -> dict[str, Any]:
    return {"path": one.path, "added": one.added, "removed": one.removed, "diff": one.text}


def _plan(one: ModulePlan) -> dict[str, Any]:
    return {
        "module": one.module,
        "summary": one.summary,
        "unannounced": list(one.unannounced),
        "not_proved": one.not_proved,
    }
