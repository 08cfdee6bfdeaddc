"""Provider requirements, configurations and who uses which."""

from __future__ import annotations

from tffix import providers

from .modules import module

MAIN = """
terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 5.0"
      configuration_aliases = [aws.west, aws.east]
    }
    random = "~> 3.0"
    mine = {
      source = "registry.terraform.io/Me/Mine"
    }
    null = {}
  }
}

provider "aws" {}

provider "aws" {
  alias = "west"
}

resource "aws_vpc" "a" {}

resource "aws_vpc" "b" {
  provider = aws.west # why
}

resource "aws_vpc" "c" {
  provider = "aws.west"
}

module "m" {
  source = "./m"
  providers = {
    aws      = aws.west
    aws.east = aws
    "random" = "random"
  }
}

module "n" {
  source = "./n"
}
"""


def test_requirements() -> None:
    found = providers.required_providers(module(main=MAIN))
    assert [(one.name, one.address, one.version) for one in found] == [
        ("aws", "hashicorp/aws", "~> 5.0"),
        ("random", "hashicorp/random", "~> 3.0"),
        ("mine", "me/mine", None),
        ("null", "hashicorp/null", None),
    ]
    assert found[0].aliases == ("aws.west", "aws.east")


def test_requirements_of_all_files() -> None:
    text = 'terraform {{\n  required_providers {{\n    {} = "1"\n  }}\n}}\n'
    found = providers.required_providers(module(main=text.format("a"), versions=text.format("b")))
    assert [one.name for one in found] == ["a", "b"]


def test_which_configuration_a_resource_uses() -> None:
    m = module(main=MAIN)
    assert [providers.provider_of(block) for block in m.resources()] == ["aws", "aws.west", "aws.west"]


def test_configurations_by_alias() -> None:
    assert list(providers.configurations(module(main=MAIN))) == ["aws", "aws.west"]


def test_providers_passed_to_a_child() -> None:
    first, second = module(main=MAIN).blocks("module")
    assert providers.passed_providers(first) == {"aws": "aws.west", "aws.east": "aws", "random": "random"}
    assert providers.passed_providers(second) == {}
