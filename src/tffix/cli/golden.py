"""Runs golden cases and shows where results differ."""

from __future__ import annotations

from pathlib import Path

from ..report.colour import Palette, is_wanted
from ..report.text import count
from ..rules.golden import Failure, find_cases, run_case, update_case
from .request import UserError


def run_golden(path: str, update: bool, colour: bool | None) -> int:
    """Prints the laws that cases break; returns 0 if there are none, else 1. Raises CaseError."""
    folder = Path(path)
    if not folder.is_dir():
        raise UserError(f"{path}: no such folder")
    cases = find_cases(folder.resolve())
    if not cases:
        raise UserError(f"{path}: no golden case there, that is no folder with an input folder in it")
    palette = Palette(is_wanted(colour))
    broken = 0
    for case in cases:
        failures, after = run_case(case)
        if update and any(failure.law == "result" for failure in failures):
            update_case(case, after)
            print(f"{palette.bold(case.name)}: updated")
            failures = [failure for failure in failures if failure.law != "result"]
        broken += bool(failures)
        for failure in failures:
            _show(failure, palette)
    verdict = (
        f"{broken} of {count(len(cases), 'case')} failed" if broken else f"{count(len(cases), 'case')} passed"
    )
    print(palette.red(verdict) if broken else palette.green(verdict))
    return int(bool(broken))


def _show(failure: Failure, palette: Palette) -> None:
    print(f"{palette.bold(failure.case)}: {palette.red(failure.law)}")
    for line in failure.detail.splitlines():
        colour = palette.red if line.startswith("-") else palette.green if line.startswith("+") else str
        print(f"    {colour(line)}")
