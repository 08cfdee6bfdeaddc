"""What Terraform and tffix say of a unit, each as values that can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

from differential.mutants import Mutant
from differential.units import Unit, has_unknown_files, replaced
from tffix import Impact, Profile, Transform
from tffix.engine.policy import Policy
from tffix.engine.results import FileError, Found
from tffix.engine.runner import check
from tffix.plan.errors import NotPlanned
from tffix.plan.session import Planner, Tree
from tffix.rules.registry import transforms
from tffix.terraform.project import Project
from tffix.validate import Diagnostic, ValidateError

LANGUAGE_RULES = ("terraform-*", "schema-*")
"""The rules of the profile `deploy` that find what Terraform rejects, as patterns of their names."""

SYNTAX = "(syntax)"
"""In the place of a rule where a file cannot be parsed."""

NOT_JUDGED = {
    "terraform-comparison-never-true": "Terraform accepts what can never be true",
    "terraform-key-repeated": "Terraform takes the last of two keys",
    "terraform-output-missing": "a convention: Terraform needs no output",
    "terraform-provider-blocks-misplaced": "a convention: blocks may be in any file",
    "terraform-provider-not-required": "found by `terraform init`, which does not run here",
    "terraform-setting-too-new": "judged by required_version, whichever Terraform runs here",
    "terraform-test-*": "tests are not validated here",
    "terraform-validation-failed": "found by a plan, which does not run here",
    "terraform-variable-value-mistyped": "found by a plan, which does not run here",
    "terraform-variables-file-invalid": "found by a plan, which does not run here",
    "schema-conflicting-arguments": "found by the provider itself, which does not run here",
    "schema-deprecated-argument": "a warning",
    "schema-invalid-value": "found by the provider itself, which does not run here",
}
"""Rules, by patterns, that match those patterns, and why Terraform's answer here says nothing of them."""


def language_rules(
    patterns: Iterable[str] = LANGUAGE_RULES, without: Iterable[str] = tuple(NOT_JUDGED)
) -> list[Transform]:
    """The rules whose findings count: of the profile `deploy`, by patterns of names."""
    wanted, left_out = tuple(patterns), tuple(without)
    return [
        rule()
        for name, rule in transforms().items()
        if rule.profile is Profile.DEPLOY
        and any(fnmatch(name, one) for one in wanted)
        and not any(fnmatch(name, one) for one in left_out)
    ]


@dataclass(frozen=True, slots=True)
class Error:
    """An error of Terraform. Line 0: it names no place. `is_certain` is False where the schema or the version
    of Terraform is not quite the one that the module asks for."""

    path: str
    line: int
    summary: str
    detail: str
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What both say: the errors of Terraform and the findings of tffix, or why there is no answer. `planned`
    are the errors of a plan, which is made where Terraform's validation accepts what has findings."""

    errors: tuple[Error, ...] = ()
    findings: tuple[Found, ...] = ()
    failure: str = ""
    skipped: tuple[str, ...] = ()
    planned: tuple[Error, ...] = ()
    has_unknown_files: bool = False

    @property
    def is_accepted(self) -> bool:
        return not self.failure and not any(error.is_certain for error in self.errors)


@dataclass(slots=True)
class _Host:
    """A unit that mutants are made of: whether Terraform accepts it, and what is found in it."""

    is_accepted: bool
    findings: Counter[tuple[str, str, str]]
    contents: dict[str, bytes]
    has_plan: bool | None = None  # None: not tried


