"""Terraform's own validation and `check` agree on a module and on mutants of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from validate.conftest import needs_terraform

from compare_with_validate import main
from differential.judging import Judge, language_rules
from differential.kinds import kinds
from differential.mutants import make_mutants
from differential.report import Report
from differential.units import Unit, units_below
from tffix.plan.session import Planner

pytestmark = needs_terraform

FOUND = (
    *("argument-misspelt", "argument-of-wrong-type", "attribute-misspelt", "block-twice", "block-with-label"),
    *("cycle-of-locals", "data-undeclared", "local-undeclared", "module-misspelt"),
    *("module-undeclared", "resource-misspelt"),
    *("required-argument-missing", "type-unknown", "variable-undeclared"),
)
"""Kinds of which `check` must find all."""
ACCEPTED = ("accepted-comparison", "accepted-conversion", "accepted-wrapping")


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Planner() as planner:
        yield Judge(planner, language_rules())


@pytest.fixture(scope="module")
def unit() -> Unit:
    (found,) = units_below([Path(__file__).parent / "showcase"])
    return found


def test_both_accept_the_module_as_it_is(judge: Judge, unit: Unit) -> None:
    verdict = judge.whole(unit)
    assert (verdict.errors, verdict.findings, verdict.failure) == ((), (), "")


def test_check_finds_what_terraform_rejects_and_nothing_else(judge: Judge, unit: Unit) -> None:
    report = Report("", 1, unit.root)
    chosen = {kind: kinds()[kind] for kind in (*FOUND, *ACCEPTED)}
    for _, mutants in make_mutants([unit] * 2, chosen, 2 * len(chosen), 1):
        for mutant, verdict in zip(mutants, judge.mutants(unit, mutants), strict=True):
            report.add_mutant(unit, mutant, verdict)
    assert report.false_alarms == []
    assert report.failures == []
    assert [one for one in (*report.missed, *report.elsewhere) if one.kind in FOUND] == []
    assert all(report.kinds[kind].rejected for kind in FOUND)


def test_what_a_plan_rejects_is_no_false_alarm(judge: Judge, unit: Unit) -> None:
    report = Report("", 1, unit.root)
    chosen = {"self-reference": kinds()["self-reference"]}
    for _, mutants in make_mutants([unit], chosen, 1, 1):
        for mutant, verdict in zip(mutants, judge.mutants(unit, mutants), strict=True):
            report.add_mutant(unit, mutant, verdict)
    assert report.false_alarms == []
    assert [one.rules for one in report.before_plan] == [("terraform-dependency-cycle",)]


def test_the_command_writes_a_report_that_later_runs_go_on_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    showcase = str(Path(__file__).parent / "showcase")

    def run(*options: str) -> int:
        arguments = ("--modules", showcase, "--mutants", "2", "--kind", "variable-undeclared", *options)
        monkeypatch.setattr("sys.argv", ["compare_with_validate.py", *arguments])
        return main()

    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert run("--report", str(first)) == 0
    assert "(whole): 1 units; Terraform rejects 0" in capsys.readouterr().out
    assert run("--report", str(second), "--units", str(first), "--baseline", str(first)) == 0
    told = capsys.readouterr().out
    assert "(whole): 0 units" in told
    assert "missed: 0 before, 0 now, 0 gone" in told
    before, after = (json.loads(one.read_text("utf-8")) for one in (first, second))
    assert before["mutable"] == after["mutable"] == ["."]
    assert before["kinds"]["variable-undeclared"] == after["kinds"]["variable-undeclared"]
    assert "## By kind of mutation" in first.with_suffix(".md").read_text("utf-8")


def test_in_json_the_same_is_found(judge: Judge, unit: Unit) -> None:
    report = Report("", 1, unit.root)
    chosen = {kind: kinds()[kind] for kind in ("argument-misspelt", "variable-undeclared")}
    for _, made in make_mutants([unit], chosen, 2, 1):
        mutants = [one.in_json() for one in made]
        for mutant, verdict in zip(mutants, judge.mutants(unit, mutants), strict=True):
            report.add_mutant(unit, mutant, verdict)
    assert report.failures == []
    assert [*report.false_alarms, *report.missed, *report.elsewhere] == []
    assert {one.same_line > 0 for one in report.kinds.values()} == {True}
