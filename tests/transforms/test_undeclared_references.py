"""References to what is not declared."""

from __future__ import annotations

from pathlib import Path

from tffix.engine.running import check, repair
from tffix.engine.settings import Settings

SETTINGS = Settings(select=("terraform-reference-undeclared",))


def test_every_reference_to_the_same_address_is_found(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(
        "locals {\n  one = var.name\n  two = [\n    var.name,\n  ]\n}\n", "utf-8"
    )
    assert [one.line for one in check([str(tmp_path)], SETTINGS).found] == [2, 4]


def test_what_several_refer_to_is_declared_once(tmp_path: Path) -> None:
    reference = "data.aws_region.current.name"
    text = f'output "one" {{\n  value = {reference}\n}}\n\noutput "two" {{\n  value = {reference}\n}}\n'
    (tmp_path / "main.tf").write_text(text, "utf-8")
    result = repair([str(tmp_path)], SETTINGS)
    assert [one.line for one in result.fixed] == [2]
    assert result.found == []
    assert result.defects == []
    assert [one.new.count(b'data "aws_region" "current"') for one in result.changes] == [1]
