"""Made-up values: they look right, and depend on nothing but the object and the path."""

from __future__ import annotations

import ipaddress
import json
import re
from typing import Any

import pytest

from tffix.plan.guesses import guess, of_type, served
from tffix.plan.setting import Setting
from tffix.plan.shapes import Shape
from tffix.plan.values import Maker

ROLE = Maker("aws_iam_role", {"name": "app"}, Setting("eu-west-1"))
VPC = Maker("aws_vpc", {}, Setting("eu-west-1"))


@pytest.mark.parametrize(
    ("maker", "name", "pattern"),
    [
        (ROLE, "arn", r"arn:aws:iam::123456789012:role/app"),
        (VPC, "arn", r"arn:aws:ec2:eu-west-1:123456789012:vpc/[\w-]+"),
        (VPC, "kms_key_arn", r"arn:aws:kms:eu-west-1:123456789012:key/[\w-]+"),
        (ROLE, "id", "app"),
        (VPC, "id", r"vpc-[0-9a-f]{17}"),
        (VPC, "main_route_table_id", r"rtb-[0-9a-f]{17}"),
        (VPC, "zone_id", r"Z[0-9A-F]{12}"),
        (VPC, "owner_id", "123456789012"),
        (VPC, "availability_zone", "eu-west-1a"),
        (VPC, "repository_url", r"https://[\w.-]+"),
        (VPC, "created_at", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
        (VPC, "certificate_pem", r"(?s)-----BEGIN CERTIFICATE-----\n.+\n-----END CERTIFICATE-----\n"),
    ],
)
def test_texts_look_like_what_their_names_say(maker: Maker, name: str, pattern: str) -> None:
    assert re.fullmatch(pattern, maker.text((name,)))


def test_networks_can_be_divided() -> None:
    assert ipaddress.ip_network(VPC.text(("cidr_block",))).prefixlen == 16
    assert ipaddress.ip_network(VPC.text(("ipv6_cidr_block",))).prefixlen == 56
    assert ipaddress.ip_address(VPC.text(("private_ip",)))


def test_policies_are_json() -> None:
    assert json.loads(VPC.text(("policy",)))["Version"] == "2012-10-17"


def test_values_are_the_same_again_and_different_elsewhere() -> None:
    again = Maker("aws_vpc", {}, Setting("eu-west-1"))
    assert VPC.text(("id",)) == again.text(("id",))
    second = Maker("aws_vpc", {}, Setting("eu-west-1"), number=1)
    other = Maker("aws_vpc", {"cidr_block": "10.0.0.0/16"}, Setting("eu-west-1"))
    assert len({one.text(("id",)) for one in (VPC, second, other)}) == 3


@pytest.mark.parametrize(
    ("type_", "path", "expected"),
    [
        ("number", ("port",), 443),
        ("bool", ("enabled",), False),
        (["map", "string"], ("tags_all",), {}),
        (["set", "string"], ("names",), ["a", "a-1", "a-2"]),
        (["object", {"id": "bool"}], ("x",), {"id": False}),
        (["list", ["object", {"on": "bool"}]], ("x",), [{"on": False}]),
    ],
)
def test_values_have_their_type(type_: Any, path: tuple[str, ...], expected: Any) -> None:
    maker = Maker("x_y", {"name": "a"}, Setting())
    assert of_type(type_, Shape(), maker, path if path != ("names",) else ("name",)) == expected


def test_a_value_of_any_type_comes_with_its_type() -> None:
    found = served("dynamic", Shape(), VPC, ("subnet_ids",))
    assert json.loads(found[0]) == ["tuple", ["string", "string", "string"]]
    assert all(one.startswith("subnet-") for one in found[1])


def test_a_value_is_what_is_done_with_it() -> None:
    shape = Shape(kinds={"list"}, element=Shape(members={"id": Shape(), "port": Shape(kinds={"number"})}))
    found = guess(shape, VPC, ("targets",))
    assert [sorted(one) for one in found] == [["id", "port"]] * 3
    assert found[0]["port"] == 1
    assert found[0]["id"] != found[1]["id"]
