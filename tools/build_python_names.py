"""Writes which names in the Python bindings of CDK for Terraform do not follow from Terraform's.

As a rule they do: class IamRole of module iam_role is aws_iam_role, and an argument has Terraform's name.
What differs is read from the bindings' Python source, whose documentation links name the Terraform side.
"""

import argparse
import json
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import wheels
from tffix.projection.python import names

PACKAGES = ("cdktf-cdktf-provider-aws==9.0.0",)
"""Read beside the pinned ones: of the time when a module held all resources of a service."""

_CLASS = re.compile(
    r"^class (\w+)\(\n    \w+\.Terraform(Resource|DataSource|EphemeralResource|Provider),\n"
    r".*?Represents an? \{@link \S+ (\w+)\}",
    re.M | re.S,
)
_PARAMETER = re.compile(r":param (\w+): [^\n]*?\{@link \S+?#(\w+) \w+#")
_STRUCT = re.compile(
    r"jsii_struct_bases=\[([^\]]*)\],\n(?:[^\n]*\n)*?class (\w+)[(:][^\n]*\n"
    r"    def __init__\(\n?([^)]*?)\) -> None:"
)
_TYPED = re.compile(r'(\w+): [^\n]*?typing\.Union\["?(\w+)"?, typing\.Dict')
_KINDS = {
    "Resource": "resource",
    "DataSource": "data",
    "EphemeralResource": "ephemeral",
    "Provider": "provider",
}
_SHARED = ("Terraform", "File", "LocalExec", "RemoteExec", "SSH", "Winrm")  # classes of cdktf itself


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=names.FILE)
    parser.add_argument("--downloads", type=Path, help="a folder that keeps the downloaded wheels")
    arguments = parser.parse_args()
    found: dict[str, dict[str, str]] = {"classes": {}, "modules": {}, "structs": {}, "arguments": {}}
    sources: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for requirement in (*PACKAGES, *wheels.pinned("cdkt")):
            wheel = wheels.fetch(requirement, arguments.downloads or Path(scratch))
            _add(wheel, found)
            sources[requirement] = _provider_version(wheel)
    data = {
        "sources": dict(sorted(sources.items())),
        **{key: dict(sorted(found[key].items())) for key in found},
    }
    arguments.output.write_text(json.dumps(data, indent=1) + "\n")
    print({key: len(value) for key, value in data.items()})


def _files(wheel: Path) -> Iterator[tuple[str, str]]:
    """Module names, from the package's on, and their source."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            parts = name.split("/")
            if parts[-1] == "__init__.py" and "_jsii" not in parts:
                yield "/".join(parts[1:-1]), archive.read(name).decode()


def _provider_version(wheel: Path) -> str:
    pattern = re.compile(r"/providers/\w+/\w+/(\d[\w.-]*)/docs")
    return next((match[1] for _, source in _files(wheel) if (match := pattern.search(source))), "")


def _add(wheel: Path, found: dict[str, dict[str, str]]) -> None:
    provider = re.sub(r"^cdkt[fn](_cdktf)?_provider_", "", wheel.name.split("-")[0])
    is_flat = (wheel.name.split("-")[0], "iam") not in {
        (wheel.name.split("-")[0], module) for module, _ in _files(wheel)
    }
    for module, source in _files(wheel):
        for class_name, base, type_name in _CLASS.findall(source):
            kind = _KINDS[base]
            if names.class_by_rule(kind, type_name) != class_name:
                found["classes"][f"{provider} {class_name}"] = f"{kind} {type_name}"
            if is_flat and names.module_by_rule(class_name, kind) != module:
                found["modules"][f"{provider} {class_name}"] = module
        for keyword, argument in _PARAMETER.findall(source):
            if keyword != argument:
                found["arguments"][keyword] = argument
        for part in source.split("@jsii.data_type(")[1:]:
            match = _STRUCT.search(part)
            if match is None:
                continue
            bases, owner, parameters = match.groups()
            is_top = "TerraformMetaArguments" in bases or owner.endswith("ProviderConfig")
            above = owner.removesuffix("Config") if is_top else owner
            if is_top and f"{provider} {above}" in found["classes"]:
                above = above.removesuffix("A")
            for keyword, struct in _TYPED.findall(parameters):
                rule = above + names.pascal(found["arguments"].get(keyword, keyword))
                if struct != rule and not struct.startswith(_SHARED):
                    found["structs"][f"{provider} {rule}"] = struct


if __name__ == "__main__":
    main()
