"""What the classes, modules and arguments of Python bindings are called in Terraform.

The names follow rules; names.json holds what does not, read from the bindings by tools/build_python_names.py.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from ...facts import schemas as facts
from ...facts.schemas import Kind

FILE = Path(__file__).with_name("names.json")

_KINDS: tuple[Kind, ...] = ("resource", "data", "ephemeral", "provider")


def pascal(name: str) -> str:
    """``iam_role`` as ``IamRole``; a letter after a digit starts a word: ``s3control`` as ``S3Control``."""
    words = re.sub(r"(?<=[0-9])(?=[a-z])", "_", name).split("_")
    return "".join(word[:1].upper() + word[1:] for word in words)


def class_by_rule(kind: str, type_name: str) -> str:
    """The class of a Terraform type, if it is named as the rule has it."""
    match kind:
        case "provider":
            return f"{pascal(type_name)}Provider"
        case "data":
            return f"Data{pascal(type_name)}"
        case "ephemeral":
            return f"Ephemeral{pascal(type_name)}"
        case _:
            return pascal(type_name.partition("_")[2])


def module_by_rule(class_name: str, kind: str) -> str:
    """The module of a class: ``iam_role`` for ``IamRole``."""
    if kind == "provider":
        return "provider"
    return "_".join(re.findall(r"[A-Z][a-z0-9]*", class_name.removesuffix("A"))).lower()


@cache
def _table(part: str) -> dict[str, str]:
    found: dict[str, str] = _data()[part]
    return found


@cache
def _data() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = json.loads(FILE.read_text("utf-8"))
    return data


@cache
def _classes(provider: str) -> dict[str, tuple[Kind, str]]:
    """Kind and Terraform type by class, of every known version of a provider."""
    address = f"hashicorp/{provider.replace('_', '-')}"
    found: dict[str, tuple[Kind, str]] = {}
    for version in facts.versions(address):
        for kind in _KINDS:
            for type_name in facts.types(address, version, kind):
                found.setdefault(class_by_rule(kind, type_name), (kind, type_name))
    for name, told in _table("classes").items():
        package, _, class_name = name.partition(" ")
        if package == provider:
            kind_name, _, type_name = told.partition(" ")
            found[class_name] = next((one, type_name) for one in _KINDS if one == kind_name)
    return found


def type_of(provider: str, class_name: str) -> tuple[Kind, str] | None:
    """What a class of a provider's bindings makes; None if it is no construct or not known."""
    return _classes(provider).get(class_name)


def class_of(provider: str, kind: str, type_name: str) -> str:
    """The class that makes a Terraform type."""
    told = f"{kind} {type_name}"
    named = (name.partition(" ")[2] for name, one in _table("classes").items() if one == told)
    return next(named, class_by_rule(kind, type_name))


def module_of(provider: str, class_name: str, kind: str) -> str:
    """The module of a provider's package in which a class is."""
    return _table("modules").get(f"{provider} {class_name}", module_by_rule(class_name, kind))


def struct_of(provider: str, class_name: str, path: tuple[str, ...]) -> str:
    """The class for a nested block of a construct, by the names of the blocks down to it."""
    is_renamed = f"{provider} {class_name}" in _table("classes") and class_name.endswith("A")
    name = class_name.removesuffix("A") if is_renamed else class_name
    for part in path:
        rule = name + pascal(part)
        name = _table("structs").get(f"{provider} {rule}", rule)
    return name


def argument_of(keyword: str, known: frozenset[str]) -> str:
    """The Terraform name of a Python keyword where the names in ``known`` are possible."""
    if keyword in known:
        return keyword
    if not keyword.islower():
        keyword = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", keyword).lower()  # a key of a dictionary
    told = _table("arguments").get(keyword, keyword)
    return told if told in known or keyword not in _table("arguments") or not known else keyword


@cache
def _keywords() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for keyword, argument in _table("arguments").items():
        found.setdefault(argument, []).append(keyword)
    return found


def keyword_of(argument: str) -> str:
    """The Python keyword for a Terraform argument."""
    return _keywords().get(argument, [argument])[0]


def package_versions(package: str) -> list[tuple[str, str]]:
    """The known versions of a package, each with the version of the provider that it was made from."""
    found = ([*name.split("=="), version] for name, version in _table("sources").items())
    return [(version, of) for name, version, of in found if name == package and of]