class Judge:
    """Asks both about units and their mutants."""

    def __init__(self, planner: Planner, rules: Sequence[Transform]) -> None:
        self.planner = planner
        self.rules = rules

    def whole(self, unit: Unit) -> Verdict:
        """The verdict on a unit as it is; all errors of Terraform, those too that others hide."""
        project = unit.project()
        verdict = self._judge(unit, project, {}, None)
        verdict = replace(verdict, has_unknown_files=has_unknown_files(project))
        if verdict.is_accepted and verdict.findings:
            return replace(verdict, planned=self._planned(unit, {}))
        return verdict

    def mutants(self, unit: Unit, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """The verdicts on mutants of a unit that Terraform accepts: only what is new in each counts.
        Terraform is run once for each, so errors are missing that it reports only after others are mended."""
        project = unit.project()
        hosts: dict[tuple[str, ...], _Host] = {}
        for mutant in mutants:
            key = tuple(mutant.host)
            if key not in hosts:
                hosts[key] = self._host(unit, project, mutant.host)
            yield self._mutant(unit, project, mutant, hosts[key])

    def _host(self, unit: Unit, project: Project, contents: dict[str, bytes]) -> _Host:
        verdict = self._judge(unit, project, contents, 1)
        return _Host(verdict.is_accepted, Counter(map(_identity, verdict.findings)), contents)

    def _mutant(self, unit: Unit, project: Project, mutant: Mutant, host: _Host) -> Verdict:
        if not host.is_accepted:
            return Verdict(failure="Terraform rejects it without the mutation, too")
        verdict = self._judge(unit, project, mutant.contents, 1)
        verdict = replace(verdict, findings=tuple(_new(verdict.findings, host.findings)))
        if verdict.is_accepted and verdict.findings and self._plans(unit, host):
            return replace(verdict, planned=self._planned(unit, mutant.contents))
        return verdict

    def _plans(self, unit: Unit, host: _Host) -> bool:
        """Whether there is a plan of a unit itself."""
        if host.has_plan is None:
            host.has_plan = not self._planned(unit, host.contents)
        return host.has_plan

    def _judge(self, unit: Unit, project: Project, contents: dict[str, bytes], rounds: int | None) -> Verdict:
        given = {Path(path): data for path, data in contents.items()}
        try:
            validation = self.planner.validator.validate(unit.root, given, rounds)
        except (ValidateError, OSError) as error:
            return Verdict(failure=str(error))
        with replaced(project, contents):
            findings = self._findings(project)
        return Verdict(tuple(_errors(validation.diagnostics)), findings, skipped=validation.skipped)

    def _planned(self, unit: Unit, contents: dict[str, bytes]) -> tuple[Error, ...]:
        """The errors of a plan of a unit where nothing is deployed."""
        try:
            self.planner.plan(Tree(unit.root, {Path(path): data for path, data in contents.items()}))
        except NotPlanned as error:
            return tuple(_errors(error.diagnostics)) or (Error(str(unit.root), 0, "No plan", str(error)),)
        return ()

    def _findings(self, project: Project) -> tuple[Found, ...]:
        result = check(project, self.rules, Policy(allow_replace=True))
        if result.defects:
            raise AssertionError(
                f"{result.defects[0].path}: {result.defects[0].rule}: {result.defects[0].message}"
            )
        return (*map(_of_file, result.errors), *result.found)


def _of_file(one: FileError) -> Found:
    """What `check` reports of a file that cannot be parsed."""
    return Found(SYNTAX, one.message, one.path, one.line, one.column, "", Impact.NONE)


def _errors(diagnostics: Iterable[Diagnostic]) -> Iterator[Error]:
    for one in diagnostics:
        if one.severity == "error" or one.note:
            yield _error(one, is_certain=one.severity == "error" and not one.note)


def _error(one: Diagnostic, is_certain: bool) -> Error:
    return Error(str(one.path), one.line, one.summary, " ".join(one.detail.split()), is_certain)


def _identity(finding: Found) -> tuple[str, str, str]:
    """What makes two findings the same, wherever the lines have moved to."""
    return finding.rule, finding.path, re.sub(r"\d+", "0", finding.message)


def _new(findings: Iterable[Found], known: Counter[tuple[str, str, str]]) -> Iterator[Found]:
    left = known.copy()
    for finding in findings:
        identity = _identity(finding)
        if left[identity]:
            left[identity] -= 1
        else:
            yield finding
