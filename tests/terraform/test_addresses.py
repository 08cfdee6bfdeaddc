"""Addresses: what a block declares and what a traversal mentions."""

from __future__ import annotations

import pytest

from tffix import Address, mentions, object_items
from tffix.hcl.parser import parse_expression

from .modules import module

MAIN = """
resource "aws_vpc" "main" {}
resource "aws_vpc" "other" {}
data "aws_ami" "x" {}
ephemeral "random_password" "p" {}
variable "v" {}
output "o" {}
module "m" {}
locals {
  a = 1
  b = 2
}
provider "aws" {}
terraform {}
moved {}
"""

MENTIONS = {
    "aws_vpc.main": ["aws_vpc.main"],
    "aws_vpc.main.id": ["aws_vpc.main .id"],
    "aws_vpc.main[0].id": ["aws_vpc.main [0].id"],
    'aws_vpc.main["a"].tags.b': ['aws_vpc.main ["a"].tags.b'],
    "aws_vpc.main.*.id": ["aws_vpc.main .*.id"],
    "aws_vpc.main[*].id": ["aws_vpc.main [*].id"],
    "data.aws_ami.x.id": ["data.aws_ami.x .id"],
    "ephemeral.a.b.c": ["ephemeral.a.b .c"],
    "resource.aws_vpc.main.id": ["aws_vpc.main .id"],
    "var.v": ["var.v"],
    "var.v.a[0]": ["var.v .a[0]"],
    "local.a.b": ["local.a .b"],
    "module.m.out.id": ["module.m .out.id"],
    "module.m[0].out": ["module.m [0].out"],
    "each.value.id": [],
    "count.index": [],
    "self.id": [],
    "path.module": [],
    "terraform.workspace": [],
    "name": [],
    "data.aws_ami": [],
    "f(var.a, var.b)": ["var.a", "var.b"],
    '"${var.a}-${local.b.c}"': ["var.a", "local.b .c"],
    "<<EOT\n${var.a}\n%{ if var.b }${var.c}%{ endif }\nEOT": ["var.a", "var.b", "var.c"],
    "<<-EOT\n%{ for x in var.a ~}\n${x.id} ${var.b}\n%{ endfor ~}\nEOT": ["var.a", "var.b"],
    "aws_vpc.main[var.i].id": ["aws_vpc.main [var.i].id", "var.i"],
    "{ a = var.a, (var.b) = var.c, var = 1 }": ["var.a", "var.b", "var.c"],
    "[for x in var.a : x.id if x.y]": ["var.a"],
    "[for var in var.a : var.b]": ["var.a"],
    "[for x in x.y : x.z]": ["x.y"],
    "{for k, v in var.a : k.b => v.c... if var.d}": ["var.a", "var.d"],
    "[for x in var.a : [for y in x.b : [x.c, y.d, z.e]]]": ["var.a", "z.e"],
    '"%{ for x in x.y }${x.z}%{ endfor }${x.w}"': ["x.y", "x.w"],
    "f(g(var.a).b, (var.c).d)": ["var.a", "var.c"],
    "jsonencode({ Statement = [{ Resource = aws_s3_bucket.b.arn }] })": ["aws_s3_bucket.b .arn"],
    '"no.reference here"': [],
    '"$${var.a}"': [],
    "aws_vpc . main . id": ["aws_vpc.main  . id"],
}


@pytest.mark.parametrize("source", MENTIONS)
def test_mentions(source: str) -> None:
    found = [f"{one.address} {one.rest}".strip() for one in mentions(source)]
    assert found == MENTIONS[source]


def test_what_blocks_declare() -> None:
    m = module(main=MAIN)
    declared = [Address.of(block) for file in m.files.values() for block in file.blocks()]
    assert [str(address) for address in declared if address] == [
        "aws_vpc.main",
        "aws_vpc.other",
        "data.aws_ami.x",
        "ephemeral.random_password.p",
        "var.v",
        "output.o",
        "module.m",
    ]
    for address in filter(None, declared):
        block = m.get(address)
        assert block is m.get(str(address)) and block is not None
        assert Address.parse(str(address)) == address
    local = m.get("local.b")
    assert local is m.locals["b"]
    assert m.get("local.c") is None and m.get("aws_vpc.none") is None and m.get("data.aws_ami.y") is None


def test_only_managed_resources_are_resources() -> None:
    assert Address.parse("aws_vpc.main").is_resource
    for text in ("var.v", "local.a", "module.m", "output.o", "data.aws_ami.x"):
        assert not Address.parse(text).is_resource


def test_object_items_by_name() -> None:
    items = object_items(parse_expression('{ a = 1, "b" = 2, (c) = 3 }'))
    assert {name: item.value.text for name, item in items.items()} == {"a": "1", "b": "2"}
    assert object_items(parse_expression("[1]")) == {}
