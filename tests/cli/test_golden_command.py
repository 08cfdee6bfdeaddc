"""tffix golden: runs cases, shows what differs, updates what is expected."""

from pathlib import Path

import pytest

THING = 'resource "example_thing" "a" {\n  old = 1\n}\n'
FIXED = THING.replace("old", "new")


@pytest.fixture
def case(write) -> Path:
    return write("golden/test-old-name/simple/input/main.tf", THING).parents[1]


def test_a_case_that_holds(tffix, write, case):
    write("golden/test-old-name/simple/expected/main.tf", FIXED)
    ran = tffix("golden")
    assert (ran.code, ran.out) == (0, "1 case passed\n")


def test_a_case_that_differs_is_shown_as_a_diff(tffix, case):
    ran = tffix("golden", str(case))
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
        "1 of 1 case failed\n"
    )


def test_update_makes_the_result_what_is_expected(tffix, case):
    ran = tffix("golden", "--update")
    assert (ran.code, ran.out) == (0, "test-old-name/simple: updated\n1 case passed\n")
    assert (case / "expected/main.tf").read_text() == FIXED
    assert tffix("golden").code == 0
    (case / "case.toml").write_text('rules = ["test-person"]\n')
    assert tffix("golden", "--update").code == 0
    assert not (case / "expected").exists()


def test_findings_and_options_of_a_case(tffix, write, case):
    write("golden/test-old-name/simple/expected/main.tf", THING.replace("old", "newer"))
    toml = 'rules = ["test-old-name", "test-person"]\n[options.test-old-name]\nbecomes = "newer"\n'
    write("golden/test-old-name/simple/case.toml", "findings = []\n" + toml)
    assert tffix("golden").code == 0
    write("golden/test-old-name/simple/case.toml", 'findings = ["something to do"]\n' + toml)
    ran = tffix("golden")
    assert ran.code == 1
    assert "expected:\n      something to do\n    found:\n      (nothing)\n" in ran.out


def test_a_result_that_is_not_formatted(tffix, write, case):
    odd = 'resource "example_thing" "a" {\n  x = 1\n    y = 2\n}\n'
    write("golden/test-old-name/simple/input/main.tf", odd)
    assert "test-old-name/simple: formatted" in tffix("golden").out
    write("golden/test-old-name/simple/case.toml", "formatted = false\n")
    assert tffix("golden").code == 0


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("x = 1", "unknown key 'x' (known: all-rules, allow-replace"),
        ("x =", "Invalid value"),
        ("findings = 1", "'findings' is of the wrong kind"),
    ],
)
def test_a_case_toml_that_cannot_be_used(tffix, write, case, toml, message):
    write("golden/test-old-name/simple/case.toml", toml)
    ran = tffix("golden")
    assert ran.code == 2
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_folders_without_cases(tffix, write):
    assert "no such folder" in tffix("golden").err
    write("golden/x/y.tf", "")
    assert "no golden case there" in tffix("golden").err
    write("golden/nonsense/simple/input/main.tf", "")
    assert "there is no rule 'nonsense'" in tffix("golden").err
