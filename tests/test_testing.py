"""tffix.testing: what it accepts, what it says of what is wrong, and the example of the guide."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import ClassVar

import pytest

from tffix import Block, Finding, Impact, Module, Transform, resources
from tffix.rules.registry import GROUP
from tffix.testing import CaseError, assert_finds, assert_fixes, assert_golden, golden_cases

GUIDE = Path(__file__).parents[1] / "docs" / "writing-rules.md"


class OldName(Transform):
    """An argument has its old name."""

    name = "testing-old-name"
    impact = Impact.NONE
    watches = resources("example_thing")
    options: ClassVar[dict[str, object]] = {"becomes": "new"}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        old = block.get("old")
        if old is not None:
            becomes = str(self.option["becomes"])
            yield Finding(old, "'old' is an old name", lambda: old.rename(becomes), advice="rename it")


class Endless(OldName):
    """Its fix never ends."""

    name = "testing-endless"
    options: ClassVar[dict[str, object]] = {"becomes": "old"}


BEFORE = """
    resource "example_thing" "a" {
      old = 1
    }
"""
AFTER = BEFORE.replace("old", "new")


def test_a_fix_that_does_what_is_said() -> None:
    assert_fixes(OldName, BEFORE, AFTER)
    assert_fixes(OldName, BEFORE, BEFORE.replace("old", "newer"), options={"becomes": "newer"})
    assert_fixes(OldName, AFTER, AFTER)
    several = {"main.tf": 'module "a" {\n  source = "./a"\n}\n', "a/main.tf": BEFORE}
    assert_fixes(OldName, several, several | {"a/main.tf": AFTER})


def test_a_fix_that_does_something_else_is_shown_as_a_diff() -> None:
    with pytest.raises(
        AssertionError, match=r"testing-old-name/case: result\n(.|\n)*-  newer = 1\n\+  new = 1"
    ):
        assert_fixes(OldName, BEFORE, BEFORE.replace("old", "newer"))
    with pytest.raises(AssertionError, match=r"expected/outputs\.tf"):
        assert_fixes(OldName, BEFORE, {"main.tf": AFTER, "outputs.tf": "locals {}\n"})


def test_a_fix_that_breaks_a_law() -> None:
    with pytest.raises(AssertionError, match=r"testing-old-name/case: formatted"):
        assert_fixes(OldName, BEFORE + "locals {\n    x=1\n}\n", AFTER + "locals {\n    x=1\n}\n")
    with pytest.raises(AssertionError, match="testing-endless/case: no defect"):
        assert_fixes(Endless, BEFORE, BEFORE)


def test_findings_by_parts_of_their_lines() -> None:
    assert_finds(OldName, BEFORE, "main.tf:2:3: 'old' is an old name: rename it")
    assert_finds(OldName, {"main.tf": BEFORE, "b.tf": BEFORE.replace('"a"', '"b"')}, "b.tf:2", "main.tf:2")
    assert_finds(OldName, AFTER)
    with pytest.raises(AssertionError, match=r"^expected:\n  \(nothing\)\nfound:\n  main.tf:2:3: 'old'"):
        assert_finds(OldName, BEFORE)
    with pytest.raises(AssertionError, match=r"^expected:\n  young\nfound:\n  main.tf:2:3: 'old'"):
        assert_finds(OldName, BEFORE, "young")
    with pytest.raises(AssertionError, match=r"found:\n  \(nothing\)$"):
        assert_finds(OldName, AFTER, "old")
    with pytest.raises(AssertionError, match=r"main\.tf:1:"):
        assert_finds(OldName, "resource {{\n")


def test_an_option_that_the_rule_lacks() -> None:
    with pytest.raises(ValueError, match="rule testing-old-name has no option 'become'"):
        assert_finds(OldName, BEFORE, options={"become": "new"})
    with pytest.raises(ValueError, match="rule testing-old-name has no option 'become'"):
        assert_fixes(OldName, BEFORE, AFTER, options={"become": "new"})


def test_golden_cases_of_a_rule_that_is_not_installed(tmp_path: Path) -> None:
    for name, text in (("good", "new = 1"), ("bad", "newer = 1")):
        for part, content in (("input", "old = 1"), ("expected", text)):
            file = tmp_path / "golden" / "testing-old-name" / name / part / "main.tf"
            file.parent.mkdir(parents=True)
            file.write_text(f'resource "example_thing" "a" {{\n  {content}\n}}\n')
    bad, good = golden_cases(tmp_path / "golden", OldName)
    assert [str(bad), str(good)] == ["testing-old-name/bad", "testing-old-name/good"]
    assert_golden(good)
    with pytest.raises(AssertionError, match="testing-old-name/bad: result"):
        assert_golden(bad)


def test_no_case_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="has no golden case"):
        golden_cases(tmp_path)


def test_pytest_is_not_needed() -> None:
    code = "import sys; sys.modules['pytest'] = None; import tffix.testing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_example_of_the_guide(tmp_path: Path) -> None:
    text = GUIDE.read_text("utf-8")
    rule, *tests = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    (example,) = [one for one in tests if "tffix.testing" in one]
    (case,) = re.findall(r"cat > (golden/\S+) <<'EOF'\n(.*?)EOF", text, re.DOTALL)
    (tmp_path / "backup.py").write_text(rule)
    (tmp_path / "test_backup.py").write_text(example)
    file = tmp_path / case[0]
    file.parent.mkdir(parents=True)
    file.write_text(case[1])

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": "", "COLUMNS": "80"},
        )

    assert run("tffix", "golden", "--script", "backup.py", "--update", "--no-validate").returncode == 0
    done = run("pytest", "-q", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout


def test_the_package_of_the_guide_names_its_rules_where_they_are_looked_for() -> None:
    (text,) = re.findall(r"```toml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    settings = tomllib.loads(dedent(text))
    assert list(settings["project"]["entry-points"]) == [GROUP]
    assert (
        list(settings["project"]["entry-points"][GROUP].values())
        == settings["tool"]["setuptools"]["packages"]
    )
