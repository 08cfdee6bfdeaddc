"""The law that a golden result does only what its findings announce, with a plan that is a function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tffix.engine.golden import Case, CaseError, find_cases
from tffix.engine.golden_planning import LAW, Fixed, plan_cases
from tffix.engine.proof import Proof
from tffix.engine.results import Found
from tffix.rules.transform import Impact


class Plans:
    """Each line that the result has and the input has not is an action; one with "strange" is unannounced."""

    def __init__(self) -> None:
        self.fixes: list[str] = []

    def __call__(self, directory: str, contents: Mapping[str, bytes], fixed: Sequence[Found]) -> Proof:
        self.fixes += [str(Path(one.path).relative_to(directory)) for one in fixed]
        text = (Path(directory) / "main.tf").read_text()
        if "none" in text:
            return Proof(not_proved="it has none")
        new = contents[f"{directory}/main.tf"].decode()
        done = tuple(line for line in new.splitlines() if line not in text)
        return Proof("", done, tuple(line for line in done if "strange" in line))


def case_of(folder: Path, text: str, toml: str = "") -> Case:
    case = folder / "some-rule" / "some-case"
    (case / "input").mkdir(parents=True)
    (case / "input" / "main.tf").write_text(text)
    (case / "case.toml").write_text(toml)
    return find_cases(folder)[0]


def judged(case: Case, after: str) -> tuple[list[str], str]:
    """What breaks the law, and why there is no plan."""
    fix = Found("some-rule", "m", "main.tf", 1, 1, "a.b", Impact.NONE)
    plans = Plans()
    ((_, failures, why),) = plan_cases([Fixed(case, {"main.tf": after.encode()}, [fix])], plans)
    assert plans.fixes == ["main.tf"]
    assert all((one.case, one.law) == ("some-rule/some-case", LAW) for one in failures)
    return [one.detail for one in failures], why


def test_what_is_announced_breaks_nothing(tmp_path: Path) -> None:
    assert judged(case_of(tmp_path, "# a\n"), "# a\n# b\n") == ([], "")


def test_what_is_not_announced_breaks_the_law(tmp_path: Path) -> None:
    assert judged(case_of(tmp_path, "# a\n"), "# strange\n# b\n") == (["# strange"], "")


def test_what_has_no_plan_is_told(tmp_path: Path) -> None:
    assert judged(case_of(tmp_path, "# none\n"), "# b\n") == ([], ".: it has none")


@pytest.mark.parametrize(
    ("plan", "broken"),
    [
        ("['# strange', '# b']", []),
        ("['# strange thing']", ["expected: # strange thing\nnot expected: # strange\nnot expected: # b"]),
        ("['# b']", ["not expected: # strange"]),
        ("[]", ["not expected: # strange\nnot expected: # b"]),
    ],
)
def test_what_a_case_expects_counts_instead(tmp_path: Path, plan: str, broken: list[str]) -> None:
    assert judged(case_of(tmp_path, "# a\n", f"plan = {plan}"), "# strange\n# b\n") == (broken, "")


def test_a_case_that_expects_something_must_have_a_plan(tmp_path: Path) -> None:
    broken, _ = judged(case_of(tmp_path, "# none\n", "plan = []"), "# b\n")
    assert broken == ["not expected: .: it has none"]


def test_which_cases_are_planned(tmp_path: Path) -> None:
    case = case_of(tmp_path, "# a\n")
    assert Fixed(case, {"main.tf": b"# b\n"}, []).is_to_plan
    assert not Fixed(case, {"main.tf": b"# a\n"}, []).is_to_plan
    left_out = case_of(tmp_path / "other", "# a\n", 'not-planned = "a reason"')
    assert not Fixed(left_out, {"main.tf": b"# b\n"}, []).is_to_plan


def test_a_reason_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="'not-planned' says no reason"):
        case_of(tmp_path, "# a\n", 'not-planned = " "')
