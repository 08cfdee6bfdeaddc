"""The law that no golden result validates worse than its input, with a Terraform that is a function."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tffix.engine.golden import Case, find_cases
from tffix.engine.golden_validation import LAW, is_to_validate, validate_cases


class Terraform:
    """Finds an error in every line that has one, of whatever file of the module."""

    def __init__(self) -> None:
        self.validated: list[str] = []
        self.seen: list[set[str]] = []

    def __call__(self, directory: str, contents: Mapping[str, bytes]) -> set[str]:
        files = [path for path in Path(directory).iterdir() if path.is_file()]
        self.validated.append(Path(directory).name)
        self.seen.append({path.name for path in files})
        lines = [line for path in files for line in path.read_text().splitlines()]
        return {line for line in lines if "error" in line}


@pytest.fixture
def terraform() -> Terraform:
    return Terraform()


def case_of(folder: Path, files: Mapping[str, str], toml: str = "") -> Case:
    case = folder / "some-rule" / "some-case"
    for name, text in files.items():
        (case / "input" / name).parent.mkdir(parents=True, exist_ok=True)
        (case / "input" / name).write_text(text)
    (case / "case.toml").write_text(toml)
    return find_cases(folder)[0]


def brought(case: Case, after: Mapping[str, bytes], terraform: Terraform) -> list[str]:
    failures = list(validate_cases([(case, after)], terraform))
    assert all((one.case, one.law) == ("some-rule/some-case", LAW) for one in failures)
    return [one.detail for one in failures]


def test_an_error_that_the_input_does_not_have_breaks_the_law(tmp_path: Path, terraform: Terraform) -> None:
    case = case_of(tmp_path, {"main.tf": "# error 1\n"})
    assert brought(case, {"main.tf": b"# error 1\n# error 3\n# error 2\n"}, terraform) == [
        "# error 2\n# error 3"
    ]


def test_errors_that_the_input_has_break_nothing(tmp_path: Path, terraform: Terraform) -> None:
    case = case_of(tmp_path, {"main.tf": "# error 1\n# error 2\n"})
    assert brought(case, {"main.tf": b"\n# error 2\n"}, terraform) == []
    assert terraform.validated == ["result", "input"]


def test_an_input_is_not_validated_if_its_result_has_no_errors(tmp_path: Path, terraform: Terraform) -> None:
    case = case_of(tmp_path, {"main.tf": "# error 1\n"})
    assert brought(case, {"main.tf": b"# fine\n"}, terraform) == []
    assert terraform.validated == ["result"]


def test_the_result_has_the_other_files_of_the_input(tmp_path: Path, terraform: Terraform) -> None:
    case = case_of(tmp_path, {"main.tf": "# 1\n", "gone.tf": "# 2\n", "policy.json": "{}\n"})
    brought(case, {"main.tf": b"# 1\n# 2\n", "new.tf": b"# 3\n"}, terraform)
    assert terraform.seen == [{"main.tf", "new.tf", "policy.json"}]


def test_every_root_module_is_validated_and_named(tmp_path: Path, terraform: Terraform) -> None:
    call = 'module "one" {\n  source = "../one"\n}\n'
    case = case_of(tmp_path, {"one/main.tf": "# fine\n", "a/main.tf": call, "b/main.tf": "# fine\n"})
    after = {"one/main.tf": b"# error 1\n", "a/main.tf": call.encode(), "b/main.tf": b"# error 2\n"}
    assert brought(case, after, terraform) == ["b: # error 2"]
    assert sorted(terraform.validated) == ["a", "b", "b"]


def test_the_errors_of_a_new_root_module_are_all_new(tmp_path: Path, terraform: Terraform) -> None:
    case = case_of(tmp_path, {"a/main.tf": "# fine\n"})
    after = {"a/main.tf": b"# fine\n", "b/main.tf": b"# error 1\n"}
    assert brought(case, after, terraform) == ["b: # error 1"]


def test_what_is_to_be_validated(tmp_path: Path) -> None:
    case = case_of(tmp_path, {"main.tf": "# 1\n"})
    assert is_to_validate(case, {"main.tf": b"# 2\n"})
    assert not is_to_validate(case, {"main.tf": b"# 1\n"})
    case = case_of(tmp_path, {"main.tf": "# 1\n"}, 'validation = "the schema is older"\n')
    assert not is_to_validate(case, {"main.tf": b"# 2\n"})


def test_cases_are_told_in_their_order(tmp_path: Path, terraform: Terraform) -> None:
    case = case_of(tmp_path, {"main.tf": "# 1\n"})
    results = [(case, {"main.tf": f"# error {number}\n".encode()}) for number in range(5)]
    assert [one.detail for one in validate_cases(results, terraform, jobs=3)] == [
        f"# error {number}" for number in range(5)
    ]
