"""Writes the lengths, ranges, counts and patterns that AWS's APIs ask of Terraform arguments into the facts.

The links are those of `api_links.py`. A limit is kept only where

1. the argument and the member have the same type: a string that Terraform writes as a document, a base64
   text of what is written, or a list joined into one string, is sent as something else;
2. all operations that make or change the thing have the same limit;
3. CloudFormation has the property, with the same type, and where it states such a limit too, the same one.

Left out are enums (`build_enums.py`), what the argument's name says is a document or a secret's text, and
limits that are none: a minimum of 0 or 1, for empty texts and 0 often stand for nothing, and a maximum that
nobody reaches.
"""

import re
import sqlite3
from importlib.metadata import version
from typing import Any

import wheels
from api_links import CloudFormation, Member, Models, resources
from api_patterns import agree, is_usable

TABLES = """
CREATE TABLE argument_limit (
    type TEXT NOT NULL,
    path TEXT NOT NULL,     -- dotted: name, versioning_configuration.status
    min_length INTEGER,     -- of a string, or of each in a list or set
    max_length INTEGER,
    pattern TEXT,
    minimum NUMERIC,        -- of a number, or of each
    maximum NUMERIC,
    min_items INTEGER,      -- of a list, set or map
    max_items INTEGER,
    PRIMARY KEY (type, path)
) WITHOUT ROWID;
"""
COLUMNS = {  # and what CloudFormation's schemas call the same
    "min_length": "minLength",
    "max_length": "maxLength",
    "pattern": "pattern",
    "minimum": "minimum",
    "maximum": "maximum",
    "min_items": "minItems",
    "max_items": "maxItems",
}
# Documents, which the provider writes anew before it sends them, and what it encodes or reads from a file.
WRITTEN_ANEW = re.compile(
    r"(^|_)(base64|body|certificate|chain|code|content|data|definition|document|json|password|policy|private_key"
    r"|public_key|schema|script|secret|template|text|token|user_data)(_|$)"
)
KINDS = {"string": ("string",), "number": ("integer", "long", "float", "double")}
KINDS_ELSEWHERE = {
    "string": {"string"},
    "number": {"integer", "number"},
    "list": {"array"},
    "map": {"object"},
}
COLLECTIONS = ("list", "set", "map")
# The shapes without a name of services behind Amazon API Gateway, which nobody keeps up to date: at most 15
# brokers in a cluster of MSK, which makes 30.
GATEWAY = "__"
LEAST = {"min_length": 2, "min_items": 2, "minimum": 2}  # below that, it is left out or stands for nothing
MOST = {"max_length": 100_000, "max_items": 1_000, "maximum": 2**31 - 2}  # beyond, nobody writes it by hand


def build(facts: sqlite3.Connection, models: Models, properties: CloudFormation) -> None:
    facts.executescript(TABLES)
    places = ", ".join("?" * (2 + len(COLUMNS)))
    for type_name, block in resources(facts):
        for path, members in sorted(models.links(type_name, block).items()):
            limits = _limits(models, type_name, path, members, properties)
            if limits:
                row = (type_name, path, *map(limits.get, COLUMNS))
                facts.execute(f"INSERT INTO argument_limit VALUES ({places})", row)
    for package, package_version, holds in (
        ("botocore", version("botocore"), "limits and patterns of AWS APIs"),
        ("cfn-lint", wheels.version("cfn-lint"), "confirmation of arguments' limits"),
    ):
        facts.execute("INSERT INTO source VALUES (?, ?, ?)", (package, package_version, holds))


def _limits(
    models: Models, type_name: str, path: str, members: set[Member], properties: CloudFormation
) -> dict[str, Any]:
    """The limits on which everybody agrees, by column."""
    if WRITTEN_ANEW.search(path.rpartition(".")[2]):
        return {}
    stated = [_stated(models, member) for member in members]
    found = {}
    for column in stated[0]:
        value = stated[0][column]
        is_agreed = all(one.get(column) == value for one in stated) and all(
            _confirms(properties.find(type_name, path, member), column, value, member.type)
            for member in members
        )
        if is_agreed and _says_something(column, value):
            found[column] = value
    return found


def _stated(models: Models, member: Member) -> dict[str, Any]:
    """What a member's shape states; nothing if it is of another type than the argument."""
    if member.shape.startswith(GATEWAY):
        return {}
    details, inner = models.shapes[member.service][member.shape], member.type
    limits: dict[str, Any] = {}
    if isinstance(inner, tuple) and inner[0] in COLLECTIONS:
        if details["type"] != ("map" if inner[0] == "map" else "list"):
            return {}
        limits = _present(min_items=details.get("min"), max_items=details.get("max"))
        if inner[0] == "map":
            return limits
        inner = inner[1]
        details = models.shapes[member.service][details["member"]["shape"]]
    if details["type"] not in KINDS.get(inner, ()) or "enum" in details:
        return limits
    if inner == "number":
        return limits | _present(minimum=details.get("min"), maximum=details.get("max"))
    lengths = _present(min_length=details.get("min"), max_length=details.get("max"))
    return limits | lengths | _present(pattern=details.get("pattern"))


def _present(**limits: Any) -> dict[str, Any]:
    return {column: value for column, value in limits.items() if value is not None}


def _confirms(parts: list[Any], column: str, value: Any, type_: Any) -> bool:
    """Whether CloudFormation has such a property, and no other limit for it."""
    is_collection = isinstance(type_, tuple)
    kind = (
        type_[0].replace("set", "list") if column.endswith("_items") else type_[1] if is_collection else type_
    )
    alike = [part for part in parts if KINDS_ELSEWHERE[kind] & _types(part)]
    said = {part[COLUMNS[column]] for part in alike if COLUMNS[column] in part}
    if column == "pattern":
        return bool(alike) and all(agree(value, one) for one in said)
    return bool(alike) and said <= {value}


def _types(part: Any) -> set[str]:
    types = part.get("type", ())
    return {types} if isinstance(types, str) else set(types)


def _says_something(column: str, value: Any) -> bool:
    if column == "pattern":
        return is_usable(value)
    return bool(LEAST.get(column, value) <= value <= MOST.get(column, value))
