"""What validating reads of a module, and the provider version it chooses, is what the rules go by."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tffix.facts import schemas
from tffix.rules.provider_versions import pin
from tffix.terraform import providers
from tffix.terraform.module import Module
from tffix.terraform.project import read_project
from tffix.terraform.repository import Repositories
from tffix.terraform.roots import roots
from tffix.validate import FactsSchemas, validate
from tffix.validate.choices import choose_versions
from tffix.validate.configuration import load_configuration
from tffix.validate.encoder import Encoder
from tffix.validate.modules import read_module

from .conftest import needs_terraform

GOLDEN = Path(__file__).parents[2] / "golden"
AWS = schemas.versions("hashicorp/aws")
ENCODER = Encoder(FactsSchemas())


def modules() -> Iterator[Module]:
    for case in sorted(GOLDEN.glob("*/*/input")):
        for module in read_project([str(case)], alone=True).modules.values():
            if module.language == "hcl" and not module.unreadable:
                yield module


def test_the_modules_of_golden_cases_are_read_alike() -> None:
    seen = 0
    for module in modules():
        read = read_module(Path(module.path), tofu=True)
        assert {name: bytes(file) for name, file in read.module.files.items()} == {
            name: bytes(file) for name, file in module.files.items()
        }
        for name, address in providers.addresses(module).items():
            assert read.address_of(name) == address
        assert all(read.is_declared(name) for name in providers.configurations(module))
        calls = {one.labels[0]: providers.passed_providers(one) for one in module.blocks("module")}
        assert {one.name: one.providers for one in read.calls} == calls
        assert {block.labels for _, block in read.typed_blocks() if block.type == "resource"} == {
            block.labels for block in module.blocks("resource")
        }
        seen += len(calls) + len(module.blocks("resource"))
    assert seen > 1000


def chosen(root: str, repositories: Repositories) -> dict[str, str]:
    configuration = load_configuration(Path(os.path.abspath(root)), repositories=repositories)
    return {one.address: one.version for one in choose_versions(configuration, ENCODER)}


def compare(top: Path) -> int:
    """The number of providers, over the root modules below a directory, whose versions were compared."""
    project = read_project([str(top)], alone=True)
    seen = 0
    for root in roots(project):
        versions = chosen(root.path, Repositories([str(top)], alone=True))
        for name in {one.partition(".")[0] for one in map(providers.provider_of, root.resources())}:
            found = pin(root, name)
            if found is not None and found.provider in versions:
                assert versions[found.provider] == found.versions[0], root.path
                seen += 1
    return seen


def test_the_versions_of_golden_cases_are_chosen_alike() -> None:
    assert sum(map(compare, sorted(GOLDEN.glob("*/*/input")))) > 500


RESOURCE = 'resource "aws_sqs_queue" "q" {}\n'
LOCK = 'provider "registry.terraform.io/hashicorp/aws" {{\n  version = "{}"\n}}\n'
REQUIRED = 'terraform {{\n  required_providers {{\n    aws = {{ version = "{}" }}\n  }}\n}}\n'
OLDEST, NEWEST = AWS[-1], AWS[0]
GENERATE = 'generate "v" {{\n  path = "v.tf"\n  if_exists = "overwrite"\n  contents = <<EOF\n{}EOF\n}}\n'


@pytest.mark.parametrize(
    ("files", "version"),
    [
        ({"terragrunt.hcl": GENERATE.format(REQUIRED.format(f"<= {OLDEST}"))}, OLDEST),
        (
            {
                "live/terragrunt.hcl": 'terraform {\n  source = "../"\n}\n',
                "live/.terraform.lock.hcl": LOCK.format(OLDEST),
            },
            OLDEST,
        ),
        ({".terraform.lock.hcl": LOCK.format(OLDEST)}, OLDEST),
        ({"versions.tf": REQUIRED.format(f"< {NEWEST}, > {AWS[1]}")}, NEWEST),
        ({}, NEWEST),
    ],
)
def test_what_is_around_a_module_counts_for_both(
    write: Callable[..., Path], files: dict[str, str], version: str
) -> None:
    top = write({"main.tf": RESOURCE} | files)
    (root,) = (one for one in read_project([str(top)], alone=True).modules.values() if one.resources())
    found = pin(root, "aws")
    assert found is not None
    assert found.versions[0] == version
    assert chosen(str(top), Repositories([str(top)], alone=True)) == {"hashicorp/aws": version}


@needs_terraform
def test_terragrunt_elsewhere_below_the_paths_counts(write: Callable[..., Path]) -> None:
    unit = 'terraform {\n  source = "../../modules/queue"\n}\n'
    top = write(
        {
            "modules/queue/main.tf": RESOURCE,
            "live/queue/terragrunt.hcl": unit,
            "live/queue/.terraform.lock.hcl": LOCK.format(OLDEST),
        }
    )
    (found,) = validate([top])
    assert [(one.version, one.locked) for one in found.provider_versions] == [(OLDEST, OLDEST)]
