"""Writes which arguments of resources can be changed in place, and which replace the resource.

The links between arguments and properties of CloudFormation are those of `api_links.py`; where there is
none, a property of the resource with the argument's name, such as `BucketName` for the `bucket` of a bucket.
What is among the `createOnlyProperties` of a resource's schema can be set only when the resource is made.
What is not, nor among the conditional ones, nor only read, can be changed if the API has an operation that
does it. Of `name_prefix` is true what is true of `name`; tags can be changed where the schema does not say
otherwise. Where nothing is known, the provider's documentation may say it. Where the provider does it in
another way, that is in `OTHERWISE`.

What is known of azurerm is what its documentation says (`documented_replacements.py`), of google what Config
Connector says (`immutable_fields.py`).

python tools/build_replacements.py [--downloads FOLDER], in the venv of build_facts.py.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import documented_replacements
import immutable_fields
import wheels
from api_links import IN_CLOUDFORMATION, CloudFormation, Member, Models, resources, settable, snake
from tffix.facts import replacements
from tffix.facts.database import FILE_NAME

TARGET = Path(replacements.__file__).with_name(replacements.FILE_NAME)
HEADER = """\
# What a change of an argument does to a resource: after ! the arguments that replace it, after ~ those that
# are changed in place; what is inside of one of them and not named is as it is.
# aws: from the schemas of CloudFormation (createOnlyProperties) in cfn-lint {cfn_lint}, tied to arguments by
# the API models of botocore {botocore}, and from the provider's documentation in pulumi-aws {aws}.
# azurerm: from the provider's documentation in pulumi-azure {azure}. google: from the definitions of Config
# Connector in cnrm-pydantic-models {google}. Others: from their documentation.
# Written by tools/build_replacements.py.
"""
CONDITIONAL = ("conditionalCreateOnlyProperties", "readOnlyProperties", "deprecatedProperties")
# By the provider's documentation of the resource: what it changes in place although CloudFormation cannot,
# and a name that no rule above finds.
OTHERWISE = {
    ("aws_iam_policy", "name"): "!",
    ("aws_db_instance", "identifier"): "~",
    ("aws_db_instance", "db_subnet_group_name"): "~",
    ("aws_db_instance", "custom_iam_instance_profile"): "~",
    ("aws_lambda_function", "source_code_hash"): "~",
}
# Resources of other providers, by their documentation and the plan modifiers of their schemas: `*` is every
# argument that is not named. The value of a random_ or tls_ resource is made once, from all its arguments.
OTHERS = """\
null_resource ! triggers
random_bytes ! *
random_id ! *
random_integer ! *
random_password ! *
random_pet ! *
random_shuffle ! *
random_string ! *
random_uuid ! *
time_sleep ! triggers ~ create_duration destroy_duration
tls_private_key ! *
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--downloads", type=Path, help="a folder that keeps the downloaded wheels")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        downloads = arguments.downloads or Path(scratch)
        properties = CloudFormation.read(downloads)
        aws, azure, google = (
            wheels.fetch(f"{package}=={wheels.version(package)}", downloads)
            for package in ("pulumi-aws", "pulumi-azure", "cnrm-pydantic-models")
        )
        others = {
            **documented_replacements.table("hashicorp/azurerm", azure, "pulumi_azure"),
            **immutable_fields.table("hashicorp/google", google),
        }
        documented = documented_replacements.table("hashicorp/aws", aws, "pulumi_aws")
    facts = sqlite3.connect(TARGET.with_name(FILE_NAME))
    lines = [*table(facts, Models(), properties, documented), *OTHERS.splitlines()]
    lines = sorted([*lines, *(line(name, shortest(known)) for name, known in others.items())])
    header = HEADER.format(
        cfn_lint=wheels.version("cfn-lint"),
        botocore=version("botocore"),
        aws=wheels.version("pulumi-aws"),
        azure=wheels.version("pulumi-azure"),
        google=wheels.version("cnrm-pydantic-models"),
    )
    TARGET.write_text(header + "".join(f"{line}\n" for line in lines), "utf-8")
    print(f"{len(lines)} types")


