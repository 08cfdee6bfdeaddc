"""For the tests of your own rules, with pytest or any other runner: golden cases, and texts before and after.

    import pytest

    from tffix.testing import Case, assert_golden, golden_cases

    @pytest.mark.parametrize("case", golden_cases("golden"), ids=str)
    def test_golden(case: Case) -> None:
        assert_golden(case)

Rules need not be installed: give the classes. All assertions raise AssertionError with a diff or a sentence.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from textwrap import dedent

from .engine.golden import Case, CaseError, find_cases
from .engine.golden_laws import Failure, run_case
from .engine.policy import Policy
from .engine.results import Found
from .engine.runner import check
from .rules.transform import Transform
from .scratch import scratch
from .terraform.project import read_project

Files = str | Mapping[str, str]
"""A module, or several: the text of `main.tf`, or texts by path. Their common indentation does not count."""


def golden_cases(folder: str | os.PathLike[str], *rules: type[Transform]) -> list[Case]:
    """The golden cases below a folder, in the order of their names; of installed rules, or of those given.

    Raises CaseError if there is none, or for a `case.toml` that cannot be used.
    """
    cases = find_cases(Path(folder).resolve(), {rule.name: rule for rule in rules})
    if not cases:
        raise CaseError(f"{os.fspath(folder)}: has no golden case: no folder with a folder `input` in it")
    return cases


def assert_golden(case: Case, *, validate: bool = False) -> None:
    """Asserts that a golden case has its expected result and breaks no law of golden cases.

    ``validate``: Terraform, too, must find the result no worse; that needs `tffix[validate]` and Terraform.
    """
    failures, after = run_case(case)
    if validate and not failures:
        failures = list(_validated(case, after))
    _assert_none(failures)


def assert_fixes(
    rule: type[Transform], before: Files, after: Files, *, options: Mapping[str, object] | None = None
) -> None:
    """Asserts that the fixes of a rule change files as is said, and that this breaks no law of golden cases:
    the result is formatted, resolves, and is not changed by another run.

    The rule runs as if the user had named it and nothing were deployed.
    """
    with scratch() as folder:
        case = Case(
            folder / rule.name / "case",
            (rule.name,),
            options={rule.name: options or {}},
            allow_replace=True,
            own={rule.name: rule},
        )
        _write(before, case.input)
        _write(after, case.folder / "expected")
        _assert_none(run_case(case)[0])


def assert_finds(
    rule: type[Transform], source: Files, *messages: str, options: Mapping[str, object] | None = None
) -> None:
    """Asserts that a rule finds exactly this, in the order of files and lines: each is a part of a finding's
    `PATH:LINE:COLUMN: MESSAGE: ADVICE`. Without messages: that it finds nothing."""
    with scratch() as folder:
        _write(source, folder / "input")
        with contextlib.chdir(folder / "input"):
            project = read_project(["."], alone=True)
            assert not project.errors, "\n".join(map(str, project.errors))
            result = check(project, [rule(options)], Policy())
    assert not result.defects, "\n".join(one.message for one in result.defects)
    result.sort()
    found = list(map(_line, result.found))
    pairs = zip_longest(messages, found)
    if not all(want is not None and got is not None and want in got for want, got in pairs):
        raise AssertionError(f"expected:{_listed(messages)}\nfound:{_listed(found)}")


def _validated(case: Case, after: Mapping[str, bytes]) -> Iterator[Failure]:
    from .cli.validating import errors_of_modules
    from .engine.golden_validation import is_to_validate, validate_cases

    if is_to_validate(case, after):
        with errors_of_modules() as errors:
            yield from validate_cases([(case, after)], errors)


def _assert_none(failures: list[Failure]) -> None:
    if failures:
        raise AssertionError("\n".join(f"{one.case}: {one.law}\n{one.detail}" for one in failures))


def _write(files: Files, folder: Path) -> None:
    for name, text in ({"main.tf": files} if isinstance(files, str) else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).removeprefix("\n"), "utf-8")


def _line(found: Found) -> str:
    told = ": ".join(filter(None, (found.message, found.advice)))
    return f"{found.path}:{found.line}:{found.column}: {told}"


def _listed(lines: list[str] | tuple[str, ...]) -> str:
    return "".join(f"\n  {line}" for line in lines) or "\n  (nothing)"


__all__ = [
    "Case",
    "CaseError",
    "Files",
    "assert_finds",
    "assert_fixes",
    "assert_golden",
    "golden_cases",
]
