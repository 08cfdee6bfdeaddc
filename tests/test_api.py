"""The public API: what `tffix` lists, what type checkers know of it, and the example of the README."""

from __future__ import annotations

import re
from pathlib import Path

import mypy.api
import pytest

import tffix
from tffix import api
from tffix.engine.policy import Policy
from tffix.engine.runner import repair
from tffix.rules.script import Script
from tffix.rules.transform import Documentation
from tffix.terraform.project import read_project

ROOT = Path(__file__).parents[1]
BEFORE = """
resource "aws_cloudwatch_log_group" "app" {
  name = "app"
}
"""
AFTER = """
resource "aws_cloudwatch_log_group" "app" {
  name              = "app"
  retention_in_days = 90
}
"""


def checked(path: Path, text: str, *others: Path) -> str:
    """What mypy says of a file under --strict, and of others beside it."""
    path.write_text(text)
    files = map(str, (path, *others))
    out, err, _ = mypy.api.run(["--config-file", str(ROOT / "pyproject.toml"), *files])
    assert err == ""
    return out


def example(document: str, number: int = 0) -> str:
    """A Python program in a document."""
    return str(re.findall(r"```python\n(.*?)```", (ROOT / document).read_text("utf-8"), re.DOTALL)[number])


def repaired(path: Path, script: str, source: str) -> tuple[list[str], str]:
    """The messages of the fixes that a script makes in a module, and the module then."""
    (path / "script.py").write_text(script)
    (path / "module").mkdir()
    (path / "module" / "main.tf").write_text(source)
    rules = [rule() for rule in Script.read(str(path / "script.py")).transforms.values()]
    result = repair(read_project([str(path / "module")]), rules, Policy())
    (change,) = result.changes
    return [one.message for one in result.fixed], change.new.decode()


def test_the_api_is_listed() -> None:
    assert set(api.__all__) <= set(dir(tffix))
    assert all(getattr(tffix, name) is getattr(api, name) for name in api.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'Modul'"):
        tffix.Modul  # type: ignore[attr-defined]  # noqa: B018


def test_a_misspelt_name_does_not_pass_type_checking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert checked(tmp_path / "right.py", "from tffix import Module\n").startswith("Success")
    assert 'Module "tffix" has no attribute "Modul"' in checked(
        tmp_path / "wrong.py", "from tffix import Modul\n"
    )


@pytest.mark.parametrize("document", ["README.md", "docs/writing-rules.md"])
def test_an_example_is_typed(document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert checked(tmp_path / "example.py", example(document)).startswith("Success")


def test_the_tests_of_the_guide_are_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "backup.py").write_text(example("docs/writing-rules.md"))
    tests = example("docs/writing-rules.md", 1)
    assert checked(tmp_path / "test_backup.py", tests, tmp_path / "backup.py").startswith("Success")


def test_the_example_of_the_readme_does_what_it_says(tmp_path: Path) -> None:
    assert repaired(tmp_path, example("README.md"), BEFORE) == (["logs are kept forever"], AFTER)


def test_the_example_of_the_guide_does_what_it_says(tmp_path: Path) -> None:
    script = example("docs/writing-rules.md")
    (tmp_path / "guide.py").write_text(script)
    (rule,) = Script.read(str(tmp_path / "guide.py")).transforms.values()
    sections = Documentation.of(rule).sections
    _, after = repaired(tmp_path, script, sections["Example"] + "\n")
    assert after == sections["Becomes"] + "\n"
