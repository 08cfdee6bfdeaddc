"""Writes the enums of AWS's APIs into the facts, and which arguments of Terraform resources take from them.

All enums of botocore's service models are stored. An argument is linked to one only where the sources of
`api_links.py` agree: the argument is a string, or a list or set of strings; all operations that make or
change the resource have a member for it with an enum of the same values; and every value that CloudFormation
lists for the property is in the enum. Where the values are written otherwise there, they may be so in
Terraform: to CloudFormation an S3 ACL is `Private`.

Measured on 21 public repositories: without CloudFormation, 1,905 arguments were linked, of which 38 occurred
with literal values, two of them with a value that is right and not in the enum (`log-delivery-write` as an
S3 ACL, `RabbitMQ` as a broker's engine). With it, 960 are linked; all literal values that occur are right.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from importlib.metadata import version
from typing import NamedTuple

import wheels
from api_links import CloudFormation, Member, Models, resources

TABLES = """
CREATE TABLE api_enum (
    service TEXT PRIMARY KEY,
    enums BLOB NOT NULL     -- zlib of JSON: the values by the name of the shape
);
CREATE TABLE argument_enum (
    type TEXT NOT NULL,
    path TEXT NOT NULL,     -- dotted: launch_type, network_configuration.assign_public_ip
    service TEXT NOT NULL,
    shape TEXT NOT NULL,
    PRIMARY KEY (type, path)
) WITHOUT ROWID;
"""
STRINGS = ("string", ("list", "string"), ("set", "string"))


class Enum(NamedTuple):
    service: str
    shape: str
    values: frozenset[str]


def build(facts: sqlite3.Connection, models: Models, properties: CloudFormation) -> None:
    facts.executescript(TABLES)
    for service, shapes in models.shapes.items():
        enums = {name: shape["enum"] for name, shape in shapes.items() if "enum" in shape}
        packed = zlib.compress(json.dumps(enums, separators=(",", ":"), sort_keys=True).encode(), 9)
        facts.execute("INSERT INTO api_enum VALUES (?, ?)", (service, packed))
    for type_name, block in resources(facts):
        for path, members in sorted(models.links(type_name, block).items()):
            enum = _enum(models, members)
            if enum is not None and _is_confirmed(type_name, path, enum, members, properties):
                facts.execute("INSERT INTO argument_enum VALUES (?, ?, ?, ?)", (type_name, path, *enum[:2]))
    for package, package_version, holds in (
        ("botocore", version("botocore"), "enums of AWS APIs"),
        ("cfn-lint", wheels.version("cfn-lint"), "confirmation of arguments' enums"),
    ):
        facts.execute("INSERT INTO source VALUES (?, ?, ?)", (package, package_version, holds))


def _enum(models: Models, members: Iterable[Member]) -> Enum | None:
    """The enum of an argument, or of the elements of a list, if all members that have one have the same."""
    found = set()
    for member in members:
        shape, details = models.element(member.service, member.shape)
        if member.type in STRINGS and details["type"] == "string" and "enum" in details:
            found.add(Enum(member.service, shape, frozenset(details["enum"])))
    return min(found) if len({enum.values for enum in found}) == 1 else None


def _is_confirmed(
    type_name: str, path: str, enum: Enum, members: Iterable[Member], properties: CloudFormation
) -> bool:
    listed = [
        frozenset(map(str, part["enum"]))
        for member in members
        for part in properties.find(type_name, path, member)
        if "enum" in part
    ]
    return bool(listed) and all(values <= enum.values for values in listed)
