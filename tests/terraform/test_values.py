"""Static values are those of `terraform console`, or UNKNOWN."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tffix import Module
from tffix.hcl.parser import parse_expression
from tffix.terraform.values import UNKNOWN, evaluate

from .console import FAILURE, needs_terraform, terraform_values
from .modules import module
from .random_expressions import expression


def _cases() -> list[tuple[str, str]]:
    """Expressions and what is said of them: ``= JSON``, ``~ JSON`` (we do not follow there) or ``error``."""
    found: list[tuple[str, str]] = []
    lines: list[str] = []
    for line in Path(__file__).with_name("values.txt").read_text("utf-8").splitlines():
        if line == "error" or line.startswith(("= ", "~ ")):
            found.append(("\n".join(lines).strip("\n"), line))
            lines = []
        else:
            lines.append(line)
    return found


CASES = _cases()


def same(one: Any, other: Any) -> bool:
    """Equality that tells 1 from true."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_values(text: str, expected: str) -> None:
    value = evaluate(parse_expression(text))
    if expected.startswith("= "):
        assert value is not UNKNOWN and same(value, json.loads(expected[2:]))
    else:
        assert value is UNKNOWN


@needs_terraform
def test_terraform_says_the_same() -> None:
    answers = terraform_values([text for text, _ in CASES])
    wrong = [
        (text, expected, answer)
        for (text, expected), answer in zip(CASES, answers, strict=True)
        if (answer is FAILURE) != (expected == "error")
        or (answer is not FAILURE and not same(answer, json.loads(expected[2:])))
    ]
    assert wrong == []


@needs_terraform
def test_random_expressions_have_the_values_that_terraform_gives_them() -> None:
    texts = [expression(Random(seed), 1 + seed % 3) for seed in range(1500)]
    texts = [text for text in texts if len(text) < 300]
    values = [evaluate(parse_expression(text)) for text in texts]
    assert sum(value is not UNKNOWN for value in values) > 400
    wrong = [
        (text, value, answer)
        for text, value, answer in zip(texts, values, terraform_values(texts), strict=True)
        if value is not UNKNOWN and answer is not FAILURE and not same(value, answer)
    ]
    assert wrong == []


def test_nothing_raises() -> None:
    for seed in range(3000):
        evaluate(parse_expression(expression(Random(seed), 4)))


SOUND = """
variable "region" {
  default = "eu-west-1"
}
variable "number" {
  type    = number
  default = "3"
}
variable "names" {
  type    = set(string)
  default = ["b", "a", "b"]
}
variable "settings" {
  type = object({
    size  = optional(number, 5)
    name  = string
    extra = optional(string)
    inner = optional(object({ a = optional(bool, true) }), {})
  })
  default = { name = "x", other = 1 }
}
locals {
  name = "app"
  full = "${local.name}-${upper("x")}"
  tags = { Name = local.full, Region = var.region }
  list = [for k in ["a", "b"] : "${local.name}-${k}"]
}
"""
ODD = """
variable "open" {}
variable "wrong" {
  type    = number
  default = "x"
}
locals {
  cycle   = [local.cycle_2]
  cycle_2 = local.cycle
  self    = local.self
  vpc     = aws_vpc.main.id
  mixed   = { known = 1, unknown = aws_vpc.main.id }
}
"""
IN_MODULE: dict[str, tuple[Any, Any]] = {
    # Without the defaults of variables, and with them.
    "local.name": ("app", "app"),
    "local.full": ("app-X", "app-X"),
    "local.tags": (UNKNOWN, {"Name": "app-X", "Region": "eu-west-1"}),
    "local.tags.Name": ("app-X", "app-X"),
    "local.tags[\"Region\"]": (UNKNOWN, "eu-west-1"),
    "keys(local.tags)": (["Name", "Region"], ["Name", "Region"]),
    "length(local.list)": (2, 2),
    "local.list[1]": ("app-b", "app-b"),
    "local.cycle": (UNKNOWN, UNKNOWN),
    "local.self": (UNKNOWN, UNKNOWN),
    "local.none": (UNKNOWN, UNKNOWN),
    "local": (UNKNOWN, UNKNOWN),
    "local.vpc": (UNKNOWN, UNKNOWN),
    "local.mixed": (UNKNOWN, UNKNOWN),
    "local.mixed.known": (1, 1),
    "merge(local.mixed, { unknown = 2 })": ({"known": 1, "unknown": 2}, {"known": 1, "unknown": 2}),
    "[local.name, var.open]": (UNKNOWN, UNKNOWN),
    "var.region": (UNKNOWN, "eu-west-1"),
    "var.number": (UNKNOWN, 3),
    "var.names": (UNKNOWN, ["a", "b"]),
    "var.settings": (UNKNOWN, {"size": 5, "name": "x", "extra": None, "inner": {"a": True}}),
    "var.open": (UNKNOWN, UNKNOWN),
    "var.wrong": (UNKNOWN, UNKNOWN),
    "var.none": (UNKNOWN, UNKNOWN),
    "try(local.tags.none, \"x\")": ("x", "x"),
    "try(var.region, \"x\")": (UNKNOWN, "eu-west-1"),
    "can(var.open)": (UNKNOWN, UNKNOWN),
    "var.region == \"x\" && false": (False, False),
    "var.open ? 1 : 1": (UNKNOWN, UNKNOWN),
    "true ? \"a\" : var.open": ("a", "a"),
    "path.module": (UNKNOWN, UNKNOWN),
    "terraform.workspace": (UNKNOWN, UNKNOWN),
    "each.key": (UNKNOWN, UNKNOWN),
    "data.aws_region.current.name": (UNKNOWN, UNKNOWN),
    "file(\"x\")": (UNKNOWN, UNKNOWN),
    "timestamp()": (UNKNOWN, UNKNOWN),
    "provider::aws::arn_parse(\"x\")": (UNKNOWN, UNKNOWN),
    "core::upper(\"x\")": ("X", "X"),
    "sensitive(\"x\")": ("x", "x"),
}  # fmt: skip


