"""What is known of values before Terraform runs: types, marks, instances, and what is known later only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tffix import Attribute, Block, Module, inference
from tffix.engine.running import read

from .modules import module

TYPES = inference.types
PROVIDERS = """
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "counted" {
  count      = 2
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_subnet" "keyed" {
  for_each   = toset(["a", "b"])
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}
"""


def local(text: str, main: str = "", *, defaults: bool = False) -> inference.Abstract:
    """What is known of an expression in a module."""
    made = module(main=f"{main}\nlocals {{\n  asked = {text}\n}}\n")
    attribute = made.locals["asked"]
    return inference.infer(attribute, owner(attribute), made, defaults=defaults)


def owner(attribute: Attribute) -> Block:
    assert attribute.parent is not None and attribute.parent.owner is not None
    return attribute.parent.owner


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ('"a"', "string"),
        ('["a", 1]', "tuple([string, number])"),
        ('tolist(["a", 1])', "list(string)"),
        ("{ a = 1 }", "object({a = number})"),
        ("var.set", "set(number)"),
        ("[for one in var.set : one]", "list(number)"),
        ("{ for one in var.set : one => [one] }", "map(tuple([number]))"),
        ('var.set == null ? "a" : 1', "string"),
        ("var.setting.name", "string"),
        ("keys(var.setting)", "list(string)"),
        ("concat(var.names, var.names)", "list(string)"),
        ("merge({ a = 1 }, { b = true })", "object({a = number, b = bool})"),
        ("aws_vpc.main.cidr_block", "string"),
        ("aws_subnet.counted[*].id", "tuple([string, string])"),
        ("aws_subnet.keyed[\"a\"].id", "string"),
        ("aws_vpc.main.none", "any"),
        ("try(var.any.a, 1)", "any"),
        ("length(var.any)", "number"),
    ],
)  # fmt: skip
def test_types(text: str, type_: str) -> None:
    variables = """
    variable "set" { type = set(number) }
    variable "names" { type = list(string) }
    variable "setting" { type = object({ name = optional(string, "a"), size = number }) }
    variable "any" {}
    """
    assert repr(local(text, PROVIDERS + variables).type) == type_


@pytest.mark.parametrize(
    ("text", "is_later"),
    [
        ("aws_vpc.main.id", True),
        ("aws_vpc.main.cidr_block", False),
        ('"vpc-${aws_vpc.main.id}"', True),
        ("toset(aws_subnet.counted[*].id)", True),
        ("{ for one in aws_subnet.counted : one.id => 1 }", True),
        ("aws_vpc.main.id == null ? 1 : 2", True),
        ("var.size", False),
    ],
)
def test_known_after_the_apply(text: str, is_later: bool) -> None:
    assert local(text, PROVIDERS + 'variable "size" {}').is_later is is_later


def test_instances_by_key() -> None:
    value = local("{ for name, one in aws_subnet.keyed : name => one.id }", PROVIDERS)
    assert set(value.value) == {"a", "b"}
    assert len(local("aws_subnet.counted[*].id", PROVIDERS).value) == 2


@pytest.mark.parametrize(
    ("text", "is_sensitive"),
    [
        ("var.secret", True),
        ('"a-${var.secret}"', True),
        ("[var.secret]", True),
        ("length(var.secret)", True),
        ("nonsensitive(var.secret)", False),
        ("var.plain", False),
        ('var.plain == "" ? var.secret : "a"', True),
        ('keys({ a = var.secret })', False),
        ('sensitive("a")', True),
    ],
)  # fmt: skip
def test_sensitive(text: str, is_sensitive: bool) -> None:
    variables = 'variable "plain" {}\nvariable "secret" {\n  type      = string\n  sensitive = true\n}\n'
    assert ("sensitive" in local(text, variables).all_marks()) is is_sensitive


def test_values_of_variables() -> None:
    variable = 'variable "size" {\n  type    = number\n  default = "2"\n}\n'
    assert not local("var.size", variable).is_known
    assert local("var.size * 2", variable, defaults=True).value == 4


def test_values_in_files() -> None:
    def size(**files: str) -> object:
        text = 'variable "size" {\n  default = 1\n}\nlocals {\n  asked = var.size\n}\n'
        made = module(main=text)
        made.opaque.update({name.replace("_", "."): source for name, source in files.items()})
        attribute = made.locals["asked"]
        return inference.plain(inference.infer(attribute, owner(attribute), made))

    assert size() == 1
    assert size(terraform_tfvars="size = 2\n") == 2
    assert size(terraform_tfvars="size = 2\n", a_auto_tfvars="size = 3\n") == 3
    assert size(production_tfvars="size = 4\n") not in (1, 4)  # it may be either


CHILD = """
variable "name" {
  default = "none"
}

output "name" {
  value = var.name
}
"""


def called(folder: Path, calls: str) -> object:
    """The value of a variable of a module that another one calls."""
    (folder / "child").mkdir(exist_ok=True)
    (folder / "child/main.tf").write_text(CHILD)
    (folder / "main.tf").write_text(calls)
    child = next(one for one in read([str(folder)]).modules.values() if one.path.endswith("child"))
    output = child.blocks("output", "name")[0]
    value = output.get("value")
    assert value is not None
    return inference.plain(inference.infer(value, output, child))


def test_values_of_callers(tmp_path: Path) -> None:
    one = 'module "a" {\n  source = "./child"\n  name   = "a"\n}\n'
    other = 'module "b" {\n  source = "./child"\n  name   = "b"\n}\n'
    assert called(tmp_path, one) == "a"
    assert called(tmp_path, 'module "a" {\n  source = "./child"\n}\n') == "none"
    assert called(tmp_path, one + other) not in ("a", "b", "none")


def test_outputs_of_modules(tmp_path: Path) -> None:
    call = 'module "a" {\n  source = "./child"\n  name   = "a"\n}\n'
    called(tmp_path, call + "locals {\n  asked = [module.a.name]\n}\n")
    root = next(one for one in read([str(tmp_path)]).modules.values() if one.locals)
    attribute = root.locals["asked"]
    assert inference.plain(inference.infer(attribute, owner(attribute), root)) == ["a"]


def test_a_circle_has_no_value() -> None:
    made = Module(".", module(main="locals {\n  asked = local.b\n  b = [local.asked]\n}\n").files)
    attribute = made.locals["asked"]
    assert not inference.infer(attribute, owner(attribute), made).is_null


def test_an_unknown_function_is_told_with_the_nearest() -> None:
    made = module(main="locals {\n  asked = lenght([1])\n}\n")
    ((_, problem),) = inference.problems(made)
    assert (problem.near, problem.kind) == ("length", inference.Kind.FUNCTION)
