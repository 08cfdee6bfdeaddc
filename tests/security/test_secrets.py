"""Secrets that a configuration has in it are in no diff, message or report, unless they are asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tffix.bulk.campaign import Recipe
from tffix.bulk.rewriting import rewrite
from tffix.report.masking import mask, mask_diff
from tffix.terraform.module import Module
from tffix.terraform.secrets import secret_texts

from .conftest import Run

SECRET = "hunter2-Tr0ub4dor"
KEY = "AKIAIOSFODNN7ABCDEFG"
FILES = {
    "a database": f'resource "aws_db_instance" "a" {{\n  password = "{SECRET}"\n}}\n',
    "another provider": f'resource "azurerm_sql_server" "a" {{\n  admin_password = "{SECRET}"\n}}\n',
    "a provider": f'provider "aws" {{\n  secret_key = "{SECRET}"\n}}\n',
    "a token": f'provider "datadog" {{\n  token = "{SECRET}"\n}}\n',
    "an access key": f'provider "x" {{\n  access_key = "{SECRET}"\n}}\n',
    "a variable": f'variable "db_password" {{\n  default = "{SECRET}"\n}}\n',
    "a sensitive variable": f'variable "x" {{\n  sensitive = true\n  default   = "{SECRET}"\n}}\n',
    "a local value": f'locals {{\n  api_key = "{SECRET}"\n}}\n',
    "a parameter": (
        'resource "aws_ssm_parameter" "a" {\n  name = "/x"\n  type = "SecureString"\n'
        f'  value = "{SECRET}"\n}}\n'
    ),
    "a named parameter": (
        f'resource "aws_ssm_parameter" "a" {{\n  name = "/x/password"\n  type = "String"\n'
        f'  value = "{SECRET}"\n}}\n'
    ),
    "a function": (
        'resource "aws_lambda_function" "a" {\n  environment {\n    variables = {\n'
        f'      DB_PASSWORD = "{SECRET}"\n    }}\n  }}\n}}\n'
    ),
    "a container": (
        'resource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode([{\n'
        f'    environment = [{{ name = "API_KEY", value = "{SECRET}" }}]\n  }}])\n}}\n'
    ),
    "a secret version": (
        'resource "aws_secretsmanager_secret_version" "a" {\n'
        f'  secret_string = jsonencode({{ username = "admin", password = "{SECRET}" }})\n}}\n'
    ),
    "a heredoc": f'resource "tls_x" "a" {{\n  private_key = <<-EOT\n    BEGIN\n    {SECRET}\n  EOT\n}}\n',
    "elsewhere": (
        f'locals {{\n  x = "{SECRET}"\n}}\nresource "aws_db_instance" "a" {{\n  password = local.x\n}}\n'
    ),
}
MOVED = FILES["a provider"] + '\nresource "aws_sns_topic" "a" {\n  name = "alerts"\n}\n'
CHANGED = '\nterraform {\n}\n\nresource "aws_iam_role" "r" {\n  name = "app-role"\n}\n'


@pytest.mark.parametrize("case", FILES)
def test_a_secret_is_in_nothing_that_is_printed(tffix: Run, tmp_path: Path, case: str) -> None:
    text = FILES[case] + CHANGED
    for form in ("text", "json", "sarif", "github"):
        for command in ("check", "diff", "apply"):
            (tmp_path / "main.tf").write_text(text)
            (tmp_path / "provider.tf").unlink(missing_ok=True)
            ran = tffix(command, "--profile", "all", "--output", form)
            assert SECRET.encode() not in ran.stdout + ran.stderr
            assert b"Traceback" not in ran.stderr


def test_a_diff_with_a_mask_says_so_and_can_be_asked_for_without(tffix: Run, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(FILES["a provider"] + FILES["a database"])
    ran = tffix("diff")
    assert b'secret_key = "***"' in ran.stdout
    assert b"secrets are masked" in ran.stderr
    assert json.loads(tffix("diff", "--output", "json").stdout)["changes"][0]["masked"] is True
    ran = tffix("diff", "--show-secrets")
    assert f'secret_key = "{SECRET}"'.encode() in ran.stdout
    assert ran.stderr == b""
    before = tffix("diff", "--show-secrets").stdout
    (tmp_path / "x.diff").write_bytes(before)
    assert tffix("--version", shell="; git apply x.diff").returncode == 0
    assert SECRET in (tmp_path / "provider.tf").read_text()


def test_what_is_written_has_no_mask(tffix: Run, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(MOVED)
    tffix("apply")
    assert f'secret_key = "{SECRET}"' in (tmp_path / "provider.tf").read_text()


def test_the_diff_of_a_question_is_masked(tffix: Run, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(MOVED)
    ran = tffix("apply", "--interactive", shell="<<< n")
    assert b"***" in ran.stdout
    assert SECRET.encode() not in ran.stdout + ran.stderr
    ran = tffix("apply", "--interactive", "--show-secrets", shell="<<< n")
    assert SECRET.encode() in ran.stdout


def test_a_key_is_told_of_where_its_block_is_moved(tffix: Run, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(MOVED)
    for command in ("check", "apply"):
        ran = tffix(command, "--select", "terraform-provider-blocks-misplaced")
        assert b"secret_key in it: in plain text" in ran.stdout


def test_values_of_variables_files_are_secrets_too() -> None:
    module = Module(".", {}, {"x.tfvars": f'db_password = "{SECRET}"\n', "t.tftest.hcl": f'x = "{KEY}"'})
    assert secret_texts(module) >= {SECRET, KEY}


def test_a_secret_is_masked_as_a_whole_word_if_it_is_short() -> None:
    secrets = frozenset(("db", "a$b", "long-secret"))
    assert mask("db dbx x_db 'db' a$b long-secretly", secrets) == "*** dbx x_db '***' *** ***ly"
    assert mask("x", frozenset()) == "x"
    diff = "--- a/db.tf\n+++ b/db.tf\n@@ -1 +1 @@\n-db\n+x\n"
    assert mask_diff(diff, secrets) == diff.replace("-db", "-***")


def test_what_a_campaign_keeps_of_a_repository_has_no_secrets(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(MOVED)
    change = Recipe(rules=("terraform-provider-blocks-misplaced",), allow_replace=True)
    rewritten = rewrite(tmp_path, ["."], change)
    diffs = "".join(one.text for one in rewritten.diffs)
    assert 'secret_key = "***"' in diffs
    assert SECRET not in diffs
    assert SECRET in (tmp_path / "provider.tf").read_text()
