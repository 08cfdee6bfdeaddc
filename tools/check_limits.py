"""Compares enums and limits of arguments with the literal values in the AWS provider's documentation.

The documentation's examples are in the docstrings of pulumi-aws, translated to Python; this reads them out of
its wheel. What is printed contradicts the facts and is to be looked at: either the example is wrong, as six
of 1,830 values are (placeholders and lapses), or the link is; then it goes into `WRONG` of `api_links.py`.

python tools/check_limits.py [--downloads FOLDER]
"""

import argparse
import ast
import re
import tempfile
import textwrap
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import wheels
from tffix.facts import aws, schemas

EXAMPLE = re.compile(r"```python\n(.*?)```", re.S)
MODULE_AND_CLASS = re.compile(r"aws\.(\w+)\.([A-Z]\w*)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--downloads", type=Path, help="a folder that keeps the downloaded wheel")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        (requirement,) = wheels.pinned("pulumi-aws==")
        wheel = wheels.fetch(requirement, arguments.downloads or Path(scratch))
        values = documented(wheel)
    judged = {key: found for key, found in values.items() if aws.limits(*key) or aws.allowed_values(*key)}
    for (type_name, path), found in sorted(judged.items()):
        for value in sorted(found, key=repr):
            if told := contradiction(type_name, path, value):
                print(f"{type_name}.{path}: {value!r} {told}")
    print(f"{len(judged)} arguments with {sum(map(len, judged.values()))} values")


def documented(wheel: Path) -> dict[tuple[str, str], set[str | float]]:
    """The values by resource type and dotted path."""
    newest = schemas.versions("hashicorp/aws")[0]
    types = {name.replace("_", ""): name for name in schemas.types("hashicorp/aws", newest, "resource")}
    found: dict[tuple[str, str], set[str | float]] = defaultdict(set)
    for call, module, class_ in _calls(wheel):
        words = module.replace("_", ""), class_.lower()
        type_name = types.get(f"aws{''.join(words)}") or types.get(f"aws{words[1]}")
        for keyword in call.keywords if type_name else ():
            for path, value in _values(keyword.arg or "", keyword.value):
                found[str(type_name), path].add(value)
    return found


def contradiction(type_name: str, path: str, value: str | float) -> str:
    """What a value breaks; empty if nothing, or if it stands for no value."""
    values, limits = aws.allowed_values(type_name, path), aws.limits(type_name, path)
    if values is not None and value and str(value) not in values:
        return f"is none of {', '.join(sorted(values)[:8])}"
    if limits is None or not value:
        return ""
    if isinstance(value, str):
        if not (limits.min_length or 0) <= len(value) <= (limits.max_length or len(value)):
            return f"has {len(value)} characters, not {limits.min_length} to {limits.max_length}"
        is_match = limits.pattern is None or re.fullmatch(limits.pattern, value, re.ASCII)
        return "" if is_match else f"does not match {limits.pattern}"
    low, high = limits.minimum or 0, limits.maximum or value
    return "" if value < 0 or low <= value <= high else f"is not {limits.minimum} to {limits.maximum}"


def _calls(wheel: Path) -> Iterator[tuple[ast.Call, str, str]]:
    seen = set()
    with zipfile.ZipFile(wheel) as archive:
        for file in archive.namelist():
            for example in EXAMPLE.findall(archive.read(file).decode()) if file.endswith(".py") else ():
                if example not in seen:
                    seen.add(example)
                    for node in ast.walk(_parsed(textwrap.dedent(example))):
                        if isinstance(node, ast.Call) and (
                            made := MODULE_AND_CLASS.fullmatch(ast.unparse(node.func))
                        ):
                            yield node, made[1], made[2]


def _parsed(example: str) -> ast.Module:
    try:
        return ast.parse(example)
    except SyntaxError:
        return ast.Module([], [])


def _values(path: str, node: Any) -> Iterator[tuple[str, str | float]]:
    match node:
        case ast.Constant(value=str() | int() | float() as value) if not isinstance(value, bool):
            yield path, value
        case ast.List():
            for element in node.elts:
                yield from _values(path, element)
        case ast.Dict():
            for key, inner in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield from _values(f"{path}.{key.value}", inner)


if __name__ == "__main__":
    main()
