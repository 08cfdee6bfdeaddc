"""Generates Terraform's JSON syntax: whole files, laid out in any way that JSON allows."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

STRINGS = (
    "", "a", "some text", "ü 世界", 'say "x"', "back\\slash", "line\nline", "tab\t", "${var.x}", "</x>",
    "a-${var.x}-b", "$${no}", '%{ if var.x }a\nb%{ else }"c"%{ endif }', "${jsonencode({\n  a = 1\n})}",
    "${a +\n  b}", '${"in ${var.y}"}', "é\u0007", "😀",
)  # fmt: skip
NAMES = ("a", "b1", "for_each", "x-y", "größe", "name")
KEYS = (*NAMES, "a.b", "${var.k}", "pre-${var.k}", "for", "//", "Key With Space", "null")
INSTANCE = {
    "root_block_device": [{"volume_size": 8}],
    "tags": {"Name": "x"},
    "lifecycle": {"ignore_changes": ["tags"]},
}


def config(r: Random) -> dict[str, Any]:
    """A configuration with every way to write blocks."""
    found: dict[str, Any] = {}
    for type_ in r.sample(
        ("variable", "locals", "output", "resource", "data", "moved", "terraform", "module", "provider"),
        r.randint(1, 6),
    ):
        found[type_] = BLOCKS[type_](r)
    if r.random() < 0.3:
        found["//"] = r.choice(("a comment", {"a": 1}))
    return found


def value(r: Random, depth: int = 0) -> Any:
    kind = r.randint(0, 9 if depth < 3 else 5)
    if kind < 4:
        return r.choice(STRINGS)
    if kind < 6:
        return r.choice((0, 1, -5, 1.5, 1e30, True, False, None))
    if kind < 8:
        return [value(r, depth + 1) for _ in range(r.randint(0, 3))]
    return {key: value(r, depth + 1) for key in r.sample(KEYS, r.randint(0, 3))}


def arguments(r: Random) -> dict[str, Any]:
    found = {name: value(r) for name in r.sample(NAMES, r.randint(0, 4))}
    if r.random() < 0.2:
        found = {"//": "about it", **found}
    return found


def some(r: Random, make: Any) -> Any:
    """Blocks of one type, as an object or an array."""
    kind = r.randint(0, 3)
    return make(r) if kind < 2 else [make(r) for _ in range(kind - 1)]


def resource(r: Random) -> dict[str, Any]:
    found = arguments(r)
    if r.random() < 0.5:
        found |= r.choice(
            (INSTANCE, {"depends_on": ["aws_vpc.a"]}, {"provider": "aws.west"}, {"lifecycle": None})
        )
    if r.random() < 0.3:
        found["dynamic"] = {"ebs_block_device": {"for_each": "${var.x}", "content": arguments(r)}}
    if r.random() < 0.3:
        found["provisioner"] = [{"local-exec": {"command": "x"}}, {"local-exec": [{"when": "destroy"}]}]
    return found


def labelled(r: Random, make: Any) -> dict[str, Any]:
    return {name: make(r) for name in r.sample(NAMES, r.randint(1, 3))}


BLOCKS: dict[str, Callable[[Random], Any]] = {
    "variable": lambda r: labelled(r, lambda r: {"type": "list(string)", "default": value(r)}),
    "locals": lambda r: some(r, arguments),
    "output": lambda r: labelled(r, lambda r: {"value": value(r), "description": r.choice(STRINGS)}),
    "resource": lambda r: {t: labelled(r, resource) for t in r.sample(("aws_instance", "aws_x", "x"), 2)},
    "data": lambda r: [{"aws_ami": labelled(r, arguments)}],
    "moved": lambda r: some(r, lambda r: {"from": "aws_x.a[0]", "to": "aws_x.b"}),
    "terraform": lambda r: {
        "required_version": "> 1",
        "required_providers": {"aws": {"source": "hashicorp/aws"}},
    },
    "module": lambda r: labelled(
        r, lambda r: {"source": "./m", "providers": {"aws": "aws.x"}, **arguments(r)}
    ),
    "provider": lambda r: {"aws": some(r, lambda r: {"region": "x", "default_tags": {"tags": {"a": "b"}}})},
}


def printed(r: Random, data: Any) -> str:
    """A value as JSON, in one of the usual layouts or in none."""
    kind = r.randint(0, 4)
    if kind < 3:
        indent = (2, 4, None)[kind]
        text = json.dumps(data, indent=indent, ensure_ascii=r.random() < 0.5)
        return text + r.choice(("", "\n"))
    if kind == 3:
        return json.dumps(data, indent="\t", separators=(",", " : ")).replace("\n", "\r\n") + "\r\n"
    return carelessly(r, data)


def carelessly(r: Random, data: Any) -> str:
    def space() -> str:
        return r.choice(("", "", " ", "\n", "  \n\t"))

    if isinstance(data, dict) and data:
        members = (
            f"{space()}{json.dumps(k)}{space()}:{space()}{carelessly(r, v)}{space()}" for k, v in data.items()
        )
        return "{" + ",".join(members) + "}"
    if isinstance(data, list) and data:
        return "[" + ",".join(f"{space()}{carelessly(r, one)}{space()}" for one in data) + "]"
    return json.dumps(data, ensure_ascii=r.random() < 0.5)
