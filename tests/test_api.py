"""The public API: what `tffix` lists, what type checkers know of it, and the example of the README."""

from __future__ import annotations

import re
from pathlib import Path

import mypy.api
import pytest

import tffix
from tffix import api
from tffix.rules.policy import Policy
from tffix.rules.runner import repair
from tffix.rules.script import Script
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


def checked(path: Path, text: str) -> str:
    """What mypy says of a file under --strict."""
    path.write_text(text)
    out, err, _ = mypy.api.run(["--config-file", str(ROOT / "pyproject.toml"), str(path)])
    assert err == ""
    return out


def example() -> str:
    found = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert found
    return found.group(1)


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


def test_the_example_of_the_readme_is_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert checked(tmp_path / "example.py", example()).startswith("Success")


def test_the_example_of_the_readme_does_what_it_says(tmp_path: Path) -> None:
    script, module = tmp_path / "example.py", tmp_path / "module"
    script.write_text(example())
    module.mkdir()
    (module / "main.tf").write_text(BEFORE)
    rules = [rule() for rule in Script.read(str(script)).transforms.values()]
    result = repair(read_project([str(module)]), rules, Policy())
    assert [one.message for one in result.fixed] == ["logs are kept forever"]
    (change,) = result.changes
    assert change.new.decode() == AFTER
