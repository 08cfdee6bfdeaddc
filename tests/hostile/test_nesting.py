"""Values nested as deep as Terraform goes, and chains of 100,000 parts, with no recursion in tffix."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tffix import Attribute, HclSyntaxError, Module, evaluate, mentions, parse, read
from tffix.engine.policy import Policy
from tffix.engine.runner import check
from tffix.hcl.layout import formatted
from tffix.hcl.scanner import MAX_NESTING
from tffix.hcl.settle import settle
from tffix.hcl.structure import MAX_BLOCKS
from tffix.rules.registry import in_profile, select
from tffix.terraform.project import read_project

DEEP = 50_000
LONG = 100_000

NESTED = {
    "parentheses": ("(", "1", ")"),
    "tuples": ("[", "1", "]"),
    "objects": ("{a=", "1", "}"),
    "calls": ("f(", "1", ")"),
    "indexes": ("b[", "0", "]"),
    "for-expressions": ("[for x in ", "y", " : x]"),
}
CHAINS = {
    "not": "!" * LONG + "true",
    "minus": "-" * LONG + "1",
    "sum": "1" + " + 1" * LONG,
    "conditionals": "c ? 1 : " * LONG + "2",
    "attributes": "local.b" + ".a" * LONG,
    "splats": "local.b" + "[*]" * LONG,
    "indexes": "local.b" + "[0]" * LONG,
    "template": '"' + "${a}b" * LONG + '"',
    "directives": '"' + "%{ if a }" * DEEP + "x" + "%{ endif }" * DEEP + '"',
    "templates": '"${' * (DEEP // 2) + "1" + '}"' * (DEEP // 2),
}
SOURCES = CHAINS | {
    name: before * DEEP + middle + after * DEEP for name, (before, middle, after) in NESTED.items()
}


@contextmanager
def little_stack() -> Iterator[None]:
    """Lets few calls be open at once: what needs more for a deeper input fails."""
    before = sys.getrecursionlimit()
    depth, frame = 0, sys._getframe()
    while frame.f_back is not None:
        depth, frame = depth + 1, frame.f_back
    sys.setrecursionlimit(depth + 150)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


@pytest.mark.parametrize("name", SOURCES)
def test_a_deep_value_is_read_walked_evaluated_and_laid_out(name: str) -> None:
    text = f"locals {{\n  a = {SOURCES[name]}\n}}\n"
    with little_stack():
        file = parse(text.encode())
        attribute = next(next(file.blocks()).body.attributes)
        assert bytes(file) == text.encode()
        assert sum(1 for _ in attribute.expression.walk()) > DEEP / 2
        mentions(attribute.source)
        evaluate(attribute.expression)
        read(attribute.expression)
        assert formatted(text).startswith("locals {\n  a = ")
        edited = text.replace("locals", "# more\nlocals")
        assert settle(text, edited) == formatted(edited) or settle(text, edited) == edited
        assert Module(".", {"main.tf": file}).locals["a"] is attribute


def test_the_value_of_a_long_sum_is_no_recursion() -> None:
    with little_stack():
        assert evaluate(parse_value("1" + " + 1" * 1000).expression) == 1001


def parse_value(source: str) -> Attribute:
    return next(parse(f"a = {source}\n".encode()).body.attributes)


def test_blocks_are_nested_without_recursion() -> None:
    text = "b {\n" * MAX_BLOCKS + "}\n" * MAX_BLOCKS
    with little_stack():
        file = parse(text.encode())
        assert bytes(file) == text.encode()
        assert sum(1 for _ in file.body.walk()) == MAX_BLOCKS + 1
        assert next(file.blocks()).text == text
        inner = list(file.body.walk())[-1].owner
        assert inner is not None
        inner.body.set("a", "1")
        assert "a = 1" in file.text


def test_blocks_are_laid_out_without_recursion() -> None:
    with little_stack():
        laid_out = formatted("b {\n" * 500 + "}\n" * 500)
    assert laid_out.count("\n") == 1000 and laid_out.split("\n")[499] == " " * 998 + "b {"


@pytest.mark.parametrize("name", NESTED)
def test_deeper_than_the_limit_is_a_fault_with_its_place(name: str) -> None:
    before, middle, after = NESTED[name]
    deep = MAX_NESTING + 1
    for source in (before * deep + middle + after * deep, before * deep):
        with pytest.raises(HclSyntaxError) as caught:
            parse(f"a = 1\nb = {source}\n".encode(), "main.tf")
        assert caught.value.line == 2 and "nested more than" in caught.value.message
        assert str(caught.value).startswith("main.tf:2:")


def test_more_blocks_than_the_limit_are_a_fault_with_its_place() -> None:
    with pytest.raises(HclSyntaxError) as caught:
        parse(("b {\n" * (MAX_BLOCKS + 1)).encode(), "main.tf")
    assert str(caught.value).startswith(f"main.tf:{MAX_BLOCKS + 1}:1: blocks are nested more than")


@pytest.mark.parametrize("text", ["[" * 90_000, "b {\n" * 9_000, "]" * 90_000, '"${' * 20_000])
def test_brackets_that_are_never_closed_are_a_fault(text: str) -> None:
    with little_stack(), pytest.raises(HclSyntaxError):
        parse((text if text.startswith("b") else f"a = {text}\n").encode())


VALUES = """
resource "aws_iam_role" "a" {{
  name               = {value}
  assume_role_policy = {value}
}}

resource "aws_iam_policy" "a" {{
  policy = jsonencode({value})
}}

resource "aws_s3_bucket" "a" {{
  bucket = {value}
  tags   = {value}

  lifecycle_rule {{
    enabled = {value}
  }}
}}

resource "aws_security_group" "a" {{
  name    = "a"
  ingress = {value}
}}

resource "aws_security_group_rule" "a" {{
  for_each    = {value}
  from_port   = {value}
  cidr_blocks = {value}
}}

resource "aws_instance" "a" {{
  count             = {value}
  user_data         = {value}
  availability_zone = {value}
  root_block_device = {value}
}}

resource "aws_db_instance" "a" {{
  password   = {value}
  identifier = {value}
}}

resource "aws_lambda_function" "a" {{
  function_name = {value}
  runtime       = {value}
  environment   = {value}
}}

variable "a" {{
  type    = {value}
  default = {value}

  validation {{
    condition     = {value}
    error_message = {value}
  }}
}}

output "a" {{
  value = {value}
}}

module "a" {{
  source = "./a"
  a      = {value}
}}

resource "null_resource" "a" {{
  depends_on = {value}
}}
"""


@pytest.mark.parametrize("name", [*NESTED, "conditionals", "sum", "templates"])
def test_no_rule_fails_on_deep_values(name: str, tmp_path: Path) -> None:
    before, middle, after = {
        **NESTED,
        "conditionals": ("true ? 1 : ", "2", ""),
        "sum": ("1 + ", "1", ""),
        "templates": ('"${', '"x"', '}"'),
    }[name]
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "main.tf").write_text('variable "a" {\n}\n')
    (tmp_path / "main.tf").write_text(VALUES.format(value=before * 1200 + middle + after * 1200))
    project = read_project([str(tmp_path)], alone=True)
    assert project.errors == []
    result = check(project, select(in_profile("all"), (), {}), Policy())
    assert result.defects == []
    assert result.found
