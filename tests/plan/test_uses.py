"""What a value must look like, from how a module uses it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tffix.hcl import parse
from tffix.plan.guesses import guess
from tffix.plan.setting import Setting
from tffix.plan.shapes import used_like
from tffix.plan.types import variable_type
from tffix.plan.uses import Uses
from tffix.plan.values import Maker
from tffix.plan.variables import declared, invented

MAKER = Maker("variable", {}, Setting(), truth=True)


def uses(text: str) -> Uses:
    return Uses([parse(text.encode()).body])


def value(text: str, *path: str) -> Any:
    """What is made up for an address in a module."""
    return guess(uses(text).of(*path), MAKER, (path[-1],))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("locals {\n  a = var.x[0]\n}\n", list),
        ("locals {\n  a = [for one in var.x : upper(one)]\n}\n", list),
        ("locals {\n  a = { for key, one in var.x : key => one }\n}\n", dict),
        ('locals {\n  a = lookup(var.x, "k")\n}\n', dict),
        ('locals {\n  a = "${var.x}-a"\n}\n', str),
        ('resource "a_b" "c" {\n  count = var.x\n}\n', int),
        ("locals {\n  a = var.x ? 1 : 2\n}\n", bool),
        ('locals {\n  a = join(",", var.x)\n}\n', list),
        ("locals {\n  b = var.x\n  a = local.b[*].id\n}\n", list),
        ('resource "a_b" "c" {\n  for_each = var.x\n  d = each.value.name\n}\n', dict),
    ],
)
def test_a_use_makes_a_kind(text: str, kind: type) -> None:
    assert type(value(text, "var", "x")) is kind


def test_members_are_found_through_loops_and_blocks() -> None:
    text = (
        'resource "a_b" "c" {\n  dynamic "rule" {\n    for_each = var.rules\n    content {\n'
        "      port = rule.value.port + 1\n      text = rule.value.names[0]\n    }\n  }\n}\n"
    )
    (first, *_) = value(text, "var", "rules")
    assert first["port"] == 1
    assert isinstance(first["names"], list)


def test_what_a_resource_is_made_for_each_of_is_a_map() -> None:
    text = 'resource "a_b" "c" {\n  for_each = data.x.y.files\n  name = each.value\n}\n'
    assert isinstance(value(text, "data", "x", "y", "files"), dict)
    text = "locals {\n  f = toset(data.x.y.files)\n}\n" + text.replace("data.x.y.files", "local.f")
    assert isinstance(value(text, "data", "x", "y", "files"), list)


def test_an_element_may_have_a_name_of_its_own() -> None:
    text = (
        'resource "a_b" "c" {\n  dynamic "rule" {\n    for_each = var.rules\n    iterator = one\n'
        "    content {\n      port = one.value.port + 1\n    }\n  }\n}\n"
    )
    assert value(text, "var", "rules")[0] == {"port": 1}


def test_what_is_compared_with_a_text_is_one_of_them() -> None:
    assert value('locals {\n  a = var.env == "live" ? 1 : 2\n}\n', "var", "env") == "live"
    assert value("locals {\n  m = {\n    int = 1\n  }\n  a = local.m[var.env]\n}\n", "var", "env") == "int"


def test_a_key_that_is_used_is_in_the_map() -> None:
    text = "locals {\n  a = var.sizes[var.env].type\n}\n"
    assert list(value(text, "var", "sizes")) == [value(text, "var", "env")]


def test_the_values_of_a_map_are_no_map() -> None:
    text = "locals {\n  a = cidrsubnet(values(var.x)[0], 4, 1)\n}\n"
    assert next(iter(value(text, "var", "x").values())).endswith(".0.0/16")


def test_what_is_put_before_a_mask_is_an_address() -> None:
    text = 'locals {\n  a = cidrhost("${var.hosts[0]}/24", 0)\n}\n'
    assert all(one.startswith("10.") for one in value(text, "var", "hosts"))


def test_what_is_merged_is_alike() -> None:
    text = "locals {\n  a = merge(var.x, var.y)\n  b = local.a.port + 1\n}\n"
    assert value(text, "var", "y") == {"port": 1}


def test_a_splat_is_a_list() -> None:
    text = "locals {\n  a = concat(var.x, tolist(a_b.c[*].id))\n}\n"
    assert isinstance(value(text, "var", "x"), list)


def test_there_are_as_many_elements_as_are_asked_for() -> None:
    assert len(value("locals {\n  a = [var.x[0], var.x[4]]\n}\n", "var", "x")) == 5
    assert len(value("locals {\n  a = var.x.4\n}\n", "var", "x")) == 5


def test_a_value_in_a_template_is_a_text() -> None:
    assert isinstance(value('locals {\n  a = "ou=${var.base_users}"\n}\n', "var", "base_users"), str)


def test_a_text_that_is_decoded_is_json() -> None:
    text = 'locals {\n  a = jsondecode(data.a_b.c.text)["user"]\n}\n'
    assert value(text, "data", "a_b", "c", "text").startswith('{"user": "user-')


def test_an_object_is_used_as_those_with_its_arguments() -> None:
    one, other = (
        uses("locals {\n  a = data.a_b.c.v[0]\n}\n"),
        uses("locals {\n  a = data.a_b.d.v ? 1 : 2\n}\n"),
    )
    among = [
        ({"name": re.compile("c")}, one.of("data", "a_b", "c")),
        ({"name": re.compile("d.*")}, other.of("data", "a_b", "d")),
    ]
    assert "list" in used_like({"name": "c"}, among).members["v"].kinds
    assert "bool" in used_like({"name": "dd"}, among).members["v"].kinds


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("type = bool", True),
        ('type = number\n  validation {\n    condition = var.v == 5\n    error_message = "No."\n  }', 5),
        (
            'type = string\n  validation {\n    error_message = "No."\n'
            '    condition = can(regex("^[0-9]+\\\\.[0-9]+\\\\.[0-9]+$", var.v))\n  }',
            "1.2.3",
        ),
        ("type = object({ on = bool, name = optional(string) })", {"on": True}),
        (
            "type = object({ a = optional(bool), b = optional(bool) })\n  validation {\n"
            "    condition = (var.v.a == null ? 0 : 1) + (var.v.b == null ? 0 : 1) == 1\n"
            '    error_message = "No."\n  }',
            {"a": True},
        ),
        ('type = string\n}\nresource "a_b" "c" {\n  name = var.v\n  enabled = var.v', "true"),
        ("type = tuple([bool, bool])", [True, True]),
        ("type = map(bool)", {"example": True}),
        ("type = list(bool)", [True]),
    ],
)
def test_a_variable_gets_a_value_that_it_takes(body: str, expected: Any) -> None:
    text = f'variable "v" {{\n  {body}\n}}\n'
    file = parse(text.encode())
    variable = declared([file.body])["v"]
    types: dict[tuple[str, ...], str] = {("enabled",): "bool", ("name",): "string"}
    uses_ = Uses([file.body], lambda _, path: types.get(path))
    found = invented("v", variable, uses_.of("var", "v"), MAKER)
    assert found == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("object(any)", "dynamic"),
        ("map(object(any))", ["map", "dynamic"]),
        ("list(map(string))", ["list", ["map", "string"]]),
        ("object({ a = optional(string), b = list(number) })", ["object", {"b": ["list", "number"]}]),
        ('"map"', ["map", "string"]),
        ("any", "dynamic"),
    ],
)
def test_types_of_variables(source: str, expected: Any) -> None:
    (variable,) = parse(f'variable "v" {{\n  type = {source}\n}}\n'.encode()).body.blocks()
    assert variable_type(variable) == expected


def test_what_is_decoded_from_base64_is_base64() -> None:
    import base64
    import json

    plain = value("locals {\n  a = base64decode(var.ca)\n}\n", "var", "ca")
    assert base64.b64decode(plain, validate=True)
    document = value("locals {\n  a = jsondecode(base64decode(var.d)).user\n}\n", "var", "d")
    assert isinstance(json.loads(base64.b64decode(document, validate=True))["user"], str)
