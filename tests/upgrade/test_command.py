"""`tffix upgrade` as it is typed."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tffix import facts
from tffix.upgrade import table

MODULE = """terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

data "aws_region" "current" {}

output "region" {
  value = data.aws_region.current.name
}
"""
ACME = """provider = "acme/pipes"
major = 3
guide = "https://example.com/pipes-3"

[[rename]]
at = "pipes_pipe.size"
to = "volume"

[[ask]]
at = "pipes_pipe.colour"
question = "pipes have no colour any more: is a label meant?"
choices = ["label = { colour = ... }", "remove it"]
"""
PIPES = """terraform {
  required_providers {
    pipes = {
      source  = "acme/pipes"
      version = "~> 2.0"
    }
  }
}

resource "pipes_pipe" "a" {
  size   = 1
  colour = "red"
}
"""


def upgrade(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "tffix", "upgrade", *arguments)
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def module(tmp_path: Path) -> Path:
    (tmp_path / "main.tf").write_text(MODULE)
    return tmp_path


def test_it_shows_the_changes_and_writes_them_if_told_to(module: Path) -> None:
    ran = upgrade(module, "aws@6")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert '-      version = "~> 5.80"\n+      version = "~> 6.0"\n' in ran.stdout
    assert (
        "-  value = data.aws_region.current.name\n+  value = data.aws_region.current.region\n" in ran.stdout
    )
    assert ran.stdout.endswith("2 done\n")
    assert (module / "main.tf").read_text() == MODULE
    ran = upgrade(module, "aws", ".", "--write")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "2 done\n", "")
    assert upgrade(module, "aws@6").stdout == "nothing to upgrade\n"


def test_a_table_of_ones_own_and_answers(tmp_path: Path) -> None:
    (tmp_path / "pipes.toml").write_text(ACME)
    (tmp_path / "main.tf").write_text(PIPES)
    ran = upgrade(tmp_path, "acme/pipes@3", "--table", "pipes.toml")
    assert ran.returncode == 1
    assert "main.tf:12:3: to decide: pipes have no colour any more: is a label meant?" in ran.stdout
    assert "label = { colour = ... } or remove it" in ran.stdout
    assert ran.stdout.endswith("2 done, 1 to decide\n")
    (tmp_path / "upgrade.toml").write_text(
        '[answers]\n"pipes@3 pipes_pipe.a pipes_pipe.colour" = "it stays until the paint is dry"\n'
    )
    ran = upgrade(tmp_path, "acme/pipes@3", "--table", "pipes.toml", "--write")
    assert (ran.returncode, ran.stdout) == (0, "2 done\n")
    assert (tmp_path / "main.tf").read_text() == PIPES.replace("size  ", "volume").replace(
        "colour = ", "colour = "
    ).replace("~> 2.0", "~> 3.0")


def test_a_commit_for_each_major(module: Path) -> None:
    (module / "main.tf").write_text(
        MODULE.replace("~> 5.80", "~> 4.67")
        + '\nresource "aws_autoscaling_attachment" "a" {\n  alb_target_group_arn = "x"\n}\n'
    )

    def git(*arguments: str) -> str:
        settings = ("-c", "user.name=A", "-c", "user.email=a@example.com")
        command = ("git", *settings, *arguments)
        return subprocess.run(command, cwd=module, capture_output=True, text=True, check=True).stdout

    git("init", "-q")
    git("config", "user.name", "A")
    git("config", "user.email", "a@example.com")
    refused = upgrade(module, "aws@6", "--commit-each")
    assert refused.returncode == 2
    assert "changes that are not committed" in refused.stderr
    git("add", ".")
    git("commit", "-qm", "start")
    ran = upgrade(module, "aws@6", "--commit-each")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert git("log", "--format=%s").split("\n")[:3] == ["Upgrade to aws@6", "Upgrade to aws@5", "start"]
    assert "lb_target_group_arn" in git("show", "HEAD~1")
    assert "current.region" in git("show", "HEAD")
    assert git("status", "--porcelain") == ""


def test_all_that_is_known_is_listed(tmp_path: Path) -> None:
    (tmp_path / "pipes.toml").write_text(ACME)
    ran = upgrade(tmp_path, "--list", "--table", "pipes.toml")
    assert ran.returncode == 0
    assert "pipes@3             2 changes  https://example.com/pipes-3\n" in ran.stdout
    assert "aws@6 " in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "tffix: name an upgrade, as `tffix upgrade aws@6`; `tffix upgrade --list` shows them"),
        (("aws@77",), "tffix: no upgrade to aws@77 is known; known are "),
        (("nobody@1",), "tffix: no upgrade of nobody is known; known are "),
        (("aws@6", "nowhere"), "nowhere: no such file or directory"),
        (("aws@6", "--table", "none.toml"), "tffix: none.toml: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_one_line(module: Path, arguments: tuple[str, ...], message: str) -> None:
    ran = upgrade(module, *arguments)
    assert ran.returncode == 2
    assert message in ran.stderr
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("provider =", "bad.toml: not TOML"),
        ('provider = "aws"\nmajor = 1', "'provider' must be an address"),
        ('provider = "a/b"\nmajor = "1"', "'major' must be a number"),
        ('provider = "a/b"\nmajor = 1\n[[twist]]\nat = "b_c.d"', "there is no verb 'twist'"),
        ('provider = "a/b"\nmajor = 1\n[[rename]]\nto = "d"', "rename 1: 'at' is missing"),
        ('provider = "a/b"\nmajor = 1\n[[rename]]\nat = "b_c.d"', "rename 1 (b_c.d): 'to' is missing"),
        ('provider = "a/b"\nmajor = 1\n[[remove]]\nat = "b_c.d"\nwhy = "x"', "there is no key 'why'"),
        ('provider = "a/b"\nmajor = 1\n[[remove]]\nat = "b_c.d"\nbecause = 1', "the value of 'because'"),
    ],
)
def test_a_table_that_cannot_be_used(module: Path, text: str, message: str) -> None:
    (module / "bad.toml").write_text(text)
    ran = upgrade(module, "aws@6", "--table", "bad.toml")
    assert ran.returncode == 2
    assert message in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_the_schema_for_editors_is_that_of_the_tables() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    kept = Path(table.__file__).with_name("table.schema.json")
    assert json.loads(kept.read_text("utf-8")) == table.json_schema()
    for file in (Path(facts.__file__).parent / "upgrades").glob("*.toml"):
        jsonschema.validate(tomllib.loads(file.read_text("utf-8")), table.json_schema())
