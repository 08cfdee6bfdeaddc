"""How errors and findings are matched, counted and compared with an earlier report."""

from __future__ import annotations

from pathlib import Path

from differential.baseline import changes
from differential.judging import Error, Verdict
from differential.matching import Match, match, unmatched
from differential.mutants import Mutant
from differential.report import WHOLE, Report, as_markdown
from differential.units import Unit
from tffix import Impact
from tffix.engine.results import Found

UNIT = Unit(Path("/m"), (Path("/m"),))


def error(line: int, path: str = "/m/a.tf", is_certain: bool = True) -> Error:
    return Error(path, line, "Unsupported argument", "No such thing.", is_certain)


def finding(line: int, path: str = "/m/a.tf", rule: str = "schema-unknown-argument") -> Found:
    return Found(rule, "no such thing", path, line, 1, "", Impact.NONE)


def matches(verdict: Verdict, anywhere: bool = True) -> list[Match]:
    return [one.match for one in match(verdict, anywhere)]


def test_an_error_is_found_at_its_line_elsewhere_or_not_at_all() -> None:
    assert matches(Verdict((error(3),), (finding(3),))) == [Match.SAME_LINE]
    assert matches(Verdict((error(3),), (finding(4),))) == [Match.ELSEWHERE]
    assert matches(Verdict((error(3),), (finding(3, "/m/b.tf"),))) == [Match.ELSEWHERE]
    assert matches(Verdict((error(3),))) == [Match.MISSED]


def test_in_a_whole_module_only_the_line_counts() -> None:
    assert matches(Verdict((error(3),), (finding(4),)), anywhere=False) == [Match.MISSED]


def test_an_error_without_a_place_is_found_by_any_finding() -> None:
    assert matches(Verdict((error(0),), (finding(9),)), anywhere=False) == [Match.SAME_LINE]


def test_what_is_not_certain_need_not_be_found_and_is_no_false_alarm() -> None:
    verdict = Verdict((error(3, is_certain=False),), (finding(3), finding(4)))
    assert verdict.is_accepted
    assert matches(verdict) == []
    assert [one.line for one in unmatched(verdict)] == [4]


def test_a_finding_in_what_terraform_accepts_is_a_false_alarm() -> None:
    report = Report("Terraform", 1, Path("/"))
    report.add_whole(UNIT, Verdict((), (finding(2),)))
    report.add_mutant(UNIT, Mutant("accepted", {"/m/a.tf": b"x = 1\ny = 2\n"}), Verdict((), (finding(2),)))
    report.add_mutant(UNIT, Mutant("wrong", {}), Verdict((error(1),), (finding(1), finding(2))))
    report.add_mutant(UNIT, Mutant("wrong", {}), Verdict(failure="it did not end"))
    assert [(one.kind, one.path, one.line, one.source) for one in report.false_alarms] == [
        (WHOLE, "m/a.tf", 2, ""),
        ("accepted", "m/a.tf", 2, "y = 2"),
    ]
    total = report.mutants
    assert (total.made, total.rejected, total.failed, total.same_line, total.missed) == (3, 1, 1, 1, 0)
    assert (len(report.modules), len(report.accepted_modules)) == (1, 1)
    text = as_markdown(report)
    assert "| wrong | 2 | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 1 |" in text
    assert "accepted m/a.tf:2: [schema-unknown-argument] no such thing" in text


def test_a_finding_in_what_only_a_plan_rejects_is_no_false_alarm() -> None:
    report = Report("Terraform", 1, Path("/"))
    report.add_mutant(UNIT, Mutant("moved-twice", {}), Verdict((), (finding(2),), planned=(error(9),)))
    report.add_whole(UNIT, Verdict((), (finding(2), finding(9)), planned=(error(9),)))
    assert [(one.kind, one.line) for one in report.before_plan] == [("moved-twice", 2), (WHOLE, 9)]
    assert [(one.kind, one.line) for one in report.false_alarms] == [(WHOLE, 2)]


def test_only_what_is_new_since_an_earlier_report_is_listed() -> None:
    old, new = (Report("Terraform", 1, Path("/")) for _ in range(2))
    old.add_mutant(UNIT, Mutant("wrong", {}), Verdict((error(1), error(2))))
    new.add_mutant(UNIT, Mutant("wrong", {}), Verdict((error(2), error(3))))
    lines = list(changes(old.as_json(), new.as_json()))
    assert "missed: 2 before, 2 now, 1 gone" in lines
    assert "  new: wrong m/a.tf:3: Unsupported argument: No such thing." in lines
