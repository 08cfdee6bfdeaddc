"""Which modules nobody calls."""

from __future__ import annotations

from pathlib import Path

from tffix.terraform.project import read_project
from tffix.terraform.roots import roots


def call(source: str) -> str:
    return f'module "m" {{\n  source = "{source}"\n}}\n'


def test_roots_are_what_nobody_calls_and_the_first_of_a_circle(tmp_path: Path) -> None:
    files = {
        "a": call("../b"),
        "b": call("../a"),
        "c": call("../d"),
        "d": "",
        "e": call("../f") + "]",
        "f": "",
    }
    for name, text in files.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.tf").write_text(text)
    project = read_project([str(tmp_path)], alone=True)
    assert [Path(one.path).name for one in roots(project)] == ["a", "c", "e"]
