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


def test_the_registries_of_terraform_and_opentofu_are_left_out_of_addresses() -> None:
    entry = '{{\n source = "{}"\n }}'
    sources = ["registry.opentofu.org/hashicorp/aws", "registry.terraform.io/Me/Mine", "Example.com/acme/x"]
    lines = "".join(f"    p{n} = {entry.format(one)}\n" for n, one in enumerate(sources))
    text = f"terraform {{\n  required_providers {{\n{lines}  }}\n}}\n"
    found = providers.required_providers(module(main=text))
    assert [one.address for one in found] == ["hashicorp/aws", "me/mine", "example.com/acme/x"]
    lock = "".join(f'provider "{one}" {{\n  version = "1.{n}.0"\n}}\n' for n, one in enumerate(sources))
    assert dict(providers.lock_entries(lock)) == {
        "hashicorp/aws": "1.0.0",
        "me/mine": "1.1.0",
        "example.com/acme/x": "1.2.0",
    }
    assert dict(providers.lock_entries(lock + "oops ]")) == {}
