"""What shows that a module is a root, or made for others to call."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tffix.terraform.library import library_evidence, made_for_others, root_evidence, why_no_root
from tffix.terraform.module import Module
from tffix.terraform.project import read_project

PLAIN = 'resource "aws_s3_bucket" "b" {\n  bucket = "acme-logs"\n}\n'
REMOTE = '[remote "origin"]\n\turl = git@github.com:acme/network.git\n'


def _module(top: Path, path: str, files: dict[str, str]) -> Module:
    for name, text in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text)
    return read_project([str(top)], alone=True).modules[os.path.normpath(top / path)]


def test_a_module_with_nothing_to_ask_for_and_written_out_names_is_a_root(tmp_path: Path) -> None:
    assert why_no_root(_module(tmp_path, "a", {"a/main.tf": PLAIN})) == ""


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"main.tf": 'variable "x" {}\n' + PLAIN}, "a caller must set x"),
        ({"main.tf": PLAIN.replace('"acme-logs"', "var.name")}, "nothing in it is named for one deployment"),
        ({"main.tf": PLAIN, "README.md": "<!-- BEGIN_TF_DOCS -->"}, "README.md shows others how to call it"),
        ({"main.tf": PLAIN, ".terraform-docs.yml": ""}, ".terraform-docs.yml documents it"),
        (
            {"main.tf": PLAIN, "versions.tf": "terraform {\n  required_providers {}\n}\n"},
            "versions.tf has nothing but requirements",
        ),
        (
            {
                "main.tf": PLAIN,
                ".git/config": REMOTE,
                "examples/x/main.tf": 'module "n" {\n  source = "git::https://github.com/acme/network.git?ref=v1"\n}\n',
            },
            "calls it as git::https://github.com/acme/network.git?ref=v1",
        ),
        ({"main.tf": PLAIN, ".git/config": REMOTE.replace("network", "terraform-aws-network")}, "registry"),
    ],
)
def test_what_speaks_against_a_root(tmp_path: Path, files: dict[str, str], why: str) -> None:
    assert why in why_no_root(_module(tmp_path, ".", files))


@pytest.mark.parametrize(
    "files",
    [
        {"main.tf": 'terraform {\n  backend "s3" {}\n}\n'},
        {"main.tf": "terraform {\n  cloud {}\n}\n"},
        {"main.tf": 'provider "aws" {}\n'},
        {"main.tf": PLAIN, "prod.auto.tfvars": "a = 1\n"},
        {"main.tf": PLAIN, "terraform.tfstate": "{}"},
        {"main.tf": PLAIN, ".terraform/terraform.tfstate": "{}"},
    ],
)
def test_what_only_a_root_has(tmp_path: Path, files: dict[str, str]) -> None:
    module = _module(tmp_path, ".", {**files, "README.md": "<!-- BEGIN_TF_DOCS -->"})
    assert root_evidence(module)
    assert library_evidence(module)
    assert not why_no_root(module)


def test_a_module_of_the_repository_is_called_by_the_address_below_it(tmp_path: Path) -> None:
    example = 'module "n" {\n  source = "git::ssh://git@github.com/acme/network.git//modules/a?ref=v1"\n}\n'
    files = {
        ".git/config": REMOTE,
        "x/main.tf": example,
        "modules/a/main.tf": PLAIN,
        "modules/b/main.tf": PLAIN,
    }
    assert "calls it as" in library_evidence(_module(tmp_path, "modules/a", files))
    assert not library_evidence(_module(tmp_path, "modules/b", files))


COLLECTED = 'variable "name" {\n  type = string\n}\n\n' + PLAIN.replace('"acme-logs"', "var.name")


@pytest.mark.parametrize(
    ("others", "is_library"),
    [
        ({"b/main.tf": COLLECTED, "c/main.tf": PLAIN}, True),
        ({"b/main.tf": COLLECTED}, False),  # too few
        (
            {"b/main.tf": COLLECTED, "c/main.tf": PLAIN, "d/main.tf": "terraform {\n  cloud {}\n}\n"},
            False,
        ),
        ({"b/main.tf": COLLECTED, "c/main.tf": PLAIN, "a/provider.tf": 'provider "aws" {}\n'}, False),
        ({"b/main.tf": COLLECTED, "c/main.tf": PLAIN, "a/main.tf": PLAIN}, False),  # asks for nothing
        (
            {
                "b/main.tf": COLLECTED,
                "c/main.tf": PLAIN,
                "d/main.tf": 'module "b" {\n  source = "../b"\n}\nmodule "c" {\n  source = "../c"\n}\n',
            },
            False,
        ),
    ],
)
def test_a_repository_of_modules_without_any_root_is_a_collection(
    tmp_path: Path, others: dict[str, str], is_library: bool
) -> None:
    module = _module(tmp_path, "a", {"a/main.tf": COLLECTED, **others})
    assert bool(made_for_others(module)) is is_library
