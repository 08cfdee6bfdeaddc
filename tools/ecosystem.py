"""Runs every rule over real repositories, in memory, and holds the outcome to tffix's promises.

    python tools/ecosystem.py FOLDER... [--diff FILE] [--profile NAME] [--rules RULE,...]
        [--validate]

For each folder: what the rules found and fixed, whether every result parses, whether what was formatted
still is, whether a second run changes nothing, whether a rule failed and, with --validate, whether a root
module has validation errors afterwards that it did not have before. Exits with 1 if a promise is broken.
Nothing is written but the diff.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from tffix.engine.difference import unified
from tffix.engine.policy import Policy
from tffix.engine.results import Result
from tffix.engine.runner import repair
from tffix.hcl.layout import formatted
from tffix.projection import read
from tffix.rules.registry import PROFILES, in_profile, select
from tffix.terraform.discovery import NATIVE
from tffix.terraform.project import Project, read_project
from tffix.validate import Validator


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--diff", type=Path)
    arguments.add_argument("--rules")
    arguments.add_argument("--profile", choices=PROFILES, default="deploy")
    arguments.add_argument("--validate", action="store_true")
    given = arguments.parse_args()
    rules = select(given.rules.split(",") if given.rules else in_profile(given.profile), (), {})
    broken: list[str] = []
    diff: list[str] = []
    totals: Counter[str] = Counter()
    validator = Validator() if given.validate else None
    for folder in given.folders:
        project = read_project([str(folder)])
        result = repair(project, rules, Policy())
        broken += [f"{folder}: {one.rule} {one.path}: {one.message}" for one in result.defects]
        broken += list(_formatting(result))
        again = repair(_reread(project), rules, Policy())
        broken += [f"{one.path}: a second run changes it" for one in again.changes]
        diff += [unified(one.old or b"", one.new, one.path, one.path) for one in result.changes]
        totals.update(f"fixed {one.rule}" for one in result.fixed)
        totals.update(f"left  {one.rule}" for one in result.found)
        validity = ""
        if validator is not None:
            before, after, worse = validate(validator, project, result)
            broken += worse
            validity = f", validation errors {before} before, {after} after"
        told = f"{result.modules} modules, {len(result.fixed)} fixed, {len(result.found)} left"
        print(f"{folder}: {told}{validity}", flush=True)
    if validator is not None:
        validator.close()
    for name, count in sorted(totals.items()):
        print(f"{count:6} {name}")
    if given.diff:
        given.diff.write_text("\n".join(diff), "utf-8")
    print(*broken, f"{len(broken)} promises broken", sep="\n")
    return 1 if broken else 0


def validate(validator: Validator, project: Project, result: Result) -> tuple[int, int, list[str]]:
    """Errors of all root modules before and after, and those that came with the fixes."""
    before = after = 0
    worse: list[str] = []
    contents = {Path(change.path).absolute(): change.new for change in result.changes}
    for module in project.modules.values():
        if module.callers or module.language != "hcl":
            continue
        old = [(e.summary, e.detail) for e in validator.validate(Path(module.path)).errors]
        new = [(e.summary, e.detail) for e in validator.validate(Path(module.path), contents).errors]
        before, after = before + len(old), after + len(new)
        worse += [f"{module.path}: got {summary}: {detail}" for summary, detail in sorted({*new} - {*old})]
    return before, after, worse


def _formatting(result: Result) -> list[str]:
    return [
        f"{change.path}: was formatted and is not any more"
        for change in result.changes
        if change.path.endswith(NATIVE) and _is_formatted(change.old) and not _is_formatted(change.new)
    ]


def _is_formatted(data: bytes | None) -> bool:
    text = (data or b"").decode("utf-8").removeprefix("\ufeff")
    return formatted(text) == text


def _reread(project: Project) -> Project:
    """The project as if it had been written and read again."""
    for module in project.modules.values():
        files = {name: read(file.original, file.path) for name, file in module.files.items() if file.original}
        module.files = {name: file for name, file in files.items() if file is not None}
    project.tie()
    return project


if __name__ == "__main__":
    sys.exit(main())
