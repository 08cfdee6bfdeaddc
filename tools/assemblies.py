"""Reads the public types of a Python package made by jsii out of its wheel, and compares two of them.

A wheel made by jsii holds an npm archive, and that the file `.jsii`: all public types with their properties.
"""

import gzip
import json
import re
import tarfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_CONSTRUCT = re.compile(r"cdkt[fn]\.Terraform(Resource|DataSource|Provider|EphemeralResource)$")


@dataclass(slots=True)
class Type:
    """A class with what its constructor takes by name and what can be read of it, or a struct with what it
    takes. All names as they are in Python."""

    arguments: dict[str, bool] = field(default_factory=dict)  # by name, whether required
    attributes: set[str] = field(default_factory=set)
    is_construct: bool = False
    types: dict[str, str] = field(default_factory=dict)  # of arguments, where they are structs


Library = dict[str, Type]
"""The types of a package by `module.Class`, or `Class` at its top."""


def read_library(wheel: Path) -> Library:
    assembly = _assembly(wheel)
    prefix = assembly["name"] + "."
    types: dict[str, Any] = assembly["types"]
    names = {fqn: _python_name(fqn.removeprefix(prefix)) for fqn in types}

    def properties(fqn: str) -> list[dict[str, Any]]:
        if fqn not in types:
            return []
        one = types[fqn]
        above = [*one.get("interfaces", ()), *([one["base"]] if "base" in one else ())]
        own: list[dict[str, Any]] = one.get("properties", [])
        return [found for parent in above for found in properties(parent)] + own

    def read(fqn: str) -> Type:
        one = types[fqn]
        found = Type(is_construct=bool(_CONSTRUCT.match(one.get("base", ""))))
        struct = fqn
        if one["kind"] == "class":
            found.attributes = {snake(item["name"]) for item in properties(fqn)}
            found.attributes |= {snake(item["name"]) for item in one.get("methods", ())}
            parameters = one.get("initializer", {}).get("parameters", [])
            struct = parameters[-1].get("type", {}).get("fqn", "") if parameters else ""
        if types.get(struct, {}).get("datatype"):
            members = properties(struct)
            found.arguments = {snake(item["name"]): not item.get("optional") for item in members}
            found.types = {
                snake(item["name"]): names[inner] for item in members for inner in _fqns(item, names)
            }
        return found

    return {names[fqn]: read(fqn) for fqn in types}


def compare(old: Library, new: Library) -> dict[str, Any]:
    """What a program written for the old package may use that the new one has not, or has elsewhere."""
    places: dict[str, list[str]] = {}
    for name in new:
        places.setdefault(name.rpartition(".")[2], []).append(name)
    renamed = _renamed_structs(old, new)
    classes: dict[str, str | None] = {}
    for name in old.keys() - new.keys():
        same = [place for place in places.get(name.rpartition(".")[2], []) if place not in old]
        same = [place for place in same if old[name].is_construct and new[place].is_construct]
        classes[name] = renamed.get(name) or (same[0] if len(same) == 1 else None)
    gone_modules = {_module(name) for name in old} - {_module(name) for name in new}
    arguments, attributes, required = {}, {}, {}
    for name in old:
        before, after = old[name], new.get(classes.get(name) or name)
        if after is None:
            continue
        arguments[name] = sorted(before.arguments.keys() - after.arguments.keys())
        required[name] = sorted(
            one for one, needed in after.arguments.items() if needed and not before.arguments.get(one)
        )
        if before.is_construct:
            attributes[name] = sorted(before.attributes - after.attributes)
    whole = {name for name, where in classes.items() if _module(name) in gone_modules and where is None}
    return {
        "classes": {name: classes[name] for name in sorted(classes) if name not in whole},
        "arguments": {name: found for name, found in sorted(arguments.items()) if found},
        "required": {name: found for name, found in sorted(required.items()) if found},
        "attributes": {name: found for name, found in sorted(attributes.items()) if found},
    }


def _renamed_structs(old: Library, new: Library) -> dict[str, str]:
    """Structs that the same argument of the same class has under a new name, taking all that the old took."""
    found: dict[str, str] = {}
    waiting = [(name, name) for name in old.keys() & new.keys()]
    while waiting:
        before, after = waiting.pop()
        for argument, kind in old[before].types.items():
            other = new[after].types.get(argument, kind)
            is_renamed = kind in old and kind not in new and other in new and other not in old
            if is_renamed and kind not in found and old[kind].arguments.keys() <= new[other].arguments.keys():
                found[kind] = other
                waiting.append((kind, other))
    return found


def snake(name: str) -> str:
    """A name as jsii writes it in Python."""
    parts = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", parts).lower()


def _python_name(name: str) -> str:
    module, _, last = name.rpartition(".")
    return ".".join([*(snake(part) for part in module.split(".") if part), last])


def _module(name: str) -> str:
    return name.rpartition(".")[0].split(".")[0]


def _fqns(item: dict[str, Any], names: dict[str, str]) -> set[str]:
    found = re.findall(r'"fqn": "([^"]+)"', json.dumps(item.get("type", {})))
    return {fqn for fqn in found if fqn in names and not fqn.endswith("IResolvable")}


def _assembly(wheel: Path) -> Any:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith(".jsii.tgz"))
        with archive.open(name) as data, tarfile.open(fileobj=data, mode="r|gz") as files:
            for member in files:
                if member.name in ("package/.jsii", "package/.jsii.gz"):
                    content = files.extractfile(member)
                    assert content is not None
                    text = content.read()
                    found = json.loads(text if member.name.endswith("jsii") else gzip.decompress(text))
                    if "types" in found:
                        return found
    raise ValueError(f"{wheel}: no assembly")