@pytest.fixture
def main() -> Module:
    return module(main=SOUND + ODD)


@pytest.mark.parametrize("text", IN_MODULE)
def test_values_in_a_module(main: Module, text: str) -> None:
    without, with_defaults = IN_MODULE[text]
    assert evaluate(parse_expression(text), main) == without
    assert evaluate(parse_expression(text), main, defaults=True) == with_defaults


@needs_terraform
def test_terraform_says_the_same_of_a_module() -> None:
    odd = ("mixed", "open", "sensitive")
    texts = [
        text
        for text, (_, value) in IN_MODULE.items()
        if value is not UNKNOWN and not any(word in text for word in odd)
    ]
    assert len(texts) > 12
    for text, answer in zip(texts, terraform_values(texts, SOUND), strict=True):
        assert same(answer, IN_MODULE[text][1]), text


def test_scope_gives_values_to_names(main: Module) -> None:
    scope = {"each": {"key": "a", "value": {"size": 2}}, "count": {"index": 1}}
    text = '"${local.name}-${each.key}-${each.value.size + count.index}"'
    assert evaluate(parse_expression(text), main, scope) == "app-a-3"
    assert evaluate(parse_expression("[for each in [1] : each]"), main, scope) == [1]


def test_partial_values_are_given_when_asked_for(main: Module) -> None:
    value = evaluate(parse_expression("local.mixed"), main, partial=True)
    assert value == {"known": 1, "unknown": UNKNOWN}


def test_a_syntax_error_in_a_local_value_is_unknown() -> None:
    from tffix.hcl import parse_structure

    m = Module(".", {"main.tf": parse_structure(b"locals {\n  a = [1 2]\n}\n")})
    assert evaluate(parse_expression("local.a"), m) is UNKNOWN


BOMBS = {
    "doubled strings": 'locals {\n  l0 = "xxxxxxxxxx"\n'
    + "".join(f'  l{n} = "${{local.l{n - 1}}}${{local.l{n - 1}}}"\n' for n in range(1, 60))
    + "}\n",
    "doubled lists": "locals {\n  l0 = [1]\n"
    + "".join(f"  l{n} = [local.l{n - 1}, local.l{n - 1}]\n" for n in range(1, 60))
    + "}\n",
    "a long chain": "locals {\n  l0 = 1\n"
    + "".join(f"  l{n} = local.l{n - 1}\n" for n in range(1, 5000))
    + "}\n",
}
LAST = {"doubled strings": "local.l59", "doubled lists": "local.l59", "a long chain": "local.l4999"}


@pytest.mark.parametrize("name", BOMBS)
def test_what_is_too_large_is_unknown(name: str) -> None:
    m = module(main=BOMBS[name])
    for text in (LAST[name], f"jsonencode({LAST[name]})", f"length({LAST[name]}) == {LAST[name]}"):
        assert evaluate(parse_expression(text), m) is UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]]",
        "-" * 5000 + "1",
        "!" * 5000 + "true",
        "(" * 150 + "1" + ")" * 150,
        "true ? 1 : " * 150 + "2",
        "[[1]]" + "[*]" * 3000,
        'jsondecode("' + "[" * 5000 + "]" * 5000 + '")',
        "pow(99999, 64)",
        'format("%999d", 1) == format("%1000d", 1)',
        'regex("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")',
        'regex("a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")',
        "{ for a in range(1000) : a => range(1000) }",
        "setproduct(range(1000), range(1000))",
        "1e999",
        "1e-999 / 1e999",
    ],
)
def test_what_takes_too_long_is_unknown_at_once(text: str) -> None:
    assert evaluate(parse_expression(text)) is UNKNOWN


def test_long_sums_have_values() -> None:
    assert evaluate(parse_expression("1" + " + 1" * 5000)) == 5001
