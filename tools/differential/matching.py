"""Matches the errors of Terraform with the findings of tffix."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from differential.judging import Error, Verdict
from tffix.engine.results import Found


class Match(StrEnum):
    """How well an error of Terraform is found."""

    SAME_LINE = "same line"
    ELSEWHERE = "elsewhere"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Matched:
    """An error with how it is found, and the rules that find it."""

    error: Error
    match: Match
    rules: tuple[str, ...]


def match(verdict: Verdict, anywhere: bool) -> list[Matched]:
    """Each certain error of Terraform with the findings on its line; with `anywhere`, as where there is one
    error only, with those on other lines of the unit if there are none. An error without a place is found by
    any finding of the unit."""
    matched = []
    for error in verdict.errors:
        if not error.is_certain:
            continue
        here = [one for one in verdict.findings if _is_at(one, error)]
        if here:
            matched.append(Matched(error, Match.SAME_LINE, _rules(here)))
        elif anywhere and verdict.findings:
            matched.append(Matched(error, Match.ELSEWHERE, _rules(verdict.findings)))
        else:
            matched.append(Matched(error, Match.MISSED, ()))
    return matched


def unmatched(verdict: Verdict) -> list[Found]:
    """The findings on lines of which Terraform, too, says something, left out: false alarms in a unit that it
    accepts, and not confirmed in one that it rejects for other reasons."""
    return [one for one in verdict.findings if not any(_is_at(one, error) for error in verdict.errors)]


def before_plan(finding: Found, verdict: Verdict, anywhere: bool) -> bool:
    """Whether a plan rejects what Terraform's validation accepts, on the line of a finding; with `anywhere`,
    as where there is one error only, on any line."""
    return any(anywhere or _is_at(finding, error) for error in verdict.planned)


def _is_at(finding: Found, error: Error) -> bool:
    return error.line == 0 or (finding.path == error.path and finding.line == error.line)


def _rules(findings: list[Found] | tuple[Found, ...]) -> tuple[str, ...]:
    return tuple(sorted({one.rule for one in findings}))
