"""Writes which arguments of AWS resources can be changed in place, and which replace the resource.

The links between arguments and properties of CloudFormation are those of `api_links.py`; where there is
none, a property of the resource with the argument's name, such as `BucketName` for the `bucket` of a bucket.
What is among the `createOnlyProperties` of a resource's schema can be set only when the resource is made.
What is not, nor among the conditional ones, nor only read, can be changed if the API has an operation that
does it. Of `name_prefix` is true what is true of `name`; tags can be changed where the schema does not say
otherwise. Where the provider does it in another way, that is in `OTHERWISE`.

python tools/build_replacements.py [--downloads FOLDER], in the venv of build_facts.py.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import wheels
from api_links import IN_CLOUDFORMATION, CloudFormation, Member, Models, resources, settable, snake
from tffix.facts import replacements
from tffix.facts.database import FILE_NAME

TARGET = Path(replacements.__file__).with_name(replacements.FILE_NAME)
HEADER = """\
# What a change of an argument does to an AWS resource: after ! the arguments that replace it, after ~ those
# that are changed in place. From the schemas of CloudFormation (createOnlyProperties) in cfn-lint {cfn_lint},
# tied to arguments by the API models of botocore {botocore}; those of other providers are from their
# documentation. Written by tools/build_replacements.py.
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
        properties = CloudFormation.read(arguments.downloads or Path(scratch))
    facts = sqlite3.connect(TARGET.with_name(FILE_NAME))
    lines = sorted([*table(facts, Models(), properties), *OTHERS.splitlines()])
    header = HEADER.format(cfn_lint=wheels.version("cfn-lint"), botocore=version("botocore"))
    TARGET.write_text(header + "".join(f"{line}\n" for line in lines), "utf-8")
    print(f"{len(lines)} types")


def table(facts: sqlite3.Connection, models: Models, properties: CloudFormation) -> Iterator[str]:
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
        known |= {path: mark for (name, path), mark in OTHERWISE.items() if name == type_name}
        if "name" in known and "name_prefix" in names:
            known["name_prefix"] = known["name"]
        if "tags" in names and homes and all(_tags_change(properties.schemas[one]) for one in homes):
            known["tags"] = "~"
        if known:
            parts = (
                " ".join([mark, *sorted(path for path, one in known.items() if one == mark)])
                for mark in ("!", "~")
                if mark in known.values()
            )
            yield f"{type_name} {' '.join(parts)}"


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
