"""Compares what `terraform validate` rejects with what `tffix check` finds.

    python tools/compare_with_validate.py --modules FOLDER... [--mutants 300] [--seed 1] [--report REPORT]

Takes every module below the folders that no other one there calls, with those that it calls: as it is, and
with one language error put in by a mutation (differential/mutations). Terraform gets provider schemas from
tffix, so that nothing is downloaded. Its errors are matched with the findings of the language rules by file
and line; `differential/judging.py` says which rules those are. Where Terraform accepts what has findings, it
is planned: what a plan rejects is no false alarm. What comes of a seed is always the same.

Writes REPORT.json and REPORT.md, and prints the figures. Exits with 1 if a language rule finds fault with
what Terraform accepts.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from differential.baseline import changes
from differential.judging import LANGUAGE_RULES, NOT_JUDGED, Judge, Verdict, language_rules
from differential.kinds import kinds
from differential.mutants import Mutant, make_mutants
from differential.report import Report, as_markdown
from differential.units import Unit, units_below
from tffix.plan.session import Planner
from tffix.validate import Validator

Work = tuple[Unit, list[Mutant]]
"""A unit and its mutants; without any, the unit itself is judged."""
BATCH = 8
"""How many units one process gets at a time."""


def judged(batch: Sequence[Work], patterns: Sequence[str], without: Sequence[str]) -> list[list[Verdict]]:
    """The verdicts on some units, or on their mutants."""
    with Planner() as planner:
        judge = Judge(planner, language_rules(patterns, without))
        return [
            list(judge.mutants(unit, mutants)) if mutants else [judge.whole(unit)] for unit, mutants in batch
        ]


def judge_all(work: Iterator[Work], given: argparse.Namespace) -> Iterator[tuple[Work, list[Verdict]]]:
    """All work with its verdicts, in order."""
    batches = iter(lambda: list(islice(work, BATCH)), [])
    if given.jobs == 1:
        for batch in batches:
            yield from zip(batch, judged(batch, given.rules, given.without), strict=True)
        return
    with ProcessPoolExecutor(given.jobs) as pool:
        running = [(one, pool.submit(judged, one, given.rules, given.without)) for one in batches]
        for batch, future in running:
            yield from zip(batch, future.result(), strict=True)


def compare(given: argparse.Namespace) -> Report:
    with Validator() as validator:
        base = Path(os.path.commonpath([os.path.abspath(path) for path in given.modules]))
        report = Report(f"Terraform {validator.program.version}", given.seed, base)
    accepted = list(_known(report, given) if given.units else _accepted(report, given))
    if not given.only_whole:
        _mutate(accepted, report, given)
    return report


def _accepted(report: Report, given: argparse.Namespace) -> Iterator[Unit]:
    """Judges all units as they are; gives those that mutants are to be made of."""
    whole: Iterator[Work] = ((unit, []) for unit in units_below(given.modules))
    for (unit, _), (verdict,) in judge_all(whole, given):
        report.add_whole(unit, verdict)
        _tell(f"{len(report.modules)} modules")
        is_usual = not any(one.startswith("requires Terraform") for one in verdict.skipped)
        if verdict.is_accepted and is_usual and unit.size <= given.largest:
            report.mutable.append(report.shown(str(unit.root)))
            yield unit


def _known(report: Report, given: argparse.Namespace) -> Iterator[Unit]:
    """The units that an earlier report names as those that mutants are to be made of."""
    earlier = json.loads(given.units.read_text("utf-8"))
    report.mutable = earlier["mutable"]
    known = set(report.mutable)
    yield from (unit for unit in units_below(given.modules) if report.shown(str(unit.root)) in known)


def _mutate(units: Sequence[Unit], report: Report, given: argparse.Namespace) -> None:
    """Makes mutants of units, and judges them."""
    chosen = {name: one for name, one in kinds().items() if given.kind is None or name in given.kind}
    mutants = make_mutants(units, chosen, given.mutants, given.seed)
    if given.json:
        mutants = ((unit, [one.in_json() for one in made]) for unit, made in mutants)
    for (unit, made), verdicts in judge_all(mutants, given):
        for mutant, verdict in zip(made, verdicts, strict=True):
            report.add_mutant(unit, mutant, verdict)
        _tell(f"{report.mutants.made} mutants")


def _tell(progress: str) -> None:
    """Shows how far it is, where somebody looks."""
    if sys.stderr.isatty():
        print(f"\r{progress}", end="", file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--modules", nargs="+", type=Path, required=True, help="folders with modules")
    parser.add_argument("--mutants", type=int, default=300, help="how many mutants to make")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", nargs="+", choices=kinds(), metavar="KIND", help="only these kinds")
    parser.add_argument("--kinds", action="store_true", help="list the kinds of mutation, and do nothing")
    parser.add_argument("--only-whole", action="store_true", help="make no mutants")
    parser.add_argument(
        "--units", type=Path, help="the JSON of an earlier report on the same folders: make mutants only"
    )
    parser.add_argument("--json", action="store_true", help="make mutants of the modules' JSON form")
    parser.add_argument("--largest", type=int, default=100_000, help="bytes of the largest unit to mutate")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--rules", nargs="+", default=LANGUAGE_RULES, help="patterns of rules that count")
    parser.add_argument("--without", nargs="*", default=tuple(NOT_JUDGED), help="rules that do not count")
    parser.add_argument("--report", type=Path, help="where to write REPORT.json and REPORT.md")
    parser.add_argument("--baseline", type=Path, help="the JSON of an earlier report to compare with")
    if "--kinds" in sys.argv[1:]:
        print("\n".join(kinds()))
        return 0
    given = parser.parse_args()
    report = compare(given)
    _tell("\n")
    content, text = report.as_json(), as_markdown(report)
    if given.report:
        given.report.with_suffix(".json").write_text(json.dumps(content, indent=1) + "\n", "utf-8")
        given.report.with_suffix(".md").write_text(text, "utf-8")
    print(text.partition("\n## ")[0].strip())
    if given.baseline:
        print("\n".join(changes(json.loads(given.baseline.read_text("utf-8")), content)))
    return 1 if report.false_alarms else 0


if __name__ == "__main__":
    sys.exit(main())
