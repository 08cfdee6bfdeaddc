"""tffix golden: runs cases, shows what differs, updates what is expected, validates where it can."""

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

THING = 'resource "example_thing" "a" {\n  old = 1\n}\n'
FIXED = THING.replace("old", "new")
OUTPUT = '\noutput "a" {\n  value = var.b\n}\n'
WORSE = '[options.test-old-name]\nbecomes = "for_each"\n'
NOT_VALIDATED = "; not validated: --no-validate\n"

has_grpc = importlib.util.find_spec("grpc") is not None
needs_validation = pytest.mark.skipif(
    not has_grpc or shutil.which("terraform") is None, reason="terraform or grpcio is not installed"
)


@pytest.fixture
def case(write) -> Path:
    path: Path = write("golden/test-old-name/simple/input/main.tf", THING)
    return path.parents[1]


@pytest.fixture
def golden(tffix):
    """Runs what needs no Terraform."""
    return lambda *arguments: tffix("golden", "--no-validate", *arguments)


def test_a_case_that_holds(golden, write, case):
    write("golden/test-old-name/simple/expected/main.tf", FIXED)
    ran = golden()
    assert (ran.code, ran.out) == (0, "1 case passed" + NOT_VALIDATED)


def test_a_case_that_differs_is_shown_as_a_diff(golden, case):
    ran = golden(str(case))
    assert ran.code == 1
    assert ran.out == (
        "test-old-name/simple: result\n"
        "    --- expected/main.tf\n"
        "    +++ result/main.tf\n"
        "    @@ -1,3 +1,3 @@\n"
        '     resource "example_thing" "a" {\n'
        "    -  old = 1\n"
        "    +  new = 1\n"
        "     }\n"
        "1 of 1 case failed" + NOT_VALIDATED
    )


def test_update_makes_the_result_what_is_expected(golden, case):
    ran = golden("--update")
    assert (ran.code, ran.out) == (0, "test-old-name/simple: updated\n1 case passed" + NOT_VALIDATED)
    assert (case / "expected/main.tf").read_text() == FIXED
    assert golden().code == 0
    (case / "case.toml").write_text('rules = ["test-person"]\n')
    assert golden("--update").code == 0
    assert not (case / "expected").exists()


def test_findings_and_options_of_a_case(golden, write, case):
    write("golden/test-old-name/simple/expected/main.tf", THING.replace("old", "newer"))
    toml = 'rules = ["test-old-name", "test-person"]\n[options.test-old-name]\nbecomes = "newer"\n'
    write("golden/test-old-name/simple/case.toml", "findings = []\n" + toml)
    assert golden().code == 0
    write("golden/test-old-name/simple/case.toml", 'findings = ["something to do"]\n' + toml)
    ran = golden()
    assert ran.code == 1
    assert "expected:\n      something to do\n    found:\n      (nothing)\n" in ran.out


def test_a_result_that_is_not_formatted(golden, write, case):
    odd = 'resource "example_thing" "a" {\n  x = 1\n    y = 2\n}\n'
    write("golden/test-old-name/simple/input/main.tf", odd)
    assert "test-old-name/simple: formatted" in golden().out
    write("golden/test-old-name/simple/case.toml", "formatted = false\n")
    assert golden().code == 0


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("x = 1", "unknown key 'x' (known: all-rules, allow-replace"),
        ("x =", "Invalid value"),
        ("findings = 1", "'findings' is of the wrong kind"),
        ("validation = ' '", "'validation' says no reason"),
    ],
)
def test_a_case_toml_that_cannot_be_used(golden, write, case, toml, message):
    write("golden/test-old-name/simple/case.toml", toml)
    ran = golden()
    assert ran.code == 2
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_folders_without_cases(golden, write):
    assert "no such folder" in golden().err
    write("golden/x/y.tf", "")
    assert "has no golden case" in golden().err
    write("golden/nonsense/simple/input/main.tf", "")
    assert "there is no rule 'nonsense'" in golden().err


@needs_validation
def test_a_result_that_validates_worse_than_its_input(tffix, write, case):
    write("golden/test-old-name/simple/case.toml", WORSE)
    assert tffix("golden", "--update", "--no-validate").code == 0
    ran = tffix("golden", "--validate")
    assert ran.code == 1
    law, error, last = ran.out.splitlines()
    assert law == "test-old-name/simple: no worse by Terraform"
    assert error.startswith("    Invalid for_each argument: ")
    assert last == "1 of 1 case failed, 1 validated"


@needs_validation
def test_a_case_that_says_why_it_is_not_validated(tffix, write, case):
    write("golden/test-old-name/simple/case.toml", f'validation = "it is a test"\n{WORSE}')
    assert tffix("golden", "--update", "--no-validate").code == 0
    ran = tffix("golden")
    assert (ran.code, ran.out) == (0, "1 case passed, 0 validated, 1 left out by case.toml\n")


@needs_validation
def test_cases_are_validated_where_that_is_possible(tffix, write, case):
    write("golden/test-old-name/simple/expected/main.tf", FIXED)
    write("golden/test-person/unchanged/input/main.tf", THING)
    assert tffix("golden").out == "2 cases passed, 1 validated\n"


@pytest.mark.skipif(not has_grpc, reason="grpcio is not installed")
def test_without_terraform_nothing_is_validated_and_that_is_said(tffix, write, case):
    write("golden/test-old-name/simple/expected/main.tf", FIXED)
    ran = tffix("golden", PATH="")
    assert ran.code == 0
    assert ran.out.startswith("1 case passed; not validated: terraform or tofu not found")
    ran = tffix("golden", "--validate", PATH="")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("tffix: terraform or tofu not found")


def test_without_grpc_nothing_is_validated_and_that_is_said(tffix, write, case, monkeypatch):
    write("golden/test-old-name/simple/expected/main.tf", FIXED)
    monkeypatch.setitem(sys.modules, "grpc", None)
    ran = tffix("golden")
    assert ran.code == 0
    assert "; not validated: " in ran.out
    assert "grpcio" in ran.out
    assert tffix("golden", "--validate").code == 2


@needs_validation
def test_results_are_planned_where_that_is_asked_for(tffix, write, case):
    write("golden/test-old-name/simple/expected/main.tf", FIXED)
    write("golden/test-old-name/broken/input/main.tf", THING + OUTPUT)
    write("golden/test-old-name/broken/expected/main.tf", FIXED + OUTPUT)
    ran = tffix("golden", "--no-validate", "--plan")
    assert ran.code == 1
    assert ran.out == (
        "test-old-name/broken: not planned: .: before the change: main.tf:6: Reference to undeclared input "
        'variable: An input variable with the name "b" has not been declared. This variable can be declared '
        'with a variable "b" {} block.\n'
        "test-old-name/simple: planned as announced\n"
        "    update or replace example_thing.a (new, old)\n"
        "1 of 2 cases failed; not validated: --no-validate, 1 planned, 1 that cannot be planned\n"
    )
    (case / "case.toml").write_text('plan = ["update or replace example_thing.a"]\n')
    assert tffix("golden", str(case), "--no-validate", "--plan").code == 0
