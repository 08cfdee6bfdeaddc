"""Mentions in the repository of what a module declares."""

from __future__ import annotations

from pathlib import Path

import pytest

from tffix import Address
from tffix.terraform.around import mentioned_around, named_around
from tffix.terraform.project import read_project

UNIT = 'terraform {\n  source = "../m"\n}\n\ninputs = {\n  size = 3\n}\n'


@pytest.mark.parametrize(
    ("address", "path", "text"),
    [
        ("var.size", "live/terragrunt.hcl", UNIT),
        ("var.size", "deploy.sh", "export TF_VAR_size=3\n"),
        ("var.size", "deploy.sh", "terraform apply -var size=3\n"),
        ("var.size", "envs/prod.tfvars", "size = 3\n"),
        ("output.size", "other/main.tf", "locals {\n  x = data.terraform_remote_state.m.outputs.size\n}\n"),
        ("output.size", "live/terragrunt.hcl", "inputs = {\n  n = dependency.m.outputs.size\n}\n"),
        ("output.size", "deploy.sh", "terraform output -raw size\n"),
        ("aws_instance.web", ".github/workflows/x.yml", "run: terraform apply -target=aws_instance.web\n"),
        ("module.net", "Makefile", "x:\n\tterraform taint module.net.aws_instance.web\n"),
    ],
)
def test_what_names_a_declaration_from_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, path: str, text: str
) -> None:
    for name, content in {"m/main.tf": 'variable "size" {}\n', path: text}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    monkeypatch.chdir(tmp_path)
    module = read_project(["."], alone=True).modules["m"]
    assert mentioned_around(Address.parse(address), module).startswith(path)


@pytest.mark.parametrize(
    ("address", "path", "text"),
    [
        ("var.size", "other/main.tf", 'variable "size" {}\noutput "size" {\n  value = var.size\n}\n'),
        ("var.size", "config.yml", "size: 3\n"),
        ("output.size", "other/outputs.tf", 'output "other" {\n  value = var.size\n}\n'),
        ("aws_instance.web", "other/main.tf", "locals {\n  x = aws_instance.web.id\n}\n"),
        ("aws_instance.web", "README.md", "aws_instance.web\n"),
        ("local.size", "x.yml", "local.size\n"),
    ],
)
def test_what_means_something_else(tmp_path: Path, address: str, path: str, text: str) -> None:
    for name, content in {"m/main.tf": 'variable "size" {}\n', path: text}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    module = read_project([str(tmp_path)], alone=True).modules[str(tmp_path / "m")]
    assert mentioned_around(Address.parse(address), module) == ""


def test_a_name_that_is_deployed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in {"m/main.tf": "", "a/x.json": '{"queue": "acme-jobs"}\n'}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    module = read_project(["."], alone=True).modules["m"]
    assert named_around("acme-jobs", module) == "a/x.json:1"
    assert named_around("acme-job", module) == ""
