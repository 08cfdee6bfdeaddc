"""Which of the known versions of a provider counts."""

from __future__ import annotations

import pytest

from tffix.terraform.discovery import LOCK_FILE
from tffix.terraform.provider_versions import Choice, choice, constraints_on, locked_versions
from tffix.terraform.providers import addresses

from .modules import module

KNOWN = ("6.69.1", "5.99.1", "4.67.0")


@pytest.mark.parametrize(
    ("constraints", "locked", "found"),
    [
        ([], None, Choice("6.69.1", True)),
        (["~> 5.0"], None, Choice("5.99.1", True)),
        (["~> 5.0", "> 5.1"], "4.67.0", Choice("4.67.0", True)),
        ([], "5.20.0", Choice("5.99.1", False, "4.67.0")),
        (["< 5.70"], None, Choice("5.99.1", False, "4.67.0")),
        (["< 5.0"], None, Choice("4.67.0", True)),
        (["~> 3.0"], None, Choice("4.67.0", False)),
        ([">= 7.0"], None, Choice("6.69.1", False)),
        ([], "9.0.0", Choice("6.69.1", False)),
    ],
)
def test_the_version_that_is_asked_for_or_the_nearest(
    constraints: list[str], locked: str | None, found: Choice
) -> None:
    assert choice(KNOWN, constraints, locked) == found


def test_of_no_known_version_none_counts() -> None:
    assert choice((), [], None) is None


def test_constraints_are_those_of_all_requirements_and_provider_blocks() -> None:
    one = module(
        main=(
            'terraform {\n  required_providers {\n    aws = "~> 5.0"\n'
            '    mine = {\n      source = "acme/demo"\n      version = "1.0"\n    }\n  }\n}\n'
            'provider "aws" {\n  version = "> 5.1"\n}\nprovider "mine" {\n  version = "< 2"\n}\n'
        )
    )
    other = module(main='provider "aws" {\n  version = "< 6"\n}\n')
    assert constraints_on("hashicorp/aws", (one, other)) == ["~> 5.0", "> 5.1", "< 6"]
    assert constraints_on("acme/demo", (one, other)) == ["1.0", "< 2"]


def test_of_two_requirements_of_one_name_the_first_counts() -> None:
    text = 'terraform {\n  required_providers {\n    a = {\n      source = "%s"\n    }\n  }\n}\n'
    assert addresses(module(a=text % "x/one", b=text % "x/two")) == {"a": "x/one"}


def test_a_module_without_a_lock_file_has_no_locked_versions() -> None:
    assert locked_versions(module(main="")) == [{}]


def test_the_lock_file_is_read_beside_the_root() -> None:
    root = module(main="")
    root.opaque[LOCK_FILE] = 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.1.0"\n}\n'
    assert locked_versions(root) == [{"hashicorp/aws": "5.1.0"}]
