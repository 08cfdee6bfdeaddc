"""Values for the variables of a root module that have none: from its .tfvars files, else made up.

A made-up value has the variable's type, looks like what its name says, and passes its validations as far as
they can be evaluated. A sensitive variable never gets a value of a file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Final

from tffix.files import read_file
from tffix.hcl import HclSyntaxError, nodes, parse
from tffix.hcl.errors import SyntaxFault
from tffix.hcl.tree import Block, Body
from tffix.json_data import read_json
from tffix.plan.guesses import of_type
from tffix.plan.setting import ACCOUNT, REGION
from tffix.plan.shapes import Shape
from tffix.plan.types import optional_members, variable_type
from tffix.plan.uses import Uses
from tffix.plan.values import Maker
from tffix.terraform.conversions import UNKNOWN, has_unknown
from tffix.terraform.values import evaluate

_SAMPLES: Final = (
    *("dev", "prod", "staging", "example", "a", "1.2.3", "1.30", "10.0.0.0/16", "10.0.0.1", REGION, ACCOUNT),
    *("example.com", "https://example.com", "someone@example.com", "t3.micro", "ENABLED", "Enabled", "12h"),
    f"arn:aws:iam::{ACCOUNT}:role/example",
)
"""What is tried where a validation rejects the first value."""
_MOST_FILES: Final = 200


def declared(bodies: Iterable[Body]) -> dict[str, Block]:
    """The variables of a module by name."""
    return {block.labels[0]: block for body in bodies for block in body.blocks("variable") if block.labels}


def values_of(variables: Mapping[str, Block], uses: Uses, maker: Maker, root: Path) -> dict[str, Any]:
    """A value for each variable that needs one and has none in the files that Terraform reads by itself."""
    automatic = _automatic(root)
    needed = {
        name: block
        for name, block in variables.items()
        if block.get("default") is None and (name not in automatic or _is_sensitive(block))
    }
    given = _best_file(root, needed.keys()) if needed else {}
    return {
        name: given[name]
        if name in given and not _is_sensitive(block)
        else invented(name, block, uses.of("var", name), maker)
        for name, block in needed.items()
    }


def invented(name: str, variable: Block, shape: Shape, maker: Maker) -> Any:
    type_ = variable_type(variable)
    first = of_type(type_, shape, maker, (name,))
    conditions = [
        one.expression for child in variable.body.blocks("validation") if (one := child.get("condition"))
    ]
    optional = optional_members(variable)

    def passes(value: Any) -> bool:
        whole = dict.fromkeys(optional) | value if isinstance(value, dict) else value
        results = (evaluate(one, None, {"var": {name: whole}}) for one in conditions)
        return all(result is True or result is UNKNOWN for result in results)

    if not conditions or passes(first):
        return first
    others = chain(_others(first, conditions), _with_one_more(first, optional, shape, maker, name))
    return next(filter(passes, others), first)


def _with_one_more(
    first: Any, optional: Mapping[str, Any], shape: Shape, maker: Maker, name: str
) -> Iterator[dict[str, Any]]:
    """The object with one of the members more that it may have: often it must have exactly one of several."""
    for member, type_ in optional.items() if isinstance(first, dict) else ():
        inner = shape.members.get(member) or Shape()
        yield first | {member: of_type(type_, inner, maker, (name, member))}


def _others(first: Any, conditions: list[nodes.Expression]) -> Iterator[Any]:
    """Other values of the kind of the first: those that the conditions mention, and samples."""
    mentioned = [_plain(node) for one in conditions for node in one.walk()]
    texts = [one for one in mentioned if isinstance(one, str)]
    numbers = [one for one in mentioned if isinstance(one, int) and not isinstance(one, bool)]
    match first:
        case bool():
            yield not first
        case int():
            yield from numbers
            yield from (one + 1 for one in numbers)
        case str():
            yield from (*texts, *_SAMPLES)
            yield from (one * 8 for one in ("a", "1"))
        case list():
            for count in (1, 2, 0):
                yield first[:count]
            for one in first[:1]:
                yield from ([other] for other in _others(one, conditions))
        case dict():
            yield {}
            for key, inner in first.items():
                yield from (first | {key: other} for other in _others(inner, conditions))


def _plain(node: nodes.Expression) -> Any:
    if isinstance(node, nodes.Template):
        return node.literal
    return node.value if isinstance(node, nodes.Literal) else None


def _is_sensitive(variable: Block) -> bool:
    attribute = variable.get("sensitive")
    return attribute is not None and attribute.boolean is not False


def _automatic(root: Path) -> set[str]:
    """The names that the files give which Terraform reads by itself."""
    names: set[str] = set()
    for file in sorted(root.glob("*.tfvars*")) if root.is_dir() else ():
        if file.name in ("terraform.tfvars", "terraform.tfvars.json") or file.name.endswith(
            (".auto.tfvars", ".auto.tfvars.json")
        ):
            names |= _read(file, lambda _: None).keys()
    return names


def _best_file(root: Path, names: Iterable[str]) -> dict[str, Any]:
    """The values of the .tfvars file in or below the module that has most of these variables."""
    names = set(names)
    best: dict[str, Any] = {}
    for file in _files_below(root):
        found = {
            name: value for name, value in _read(file, _value).items() if name in names and value is not None
        }
        if len(found) > len(best):
            best = found
    return best


def _files_below(root: Path) -> Iterator[Path]:
    count = 0
    for directory, folders, files in os.walk(root):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(files):
            if name.endswith((".tfvars", ".tfvars.json")) and not name.startswith("terraform.tfvars"):
                count += 1
                if count > _MOST_FILES:
                    return
                yield Path(directory, name)


def _value(node: nodes.Expression) -> Any:
    value = evaluate(node)
    return None if has_unknown(value) else value


def _read(file: Path, value: Callable[[nodes.Expression], Any]) -> dict[str, Any]:
    """The values in a file by name; none if it cannot be read, which Terraform reports where it reads it."""
    try:
        data = read_file(file)
        if file.name.endswith(".json"):
            content = read_json(data)
            return content if isinstance(content, dict) else {}
        return {one.name: value(one.expression) for one in parse(data, str(file)).body.attributes}
    except (OSError, ValueError, HclSyntaxError, SyntaxFault):
        return {}
