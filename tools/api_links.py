"""Ties arguments of Terraform resources to members of AWS's API models, and to properties of CloudFormation.

An argument is tied to a member of an operation's input where two sources agree:

1. The provider: the argument's type, a string, a number or a list, set or map of them.
2. botocore: an operation of one service makes or changes such a thing. Its name without the verb is the end
   of the resource type's, and at least 40 % of the resource's arguments, two at least, are members of its
   input. It has a member of the argument's name, or of that with the thing's own before it: the `name` of
   an `aws_iam_role` is the `RoleName` of `CreateRole`.

That is not certain yet. What confirms it is cfn-lint, which carries AWS's own CloudFormation schemas: the
resource of that name has the property. What else must agree, who reads the link says.
"""

import json
import re
import sqlite3
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Self

import wheels
from tffix.facts import tables
from tffix.facts.versions import newest_first

VERB = re.compile(
    r"^(Add|Allocate|Associate|Attach|Create|Define|Enable|Import|Modify|Provision|Publish|Put|Register|Request"
    r"|Run|Set|Start|Update|Upload)(?=[A-Z])"
)
CHANGES = re.compile(r"^(Associate|Attach|Enable|Modify|Publish|Put|Set|Update|Upload)(?=[A-Z])")
NOT_COMPARED = {
    "tags",
    "tags_all",
    "region",
    "timeouts",
    "id",
    "name_prefix",
    "skip_destroy",
    "force_destroy",
}
# Where the AWS provider's documentation has other values: a domain of one's own, several topics, `default`.
WRONG = {
    "aws_cognito_user_pool_domain": "domain",
    "aws_lambda_event_source_mapping": "topics",
    "aws_lightsail_distribution": "cache_behavior_settings.forwarded_headers.option",
}
OTHER_NAMES = {  # what Terraform calls a service, where its API has another name
    "cloudwatch": "events logs",
    "cloudwatchevent": "events",
    "cloudwatchlog": "logs",
    "dx": "directconnect",
    "ebs": "ec2",
    "kinesisfirehose": "firehose",
    "msk": "kafka",
    "prometheus": "amp",
    "sfn": "stepfunctions",
}
IN_CLOUDFORMATION = {  # where its name for a thing is neither Terraform's nor the API's
    "aws_acm_certificate": "certificatemanagercertificate",
    "aws_cloudwatch_metric_alarm": "cloudwatchalarm",
    "aws_iam_policy": "iammanagedpolicy",
}
ENOUGH = 0.4  # of a resource's arguments, to take an operation for the one that makes it
ENOUGH_INSIDE = 0.6  # of a block's, to take a structure for it


class Operation(NamedTuple):
    service: str
    noun: str  # what it is about, in snake case: role
    input: str


@dataclass(frozen=True, slots=True)
class Member:
    """What an API calls an argument of a resource."""

    service: str
    noun: str
    path: str  # in the API's own words, in snake case and dotted
    shape: str
    type: Any  # the argument's, in Terraform's JSON form


class Models:
    """botocore's service models, by names as Terraform writes them."""

    def __init__(self) -> None:
        loader = import_module("botocore.loaders").Loader()
        self.shapes: dict[str, Any] = {}
        self.operations: dict[str, list[Operation]] = defaultdict(list)  # by what they are about
        self.changes: dict[str, list[Operation]] = defaultdict(
            list
        )  # those that change something, by service
        for service in loader.list_available_services("service-2"):
            model = loader.load_service_model(service, "service-2")
            self.shapes[service] = model["shapes"]
            for name, details in model["operations"].items():
                if VERB.match(name) and "input" in details:
                    noun = VERB.sub("", name)
                    operation = Operation(service, snake(noun), details["input"]["shape"])
                    if CHANGES.match(name):
                        self.changes[service].append(operation)
                    for key in {noun.lower(), noun.lower().removesuffix("s")}:
                        self.operations[key].append(operation)

    def links(self, type_name: str, block: Any) -> dict[str, set[Member]]:
        """The members that an argument may be, one an operation, by its dotted path."""
        found: dict[str, set[Member]] = defaultdict(set)
        for operation in self._operations_of(type_name, block):
            for path, member in self._inside(block, operation, operation.input):
                if WRONG.get(type_name) != path:
                    found[path].add(member)
        return found

    def can_change(self, member: Member) -> bool:
        """Whether an operation changes a member of things that exist already."""
        name, noun = member.path.split(".")[0], member.noun.replace("_", "")
        return any(
            noun in one.noun.replace("_", "") and name in self._members(one.service, one.input)
            for one in self.changes[member.service]
        )

    def element(self, service: str, shape: str) -> tuple[str, Any]:
        """The innermost shape of lists, and the shape itself if it is none."""
        details = self.shapes[service][shape]
        while details["type"] == "list":
            shape = details["member"]["shape"]
            details = self.shapes[service][shape]
        return shape, details

    def _operations_of(self, type_name: str, block: Any) -> list[Operation]:
        words, arguments = type_name.split("_")[1:], settable(block)
        rated: list[tuple[bool, float, Operation]] = []
        for start in range(min(len(words), 4)):
            prefix, noun = "".join(words[:start]), "".join(words[start:])
            for operation in self.operations.get(noun, ()):
                members = self._members(operation.service, operation.input).keys()
                own = {name for name in arguments if f"{operation.noun}_{name}" in members}
                common = len(arguments & members | own)
                if _is_of(prefix, operation.service) and common >= 2 and common / len(arguments) >= ENOUGH:
                    is_its_own = operation.service.replace("-", "") == prefix
                    rated.append((is_its_own, common / len(arguments), operation))
        best = max(rated, default=None)
        return [operation for *_, operation in rated if best and operation.service == best[2].service]

    def _inside(
        self, block: Any, operation: Operation, shape: str, path: str = "", api_path: str = ""
    ) -> Iterator[tuple[str, Member]]:
        service, noun = operation.service, operation.noun
        members = self._members(service, shape)
        arguments = settable(block)
        for name, attribute in block.get("a", {}).items():
            api_name = name
            if not path and name not in members and f"{noun}_{name}" not in arguments:
                api_name = f"{noun}_{name}"
            if name in arguments and api_name in members:
                member = Member(
                    service, noun, api_path + api_name, members[api_name], _hashable(attribute[0])
                )
                yield path + name, member
        for name, (_, _, _, inside) in block.get("b", {}).items():
            if name not in members:
                continue
            inner, details = self.element(service, members[name])
            within = settable(inside)
            if details["type"] != "structure" or not within:
                continue
            if len(within & self._members(service, inner).keys()) >= ENOUGH_INSIDE * len(within):
                yield from self._inside(inside, operation, inner, f"{path}{name}.", f"{api_path}{name}.")

    def _members(self, service: str, shape: str) -> dict[str, str]:
        members = self.shapes[service][shape].get("members", {})
        return {snake(name): member["shape"] for name, member in members.items()}


