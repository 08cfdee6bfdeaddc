"""Schemas for providers and types that nothing is known of: whatever the configuration uses, is there.

Every argument and every name that a reference could ask for becomes an attribute of any type, every block a
list of blocks. So nothing about such a type is ever an error, and what refers to it is still validated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, Final

from tffix.hcl.errors import SyntaxFault
from tffix.hcl.nodes import Traversal
from tffix.hcl.tree import Block
from tffix.validate.schemas import Schema

_NAME: Final = re.compile(r"[a-z_][a-z0-9_]*")
# Names that Terraform itself gives a meaning to, which it takes for an error in a schema.
_OF_TYPES: Final = frozenset(
    {"count", "for_each", "provider", "depends_on", "lifecycle", "connection", "provisioner", "_"}
)
_OF_PROVIDERS: Final = frozenset(
    {"alias", "version", "count", "for_each", "depends_on", "lifecycle", "source", "locals"}
)
_ANYTHING: Final[dict[str, Any]] = {"type": "dynamic", "optional": True, "computed": True}


def invent_schema(bodies: Iterable[Block], asked: Set[str], follows: Mapping[str, Set[str]]) -> Schema:
    """A schema of a type that fits all these bodies and has an attribute for all that is asked of them;
    `follows` has what is asked of a nested block, by its name."""
    bodies = list(bodies)
    names = asked | {name for body in bodies for name in _ignored(body)}
    return {"version": 0, "block": _block(bodies, names, follows, _OF_TYPES), "invented": True}


def _ignored(body: Block) -> Iterator[str]:
    """The attributes whose changes are ignored."""
    for lifecycle in body.body.blocks("lifecycle"):
        ignored = lifecycle.get("ignore_changes")
        try:
            found = ignored.expression.children if ignored is not None else ()
        except SyntaxFault:
            continue  # which Terraform reports
        yield from (node.root for node in found if isinstance(node, Traversal))


def invent_configuration(bodies: Iterable[Block]) -> Schema:
    """A schema of a provider's configuration that fits all these."""
    return {"version": 0, "block": _block(list(bodies), set(), {}, _OF_PROVIDERS)}


def _block(
    bodies: list[Block], names: Set[str], follows: Mapping[str, Set[str]], reserved: Set[str]
) -> dict[str, Any]:
    nested = _nested(bodies)
    names = names | {argument.name for body in bodies for argument in body.body.attributes}
    block_types = {
        # Names that only Terraform uses are free again inside of blocks.
        name: {
            "nesting_mode": "list",
            "block": _block(inner, set(follows.get(name, ())), follows, frozenset()),
        }
        for name, inner in nested.items()
        if _usable(name, reserved)
    }
    attributes = {n: _ANYTHING for n in names if _usable(n, reserved) and n not in block_types}
    return {"attributes": attributes, "block_types": block_types}


def _usable(name: str, reserved: Set[str]) -> bool:
    return name not in reserved and _NAME.fullmatch(name) is not None


def fit_schema(schema: Schema, bodies: Iterable[Block]) -> Schema:
    """A schema that is "partial", with what the bodies have and it may well not know of."""
    if not schema.get("partial"):
        return schema
    block = _fit(schema.get("block", {}), list(bodies))
    return schema if block is schema.get("block") else {**schema, "block": block}


def _fit(block: dict[str, Any], bodies: list[Block]) -> dict[str, Any]:
    known_attributes, known_blocks = block.get("attributes", {}), block.get("block_types", {})
    given = {argument.name for body in bodies for argument in body.body.attributes}
    nested = _nested(bodies)
    attributes: dict[str, Any] = {}
    block_types: dict[str, Any] = {}
    for name in given - known_blocks.keys():
        if known := known_attributes.get(name):
            if name.endswith("_wo") and known.get("optional") and not known.get("computed"):
                attributes[name] = {**known, "write_only": True}
        elif name.endswith(("_wo", "_wo_version")):
            kind = "string" if name.endswith("_wo") else "number"
            attributes[name] = {"type": kind, "optional": True, "write_only": kind == "string"}
        elif block.get("incomplete"):
            attributes[name] = _ANYTHING
    for name, inner in nested.items():
        if name in known_blocks:
            spec = known_blocks[name]
            fitted = _fit(spec["block"], inner)
            if fitted is not spec["block"]:
                # A set cannot hold values of any type.
                mode = "list" if spec["nesting_mode"] == "set" else spec["nesting_mode"]
                block_types[name] = {**spec, "nesting_mode": mode, "block": fitted}
        elif block.get("incomplete") and name not in known_attributes:
            block_types[name] = {"nesting_mode": "list", "block": _block(inner, set(), {}, frozenset())}
    if not attributes and not block_types:
        return block
    return {
        **block,
        "attributes": {**known_attributes, **attributes},
        "block_types": {**known_blocks, **block_types},
    }


def _nested(bodies: Iterable[Block]) -> dict[str, list[Block]]:
    """The blocks in these bodies by type, those that `dynamic` blocks make too."""
    found: dict[str, list[Block]] = {}
    for body in bodies:
        for block in body.blocks():
            if block.type == "dynamic" and block.labels:
                found.setdefault(block.labels[0], []).extend(block.blocks("content"))
            else:
                found.setdefault(block.type, []).append(block)
    return found


def invent_function() -> Schema:
    """A function that takes and returns anything."""
    anything = {"name": "values", "type": "dynamic", "is_nullable": True}
    return {"variadic_parameter": anything, "return_type": "dynamic"}
