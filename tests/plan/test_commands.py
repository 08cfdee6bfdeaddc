"""tffix plan, apply --prove and diff --prove, with the real Terraform."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import needs_terraform

pytestmark = needs_terraform

ROLE = 'resource "aws_iam_role" "app" {\n  name               = "app"\n  assume_role_policy = "{}"\n}\n'
LOGS = 'resource "aws_cloudwatch_log_group" "app" {\n  name = "/app"\n}\n'
SCRIPT = '''"""Renames every log group."""

from tffix import Finding, Impact, Transform, resources


class Renames(Transform):
    """Renames log groups.

    What: x. Why: x.
    """

    name = "test-renames"
    impact = Impact.{impact}
    watches = resources("aws_cloudwatch_log_group")

    def visit(self, block, module):
        name = block.get("name")
        if not name.string.startswith("/new"):
            yield Finding(name, "old name", lambda: name.set('"/new' + name.string + '"'))
'''


def tffix(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tffix", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def git(*arguments: str, cwd: Path) -> None:
    settings = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=cwd, check=True, capture_output=True)


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A repository whose working tree renames a role, with a second module that is as it was."""
    for folder in ("app", "logs"):
        (tmp_path / folder).mkdir()
    (tmp_path / "app/main.tf").write_text(ROLE)
    (tmp_path / "logs/main.tf").write_text(LOGS)
    git("init", "-q", cwd=tmp_path)
    git("add", ".", cwd=tmp_path)
    git("commit", "-qm", "first", cwd=tmp_path)
    (tmp_path / "app/main.tf").write_text(ROLE.replace('= "app"', '= "web"'))
    return tmp_path


