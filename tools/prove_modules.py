"""Proves the fixes of all rules over real repositories, by plans against simulated deployments.

    python tools/prove_modules.py FOLDER... [--profile NAME] [--rules RULE,...] [--most N] [--jobs N]
        [--only-changed] [--report FILE]

Takes the root modules of each folder, at most N of each, and repairs a copy. A module as it was is deployed
in simulation; what it is with the fixes is planned against that twice: as `apply --prove` does it, from files
in memory, and as `plan --from DIR` does it, from the repaired copy. A module without fixes is planned
against itself, which must do nothing.

Prints a table: planned, not planned by reason, announced and unannounced actions. Exits with 1 if anything
happens that no fix announces, if a module without fixes changes, or if the two plans differ.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tffix.engine.policy import Policy
from tffix.engine.results import Change, Found
from tffix.engine.runner import repair
from tffix.plan import Deployment, NotPlanned, Planner, Tree
from tffix.plan.proving import Announcement, beyond_usual, unannounced
from tffix.rules.registry import PROFILES, in_profile, select
from tffix.rules.transform import Transform
from tffix.scratch import scratch
from tffix.terraform.components import Component, components
from tffix.terraform.discovery import find_modules
from tffix.terraform.project import read_modules
from tffix.terraform.roots import roots
from tffix.validate import ValidateError

TIME_LIMIT = 600
"""Seconds that one run of Terraform may take: several modules are planned at once, and some are large."""


@dataclass(frozen=True, slots=True)
class Work:
    """A root module, the files below its folder that fixes change, and the fixes."""

    folder: Path
    root: Path
    changes: tuple[Change, ...]
    fixed: tuple[Found, ...]


@dataclass(slots=True)
class Verdict:
    """What became of one root module. ``reason`` says why it is not planned, ``detail`` the same in full, and
    ``is_invalid`` that Terraform rejects it as it is."""

    folder: str
    module: str
    fixes: dict[str, int] = field(default_factory=dict)
    reason: str = ""
    detail: str = ""
    is_invalid: bool = False
    announced: list[str] = field(default_factory=list)
    unannounced: list[str] = field(default_factory=list)
    restless: list[str] = field(default_factory=list)
    """What a plan against itself does, in a module without fixes."""
    differs: list[str] = field(default_factory=list)
    """Actions that only one of the two plans has."""

    @property
    def is_wrong(self) -> bool:
        return bool(self.unannounced or self.restless or self.differs)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--profile", choices=PROFILES, default="all")
    parser.add_argument("--rules", help="the rules to run, in place of a profile's")
    parser.add_argument("--most", type=int, default=10**6, help="root modules of each folder")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only-changed", action="store_true", help="leave out modules without fixes")
    parser.add_argument("--report", type=Path, help="writes all verdicts there, as JSON")
    given = parser.parse_args()
    names = given.rules.split(",") if given.rules else in_profile(given.profile)
    rules = select(names, (), {})
    verdicts: list[Verdict] = []
    with Planner(time_limit=TIME_LIMIT) as planner, ThreadPoolExecutor(given.jobs) as pool:
        for folder in given.folders:
            with scratch() as copy:
                work = list(work_below(folder.absolute(), copy / "after", rules, given.only_changed))
                chosen = spread(work, given.most)
                verdicts += pool.map(lambda one, after=copy / "after": judged(planner, one, after), chosen)
            report_on(folder, [one for one in verdicts if one.folder == str(folder.absolute())])
            if given.report:
                given.report.write_text(json.dumps([asdict(one) for one in verdicts], indent=1), "utf-8")
    print(*table(verdicts), sep="\n")
    return int(any(one.is_wrong for one in verdicts))


def spread(work: Sequence[Work], most: int) -> list[Work]:
    """At most so many, from all over; those with fixes before others."""
    ordered = sorted(work, key=lambda one: not one.changes)
    with_fixes = [one for one in ordered if one.changes]
    if len(with_fixes) >= most:
        ordered = with_fixes
    step = max(1, len(ordered) / most) if most else 1
    return [ordered[int(at * step)] for at in range(min(most, len(ordered)))]


def work_below(folder: Path, after: Path, rules: Sequence[Transform], only_changed: bool) -> Iterator[Work]:
    """The root modules of a folder; writes a repaired copy of it."""
    shutil.copytree(folder, after, symlinks=True, ignore=shutil.ignore_patterns(".git"))
    policy = Policy(allow_replace=True, named=frozenset(one.name for one in rules))
    for component in components(find_modules([str(folder)])):
        yield from _work_of(folder, component, after, rules, policy, only_changed)


def _work_of(
    folder: Path,
    component: Component,
    after: Path,
    rules: Sequence[Transform],
    policy: Policy,
    only_changed: bool,
) -> Iterator[Work]:
    project = read_modules(component)
    top = [Path(os.path.abspath(one.path)) for one in roots(project)]
    result = repair(project, rules, policy)
    if only_changed and not result.changes:
        return
    for change in result.changes:
        target = after / Path(os.path.abspath(change.path)).relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(change.new)
    yield from (Work(folder, root, tuple(result.changes), tuple(result.fixed)) for root in top)


def judged(planner: Planner, work: Work, after: Path) -> Verdict:
    name = os.path.relpath(work.root, work.folder)
    fixes = Counter(one.rule for one in work.fixed)
    verdict = Verdict(str(work.folder), name, dict(fixes))
    try:
        with planner.deployed(Tree(work.root)) as deployment:
            _judge(deployment, work, after / name, verdict)
    except (NotPlanned, ValidateError, OSError) as error:
        verdict.reason, verdict.detail = kind_of(error, work.root), str(error)
        verdict.is_invalid = bool(planner.validator.validate(work.root).errors)
    return verdict


def _judge(deployment: Deployment, work: Work, after: Path, verdict: Verdict) -> None:
    if not work.changes:
        if not _reads_time(work.root):
            verdict.restless = [str(one) for one in deployment.plan(deployment.module).actions]
        return
    contents = {Path(os.path.abspath(one.path)): one.new for one in work.changes}
    try:
        plan = deployment.plan(Tree(work.root, contents))
        copied = deployment.plan(Tree(after, place=work.root))
    except NotPlanned as error:
        verdict.unannounced = [f"it cannot be planned any more: {error}"]
        return
    strange = beyond_usual(deployment, unannounced(plan, announcements(work.fixed)))
    verdict.unannounced = [str(one) for one in strange]
    verdict.announced = [str(one) for one in plan.actions if one not in strange]
    verdict.differs = sorted({*map(str, plan.actions)} ^ {*map(str, copied.actions)})


def _reads_time(root: Path) -> bool:
    """Whether a module has what differs at every plan."""
    return any("timestamp()" in one.read_text("utf-8", "replace") for one in root.rglob("*.tf"))


def announcements(fixed: Iterable[Found]) -> list[Announcement]:
    return [
        Announcement(Path(os.path.abspath(os.path.dirname(one.path))), one.address, one.impact.value)
        for one in fixed
    ]


def kind_of(error: Exception, root: Path) -> str:
    """Why a module is not planned, without what is its own."""
    told = error.diagnostics[0].summary if isinstance(error, NotPlanned) and error.diagnostics else str(error)
    told = " ".join(told.replace(str(root), "").split())
    return re.sub(r"\S*/\S*", "…", re.sub(r'"[^"]*"', '"…"', told))[:100]


def report_on(folder: Path, verdicts: Sequence[Verdict]) -> None:
    planned = [one for one in verdicts if not one.reason]
    print(f"{folder.name}: {len(verdicts)} modules, {len(planned)} planned", flush=True)
    for one in verdicts:
        for kind in ("unannounced", "restless", "differs"):
            for action in getattr(one, kind):
                print(f"  {one.module}: {kind}: {action}", flush=True)


def table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The figures by folder, then why modules are not planned, then what rules announced."""
    yield "| repository | modules | valid | planned | with fixes | announced | not announced |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    folders: Mapping[str, None] = dict.fromkeys(one.folder for one in verdicts)
    for folder in (*folders, ""):
        those = [one for one in verdicts if not folder or one.folder == folder]
        planned = [one for one in those if not one.reason]
        figures = (
            len(those),
            len(those) - sum(one.is_invalid for one in those),
            len(planned),
            sum(bool(one.fixes) for one in planned),
            sum(len(one.announced) for one in planned),
            sum(len(one.unannounced) + len(one.restless) for one in planned),
        )
        yield f"| {Path(folder).name if folder else 'all'} | " + " | ".join(map(str, figures)) + " |"
    yield ""
    reasons = Counter((one.is_invalid, one.reason) for one in verdicts if one.reason)
    for (is_invalid, reason), number in sorted(reasons.items(), key=lambda one: (one[0][0], -one[1])):
        yield f"{number:5} not planned{' (Terraform rejects it)' if is_invalid else ''}: {reason}"
    verbs = Counter(action.split(" ", 1)[0] for one in verdicts for action in one.announced)
    yield "".join(f"{number:5} announced: {verb}\n" for verb, number in verbs.most_common())


if __name__ == "__main__":
    sys.exit(main())