def table(
    facts: sqlite3.Connection,
    models: Models,
    properties: CloudFormation,
    documented: Mapping[str, Mapping[str, str]],
) -> Iterator[str]:
    for type_name, block in resources(facts):
        known: dict[str, str] = {}
        homes: set[str] = set()
        for path, members in models.links(type_name, block).items():
            marks = {_mark(models, properties, type_name, path, one, homes) for one in members} - {""}
            if len(marks) == 1:
                known[path] = marks.pop()
        names = block.get("a", {})
        for path in _only_at_creation(properties, type_name, block, homes):
            known.setdefault(path, "!")
        for path, mark in documented.get(type_name, {}).items():
            if mark == "!":
                known.setdefault(path, mark)
        known |= {path: mark for (name, path), mark in OTHERWISE.items() if name == type_name}
        if "name" in known and "name_prefix" in names:
            known["name_prefix"] = known["name"]
        if "tags" in names and homes and all(_tags_change(properties.schemas[one]) for one in homes):
            known["tags"] = "~"
        if known:
            yield line(type_name, known)


def line(type_name: str, known: Mapping[str, str]) -> str:
    parts = (
        " ".join([mark, *sorted(path for path, one in known.items() if one == mark)])
        for mark in ("!", "~")
        if mark in known.values()
    )
    return f"{type_name} {' '.join(parts)}"


def shortest(known: Mapping[str, str]) -> dict[str, str]:
    """The marks without those that the block around has too."""

    def around(path: str) -> str:
        steps = path.split(".")
        above = (".".join(steps[:count]) for count in range(len(steps) - 1, 0, -1))
        return next((known[one] for one in above if one in known), "")

    return {path: mark for path, mark in known.items() if around(path) != mark}


def _mark(
    models: Models, properties: CloudFormation, type_name: str, path: str, member: Member, homes: set[str]
) -> str:
    found = properties.locate(type_name, path, member)
    if found is None:
        return ""
    name, own = found
    schema = properties.schemas[name]
    homes.add(name)
    if _is_among(own, schema.get("createOnlyProperties", ())):
        return "!"
    is_other = any(_is_among(own, schema.get(key, ())) for key in CONDITIONAL)
    return "~" if not is_other and models.can_change(member) else ""


def _only_at_creation(
    properties: CloudFormation, type_name: str, block: Any, homes: set[str]
) -> Iterator[str]:
    """The arguments that have the name of a property that can only be set when the resource is made."""
    words = type_name.split("_")[1:]
    own = "".join(words)
    name = next(
        (one for one in (IN_CLOUDFORMATION.get(type_name), own, f"ec2{own}") if one in properties.schemas),
        None,
    )
    if name is None:
        return
    homes.add(name)
    schema = properties.schemas[name]
    for path in settable(block):
        tails = ("_".join(words[at:]) for at in range(len(words)))
        names = [path, *(f"{tail}_{path}" for tail in tails)]
        if path == words[-1] and "name" not in block.get("a", {}):
            names.append(f"{path}_name")
        if any(_is_among(one, schema.get("createOnlyProperties", ())) for one in names):
            yield path


def _is_among(path: str, pointers: Any) -> bool:
    """Whether a property, or what it is inside of, is named by one of the JSON pointers."""
    named = {
        ".".join(snake(step) for step in one.removeprefix("/properties/").split("/") if step != "*")
        for one in pointers
    }
    steps = path.split(".")
    return any(".".join(steps[:count]) in named for count in range(1, len(steps) + 1))


def _tags_change(schema: Any) -> bool:
    tagging = schema.get("tagging", {})
    return isinstance(tagging, dict) and tagging.get("taggable", True) and tagging.get("tagUpdatable", True)


if __name__ == "__main__":
    main()