def test_a_plan_from_nothing_is_a_tree(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(ROLE)
    done = tffix("plan", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:4] == [
        ".: 1 to add.",
        "  + aws_iam_role.app",
        '      assume_role_policy = "{}"',
        '      name = "app"',
    ]
    assert "Not seen: what data sources really return" in done.stdout


def test_json_is_terraform_s_own_format_without_secrets(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(
        'variable "token" {\n  default = "s3cr3t"\n  sensitive = true\n}\n'
        'resource "aws_ssm_parameter" "p" {\n  name = "p"\n  type = "String"\n  value = var.token\n}\n'
    )
    done = tffix("plan", "--output", "json", cwd=tmp_path)
    document = json.loads(done.stdout)
    assert document["format_version"].startswith("1.")
    assert document["resource_changes"][0]["change"]["after"]["value"] == "(sensitive value)"
    assert "s3cr3t" not in done.stdout


def test_what_a_branch_changes(changed: Path) -> None:
    done = tffix("plan", "--from", "HEAD", cwd=changed)
    assert done.returncode == 1
    assert done.stdout.splitlines()[:4] == [
        "app: 1 to replace.",
        "  -/+ replace aws_iam_role.app (name)",
        '      name: "app" -> "web"',
        "logs: No changes since HEAD.",
    ]
    assert tffix("plan", "logs", "--from", "HEAD", cwd=changed).returncode == 0


def test_forms_for_a_pull_request(changed: Path) -> None:
    markdown = tffix("plan", "--from", "HEAD", "--output", "markdown", cwd=changed).stdout
    assert "### `app`\n\n1 to replace.\n\n- -/+ `replace aws_iam_role.app (name)`\n" in markdown
    github = tffix("plan", "app", "--from", "HEAD", "--output", "github", cwd=changed).stdout
    assert github == (
        "::warning title=Plan of app::0 to add, 1 to replace (aws_iam_role.app: name), 0 to change, "
        "0 to destroy\n"
    )


@pytest.mark.parametrize("output", ["text", "json", "markdown", "github"])
def test_no_form_shows_sensitive_values(tmp_path: Path, output: str) -> None:
    text = (
        'variable "token" {\n  type      = string\n  default   = "s3cr3t-1"\n  sensitive = true\n}\n'
        'resource "aws_ssm_parameter" "p" {\n  name  = "p"\n  type  = "String"\n'
        '  value = "x-${var.token}"\n}\nresource "aws_db_instance" "d" {\n'
        '  instance_class = "db.t3.micro"\n  password = "s3cr3t-1"\n}\n'
        'output "o" {\n  value     = var.token\n  sensitive = true\n}\n'
    )
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
    (tmp_path / "old/main.tf").write_text(text)
    (tmp_path / "new/main.tf").write_text(text.replace("s3cr3t-1", "s3cr3t-2"))
    for arguments in (("plan", "new"), ("plan", "new", "--from", "old")):
        done = tffix(*arguments, "--output", output, cwd=tmp_path)
        assert "aws_ssm_parameter" in done.stdout
        assert "s3cr3t" not in done.stdout + done.stderr


def test_another_folder_is_what_is_deployed(changed: Path) -> None:
    done = tffix("plan", "logs", "--from", "app", cwd=changed)
    assert done.returncode == 1
    assert done.stdout.startswith("logs: 1 to add, 1 to destroy.\n")


def test_a_revision_that_does_not_exist_is_one_line(changed: Path) -> None:
    done = tffix("plan", "--from", "nowhere", cwd=changed)
    assert done.returncode == 2
    assert done.stderr.startswith("tffix: --from nowhere: no such revision in ")


def test_a_module_that_cannot_be_planned_is_never_a_success(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('output "a" {\n  value = var.none\n}\n')
    done = tffix("plan", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout.startswith(".: not planned: main.tf:2: Reference to undeclared input variable")


@pytest.mark.parametrize(("impact", "code"), [("REPLACE", 0), ("UPDATE", 2), ("NONE", 2)])
def test_apply_writes_only_what_is_announced(tmp_path: Path, impact: str, code: int) -> None:
    (tmp_path / "main.tf").write_text(LOGS)
    (tmp_path / "rules.py").write_text(SCRIPT.replace("{impact}", impact))
    arguments = ("apply", "--prove", "--allow-replace", "--script", "rules.py", "main.tf")
    done = tffix(*arguments, cwd=tmp_path)
    assert done.returncode == code
    if impact == "REPLACE":
        told = "1 to replace (aws_cloudwatch_log_group.app: name), 0 to change, 0 to destroy"
        assert f".: plan: 0 to add, {told}" in done.stdout
        assert '"/new/app"' in (tmp_path / "main.tf").read_text()
    else:
        said = "this fix does what it does not announce: replace aws_cloudwatch_log_group.app (name)"
        assert said in done.stderr
        assert (tmp_path / "main.tf").read_text() == LOGS


def test_a_diff_with_its_plan_can_be_applied(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(LOGS)
    (tmp_path / "rules.py").write_text(SCRIPT.replace("{impact}", "REPLACE"))
    done = tffix("diff", "--prove", "--allow-replace", "--script", "rules.py", "main.tf", cwd=tmp_path)
    assert done.stdout.splitlines()[-1].startswith("# .: plan: 0 to add, 1 to replace")
    (tmp_path / "fix.patch").write_text(done.stdout)
    git("apply", "fix.patch", cwd=tmp_path)
    assert '"/new/app"' in (tmp_path / "main.tf").read_text()


def test_what_cannot_be_proved_is_not_written(tmp_path: Path) -> None:
    text = LOGS + 'output "a" {\n  value = var.none\n}\n'
    (tmp_path / "main.tf").write_text(text)
    (tmp_path / "rules.py").write_text(SCRIPT.replace("{impact}", "REPLACE"))
    done = tffix("apply", "--prove", "--allow-replace", "--script", "rules.py", "main.tf", cwd=tmp_path)
    assert done.returncode == 1
    why = "before the change: main.tf:5: Reference to undeclared input variable"
    assert f".: left as it was, because it cannot be proved: {why}" in done.stderr
    assert (tmp_path / "main.tf").read_text() == text
