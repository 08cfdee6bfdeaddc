"""Runs golden cases and shows where results differ, and where they validate worse."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.golden import Case, find_cases, update_case
from ..engine.golden_laws import Failure, run_fixes
from ..engine.golden_planning import Fixed
from ..report.colour import Palette, is_wanted
from ..report.shown import shown, shown_body
from ..report.text import count
from ..rules.registry import NOTHING
from ..user_error import UserError

if TYPE_CHECKING:
    from ..rules.script import Script


def run_golden(
    path: str | None,
    update: bool,
    validate: bool | None,
    colour: bool | None,
    script: Script | None = None,
    plan: bool = False,
) -> int:
    """Prints the laws that cases break; returns 0 if there are none, else 1. Raises CaseError.

    ``path`` None is the folder ``golden``, here or beside the script. ``validate`` None is to validate if
    that is possible, True to raise UserError if it is not. With ``plan`` results are planned too, and what
    cannot be planned is listed.
    """
    if path is None:
        path = str(Path(script.name).with_name("golden")) if script is not None else "golden"
    folder = Path(path)
    if not folder.is_dir():
        raise UserError(f"{path}: no such folder")
    cases = find_cases(folder.resolve(), script.transforms if script is not None else NOTHING)
    if not cases:
        raise UserError(f"{path}: has no golden case: no folder with a folder `input` in it")
    palette = Palette(is_wanted(colour))
    broken: set[str] = set()
    results: list[tuple[Case, Mapping[str, bytes]]] = []
    fixed: list[Fixed] = []

    def tell(failure: Failure) -> None:
        broken.add(failure.case)
        _show(failure, palette)

    for case in cases:
        failures, after, fixes = run_fixes(case)
        results.append((case, after))
        fixed.append(Fixed(case, after, fixes))
        if update and any(failure.law == "result" for failure in failures):
            update_case(case, after)
            print(f"{palette.bold(shown(case.name))}: updated")
            failures = [failure for failure in failures if failure.law != "result"]
        for failure in failures:
            tell(failure)
    failures, validated = _validated(results, validate)
    for failure in failures:
        tell(failure)
    if plan:
        failures, planned = _planned(fixed, palette)
        for failure in failures:
            tell(failure)
        validated += planned
    all_cases = count(len(cases), "case")
    verdict = f"{len(broken)} of {all_cases} failed" if broken else f"{all_cases} passed"
    verdict += validated
    print(palette.red(verdict) if broken else palette.green(verdict))
    return int(bool(broken))


def _validated(
    results: list[tuple[Case, Mapping[str, bytes]]], validate: bool | None
) -> tuple[list[Failure], str]:
    """The cases that validate worse, and what to say of how many were validated."""
    from ..engine.golden_validation import is_to_validate, validate_cases
    from ..validate import ValidateError
    from .validating import errors_of_modules

    if validate is False:
        return [], "; not validated: --no-validate"
    wanted = [(case, after) for case, after in results if is_to_validate(case, after)]
    exempt = sum(bool(case.validation) for case, _ in results)
    left_out = f", {exempt} left out by case.toml" if exempt else ""
    try:
        with errors_of_modules() as errors:
            failures = list(validate_cases(wanted, errors))
    except ValidateError as error:  # one that arises while Terraform runs
        raise UserError(str(error)) from error
    except UserError as error:
        if validate:
            raise
        return [], f"; not validated: {error}"
    return failures, f", {len(wanted)} validated{left_out}"


def _planned(fixed: list[Fixed], palette: Palette) -> tuple[list[Failure], str]:
    """The cases whose plans do what nobody announces, and what to say of how many were planned. Shows those
    that cannot be planned."""
    from ..engine.golden_planning import plan_cases
    from .proving import proofs_of_modules

    wanted = [one for one in fixed if one.is_to_plan]
    failures: list[Failure] = []
    left = 0
    with proofs_of_modules() as prove:
        for case, broken, why in plan_cases(wanted, prove):
            failures += broken
            if why:
                left += 1
                print(f"{palette.bold(shown(case.name))}: {palette.yellow('not planned')}: {shown(why)}")
    return failures, f", {len(wanted) - left} planned, {left} that cannot be planned"


def _show(failure: Failure, palette: Palette) -> None:
    print(f"{palette.bold(shown(failure.case))}: {palette.red(failure.law)}")
    for line in map(shown_body, failure.detail.removesuffix("\n").split("\n")):
        colour = palette.red if line.startswith("-") else palette.green if line.startswith("+") else str
        print(f"    {colour(line)}")
