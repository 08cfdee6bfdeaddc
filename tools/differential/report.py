"""The report of a comparison: what is counted and listed, as JSON and as Markdown."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from differential.judging import Verdict
from differential.matching import Match, Matched, before_plan, match, unmatched
from differential.mutants import Mutant
from differential.units import Unit
from tffix.engine.results import Found

WHOLE = "(whole)"
"""The kind of what was not mutated."""
PARTIAL = "(whole, files unknown)"
"""The same for units with files that Terragrunt writes, or that cannot be parsed: `check` is careful."""


@dataclass(slots=True)
class Counts:
    """The figures of one kind of mutation, or of whole units. `made` are units, the others but `rejected` and
    `failed` errors of Terraform; `false_alarms` are findings, and so are those in what only a plan rejects,
    `before_plan`."""

    made: int = 0
    rejected: int = 0
    failed: int = 0
    same_line: int = 0
    elsewhere: int = 0
    missed: int = 0
    false_alarms: int = 0
    before_plan: int = 0

    @property
    def errors(self) -> int:
        return self.same_line + self.elsewhere + self.missed

    def add(self, other: Counts) -> None:
        for name, value in asdict(other).items():
            setattr(self, name, getattr(self, name) + value)


@dataclass(frozen=True, slots=True)
class Entry:
    """One disagreement. `source` is the line that it is about, `said` what the one that speaks says."""

    kind: str
    path: str
    line: int
    said: str
    source: str
    rules: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, int, str]:
        return self.kind, self.path, self.line, self.said


@dataclass(slots=True)
class Report:
    """All figures and disagreements. Paths are relative to `base`."""

    terraform: str
    seed: int
    base: Path
    modules: set[Path] = field(default_factory=set)
    accepted_modules: set[Path] = field(default_factory=set)
    mutable: list[str] = field(default_factory=list)  # the units that mutants are made of
    kinds: dict[str, Counts] = field(default_factory=dict)
    found_by: Counter[tuple[str, str]] = field(default_factory=Counter)  # summary and rule
    summaries: dict[str, Counts] = field(default_factory=dict)
    missed: list[Entry] = field(default_factory=list)
    elsewhere: list[Entry] = field(default_factory=list)
    false_alarms: list[Entry] = field(default_factory=list)
    before_plan: list[Entry] = field(default_factory=list)
    unconfirmed: list[Entry] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def add_whole(self, unit: Unit, verdict: Verdict) -> None:
        self.modules.update(unit.directories)
        if verdict.is_accepted:
            self.accepted_modules.update(unit.directories)
        self._add(PARTIAL if verdict.has_unknown_files else WHOLE, unit, verdict, {}, is_whole=True)

    def add_mutant(self, unit: Unit, mutant: Mutant, verdict: Verdict) -> None:
        self._add(mutant.kind, unit, verdict, mutant.contents, is_whole=False)

    def _add(
        self, kind: str, unit: Unit, verdict: Verdict, contents: dict[str, bytes], is_whole: bool
    ) -> None:
        counts = self.kinds.setdefault(kind, Counts())
        counts.made += 1
        if verdict.failure:
            counts.failed += 1
            self.failures.append(f"{self.shown(str(unit.root))}: {kind}: {verdict.failure}")
            return
        counts.rejected += not verdict.is_accepted
        lines = _Lines(contents)
        for one in match(verdict, anywhere=not is_whole):
            self._count(counts, kind, one, lines)
        for found in unmatched(verdict):
            entry = self._of_finding(kind, found, lines)
            if not verdict.is_accepted:
                self.unconfirmed += [entry] if is_whole else []
            elif before_plan(found, verdict, anywhere=not is_whole):
                counts.before_plan += 1
                self.before_plan.append(entry)
            else:
                counts.false_alarms += 1
                self.false_alarms.append(entry)

    def _count(self, counts: Counts, kind: str, one: Matched, lines: _Lines) -> None:
        error = one.error
        of_summary = self.summaries.setdefault(error.summary, Counts())
        entry = Entry(
            kind,
            self.shown(error.path),
            error.line,
            f"{error.summary}: {error.detail}",
            lines.at(error.path, error.line),
            one.rules,
        )
        for figures in (counts, of_summary):
            figures.same_line += one.match is Match.SAME_LINE
            figures.elsewhere += one.match is Match.ELSEWHERE
            figures.missed += one.match is Match.MISSED
        if one.match is Match.MISSED:
            self.missed.append(entry)
        elif one.match is Match.ELSEWHERE:
            self.elsewhere.append(entry)
        else:
            self.found_by.update((error.summary, rule) for rule in one.rules)

    def _of_finding(self, kind: str, one: Found, lines: _Lines) -> Entry:
        source = lines.at(one.path, one.line)
        return Entry(kind, self.shown(one.path), one.line, one.message, source, (one.rule,))

    def shown(self, path: str) -> str:
        """A path as the report has it."""
        return os.path.relpath(path, self.base)

    @property
    def mutants(self) -> Counts:
        """The figures of all mutants together."""
        total = Counts()
        for kind, counts in self.kinds.items():
            if kind not in (WHOLE, PARTIAL):
                total.add(counts)
        return total

    def as_json(self) -> dict[str, Any]:
        return {
            "terraform": self.terraform,
            "seed": self.seed,
            "modules": len(self.modules),
            "accepted-modules": len(self.accepted_modules),
            "mutable": self.mutable,
            "kinds": {kind: asdict(counts) for kind, counts in sorted(self.kinds.items())},
            "summaries": {summary: asdict(counts) for summary, counts in sorted(self.summaries.items())},
            "found-by": [[*key, count] for key, count in sorted(self.found_by.items())],
            **{name: [asdict(one) for one in entries] for name, entries in self.lists().items()},
            "failures": self.failures,
        }

    def lists(self) -> dict[str, list[Entry]]:
        return {
            "false-alarms": self.false_alarms,
            "missed": self.missed,
            "elsewhere": self.elsewhere,
            "unconfirmed": self.unconfirmed,
            "before-plan": self.before_plan,
        }


class _Lines:
    """The lines of files, of which some have other contents."""

    def __init__(self, contents: dict[str, bytes]) -> None:
        self.contents = contents

    def at(self, path: str, line: int) -> str:
        if line == 0 or not (path in self.contents or os.path.isfile(path)):
            return ""
        data = self.contents.get(path) or Path(path).read_bytes()
        lines = data.decode("utf-8", "replace").splitlines()
        return lines[line - 1].strip() if line <= len(lines) else ""


def as_markdown(report: Report) -> str:
    """The report for its readers."""
    return "\n".join(_markdown(report)) + "\n"


def _markdown(report: Report) -> Iterator[str]:
    total = report.mutants
    yield f"# `tffix check` and `terraform validate` ({report.terraform}), seed {report.seed}\n"
    yield f"- {len(report.modules)} modules, of which Terraform accepts {len(report.accepted_modules)}."
    for kind in (WHOLE, PARTIAL):
        counts = report.kinds.get(kind, Counts())
        yield f"- {kind}: {counts.made} units; Terraform rejects {counts.rejected}, with {_found(counts)}."
    yield f"- {total.made} mutants; Terraform rejects {total.rejected}, with {_found(total)}."
    early, false = len(report.before_plan), len(report.false_alarms)
    yield f"- {early} findings of what validation accepts and a plan rejects."
    yield f"- {false} false alarms, {total.false_alarms} of them in mutants.\n"
    yield "## By kind of mutation\n"
    header = (
        "made",
        "rejected",
        "errors",
        "same line",
        "elsewhere",
        "missed",
        "false alarms",
        "before plan",
        "failed",
    )
    yield from _table(("kind", *header), ((kind, *_row(one)) for kind, one in sorted(report.kinds.items())))
    yield "\n## By Terraform's message\n"
    by_missed = sorted(report.summaries.items(), key=lambda one: (-one[1].missed - one[1].elsewhere, one[0]))
    rows = ((text, one.errors, one.same_line, one.elsewhere, one.missed) for text, one in by_missed)
    yield from _table(("message", "errors", "same line", "elsewhere", "missed"), rows)
    yield "\n## Which rules find what\n"
    yield from _table(
        ("message", "rule", "errors"), ((*key, n) for key, n in sorted(report.found_by.items()))
    )
    for title, entries in report.lists().items():
        yield f"\n## {title.capitalize().replace('-', ' ')} ({len(entries)})\n"
        for one in entries:
            rules = f" [{', '.join(one.rules)}]" if one.rules else ""
            yield f"- {one.kind} {one.path}:{one.line}:{rules} {one.said}\n  `{one.source}`"
    if report.failures:
        yield "\n## Not judged\n"
        yield from (f"- {one}" for one in report.failures)


def _found(counts: Counts) -> str:
    """How many errors there are, and how many are found, in figures and per cent."""
    parts = (
        (counts.same_line, "at the same line"),
        (counts.elsewhere, "elsewhere"),
        (counts.missed, "missed"),
    )
    size = counts.errors or 1
    shares = ", ".join(f"{count} {where} ({count / size:.1%})" for count, where in parts)
    return f"{counts.errors} errors: {shares}"


def _row(one: Counts) -> tuple[int, ...]:
    return (
        one.made,
        one.rejected,
        one.errors,
        one.same_line,
        one.elsewhere,
        one.missed,
        one.false_alarms,
        one.before_plan,
        one.failed,
    )


def _table(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + " --- |" * len(header)
    for row in rows:
        yield "| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |"
