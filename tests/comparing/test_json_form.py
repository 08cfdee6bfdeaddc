"""Native syntax in its JSON form."""

from __future__ import annotations

import json

from differential.json_form import as_json
from tffix import parse


def form(text: str) -> object:
    return json.loads(as_json(parse(text.encode())))


def test_blocks_are_nested_by_their_labels() -> None:
    text = 'resource "aws_vpc" "a" {\n  tags {}\n  tags {}\n}\nresource "aws_vpc" "b" {}\n'
    assert form(text) == {"resource": [{"aws_vpc": {"a": {"tags": [{}, {}]}}}, {"aws_vpc": {"b": {}}}]}


def test_expressions_are_templates_and_literals_are_values() -> None:
    text = 'a = 1\nb = var.x\nc = "x-${var.x}"\nd = [true, f(1)]\ne = { f = null, (var.k) = "$${x}" }\n'
    wanted = {"a": 1, "b": "${var.x}", "c": "x-${var.x}", "d": [True, "${f(1)}"]}
    assert form(text) == wanted | {"e": {"f": None, "${(var.k)}": "$${x}"}}


def test_names_are_written_as_they_are() -> None:
    text = 'depends_on = [aws_vpc.a]\nprovider = aws.b\ntype = list(string)\nfrom = "aws_vpc.c"\n'
    assert form(text) == {
        "depends_on": ["aws_vpc.a"],
        "provider": "aws.b",
        "type": "list(string)",
        "from": "aws_vpc.c",
    }