def _is_of(prefix: str, service: str) -> bool:
    """Whether the words before a thing's name in a resource type may mean a service."""
    api = service.replace("-", "")
    is_other = service in OTHER_NAMES.get(prefix, "").split()
    return not prefix or prefix.startswith(api) or api.startswith(prefix) or is_other


def snake(name: str) -> str:
    result: str = import_module("botocore").xform_name(name)
    return result


def settable(block: Any) -> set[str]:
    names = {name for name, attribute in block.get("a", {}).items() if set("ro") & set(attribute[1])}
    return (names | set(block.get("b", {}))) - NOT_COMPARED


def resources(facts: sqlite3.Connection) -> Iterator[tuple[str, Any]]:
    """The resource types of the newest aws provider, by name."""
    known = dict(facts.execute("SELECT version, id FROM provider WHERE name = 'hashicorp/aws'").fetchall())
    rows = facts.execute(
        "SELECT name, json FROM type JOIN body ON body.id = body WHERE kind = 'resource' AND provider = ?",
        (known[newest_first(known)[0]],),
    )
    # Read to the end: links are written to the same file meanwhile.
    yield from [(name, tables.read_body(body)) for name, body in rows]


class CloudFormation:
    """The properties of CloudFormation's resources, as parts of their JSON schemas."""

    def __init__(self, cfn_lint: zipfile.ZipFile) -> None:
        self.properties: dict[tuple[str, str], list[Any]] = defaultdict(list)
        self.schemas: dict[str, Any] = {}
        for file in cfn_lint.namelist():
            if file.startswith("cfnlint/data/schemas/resources/") and file.endswith(".json"):
                schema = json.loads(cfn_lint.read(file))
                name = schema["typeName"].lower().replace("::", "").removeprefix("aws")
                self.schemas[name] = schema
                for path, part in _properties(schema, schema, ""):
                    self.properties[name, path].append(part)

    @classmethod
    def read(cls, downloads: Path) -> Self:
        (requirement,) = wheels.pinned("cfn-lint==")
        with zipfile.ZipFile(wheels.fetch(requirement, downloads)) as cfn_lint:
            return cls(cfn_lint)

    def find(self, type_name: str, path: str, member: Member) -> list[Any]:
        """The schemas of the property that an argument is: those of a list and then of its elements."""
        found = self.locate(type_name, path, member)
        return self.properties[found] if found else []

    def locate(self, type_name: str, path: str, member: Member) -> tuple[str, str] | None:
        """The resource and the path of the property that an argument is, as `properties` has them."""
        words, service = type_name.split("_")[1:], member.service.replace("-", "")
        own = "".join(words)
        names = (IN_CLOUDFORMATION.get(type_name), own, service + own, service + member.noun.replace("_", ""))
        for name in filter(None, names):
            for one in (path, member.path):
                if (name, one) in self.properties:
                    return name, one
        return None


def _properties(whole: Any, part: Any, path: str, depth: int = 0) -> Iterator[tuple[str, Any]]:
    while isinstance(part, dict) and part.get("$ref", "").startswith("#/"):
        target = whole
        for step in part["$ref"][2:].split("/"):
            target = target.get(step, {})
        part = target
    if not isinstance(part, dict) or depth > 8:
        return
    if path:
        yield path, part
    if "items" in part:
        yield from _properties(whole, part["items"], path, depth + 1)
    for name, inner in part.get("properties", {}).items():
        inner_path = f"{path}.{snake(name)}" if path else snake(name)
        yield from _properties(whole, inner, inner_path, depth + 1)


def _hashable(type_: Any) -> Any:
    return (
        tuple(map(_hashable, type_)) if isinstance(type_, list) else type_ if isinstance(type_, str) else None
    )
