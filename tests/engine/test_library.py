"""The engine as a library: the same outcome as the command, without a process or a terminal."""

from pathlib import Path

import pytest

from tffix.engine import Settings, check, check_text, read, repair, repair_text
from tffix.rules.registry import UnknownRuleError
from tffix.user_error import UserError

ROLE = """resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = jsonencode({})
}
"""
NAMES = Settings(select=("aws-iam-name-not-unique",))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("main.tf").write_text(ROLE)
    Path("modules/child").mkdir(parents=True)
    Path("modules/child/main.tf").write_text("locals {\n}\n")
    return tmp_path


def test_modules_are_read_and_tied() -> None:
    Path("call.tf").write_text('module "child" {\n  source = "./modules/child"\n}\n')
    project = read(["."])
    assert sorted(project.modules) == [".", "modules/child"]
    assert project.modules["."].children["child"] is project.modules["modules/child"]


def test_check_finds_and_changes_nothing() -> None:
    result = check(["."], NAMES)
    assert [(one.rule, one.path, one.line) for one in result.found] == [
        ("aws-iam-name-not-unique", "main.tf", 2)
    ]
    assert Path("main.tf").read_text() == ROLE and not result.changes


def test_repair_writes_only_if_asked() -> None:
    result = repair(["."], NAMES)
    assert [one.rule for one in result.fixed] == ["aws-iam-name-not-unique"]
    assert Path("main.tf").read_text() == ROLE
    assert repair(["."], NAMES, write=True).changes
    assert "random_id" in Path("main.tf").read_text()
    assert not repair(["."], NAMES, write=True).changes


def test_a_text_stands_for_a_file_of_its_module() -> None:
    assert not check_text(b"locals {\n}\n", "main.tf", NAMES).found
    assert [one.line for one in check_text(ROLE.encode(), "other.tf", NAMES).found] == [2]
    changed = repair_text(ROLE.encode(), "main.tf", NAMES, alone=True).changes
    assert [one.path for one in changed] == ["main.tf"]
    assert Path("main.tf").read_text() == ROLE


def test_what_cannot_be_done_is_one_line() -> None:
    with pytest.raises(UserError, match=r"^nowhere: no such file or directory$"):
        check(["nowhere"])
    with pytest.raises(UnknownRuleError, match="no rule 'aws-iam-name'"):
        check(["."], Settings(select=("aws-iam-name",)))
