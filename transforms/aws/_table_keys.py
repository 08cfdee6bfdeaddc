"""The attributes of a DynamoDB table and the keys that use them.

Facts: DynamoDB API reference, CreateTable ("AttributeDefinitions"); the AWS provider's documentation of
`aws_dynamodb_table`; rule E3039 of cfn-lint 1.58.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tffix import Attribute, Block, Module, evaluate, inference, iterator_names, schemas

from ._arguments import Scope, rounds

_INDEXES = ("global_secondary_index", "local_secondary_index")
_KEYS = ("hash_key", "range_key", "hash_keys", "range_keys")


class Name(NamedTuple):
    """The name of an attribute, None where it is not known; where it is, and in which block of the table."""

    text: str | None
    at: Attribute | Block
    block: Block


class Keys(NamedTuple):
    """The attributes that a table declares, and the keys of the table and its indexes."""

    declared: tuple[Name, ...]
    used: tuple[Name, ...]


def keys_of(table: Block, module: Module) -> Keys:
    """What a table declares and uses, whatever variables are."""
    declared: list[Name] = []
    used = list(_names(table, _KEYS, table, module, {}, table))
    for block in table.blocks():
        kind, content = schemas.content_of(block)
        if content is None or kind not in ("attribute", *_INDEXES):
            continue
        for scope in _rounds(block, module):
            if kind == "attribute":
                declared += _names(content, ("name",), block, module, scope, table)
            else:
                used += _names(content, _KEYS, block, module, scope, table)
                for inner in content.blocks():
                    used += _names(inner, ("attribute_name",), block, module, scope, table)
    # Of what is written as a list of objects nothing is known.
    lists = [one for name in ("attribute", *_INDEXES) if (one := table.get(name)) is not None]
    unknown = [Name(None, one, table) for one in lists]
    return Keys((*declared, *unknown), (*used, *unknown))


def _rounds(block: Block, module: Module) -> list[Scope | None]:
    """What the names of a ``dynamic`` block are in each round: None where that is not known."""
    if block.type != "dynamic":
        return [{}]
    (name,) = iterator_names(block)
    found = rounds(block.get("for_each"), name, module)
    return [one or None for one in found]


def _names(
    body: Block, names: tuple[str, ...], block: Block, module: Module, scope: Scope | None, table: Block
) -> Iterator[Name]:
    if scope is None or body.type == "dynamic":
        yield Name(None, block, block)
        return
    for name in names:
        attribute = body.get(name)
        if attribute is None:
            continue
        value = _value(attribute, table, module, scope)
        for one in value if isinstance(value, list) else [] if value is None else [value]:
            yield Name(one if isinstance(one, str) else None, attribute, block)


def _value(attribute: Attribute, table: Block, module: Module, scope: Scope) -> object:
    if scope:
        return evaluate(attribute.expression, module, scope)
    return inference.plain(inference.infer(attribute, table, module, defaults=False))


def unused(keys: Keys) -> Iterator[Name]:
    """The declarations of attributes that no key can be."""
    texts = {one.text for one in keys.used}
    if None not in texts:
        yield from (one for one in keys.declared if one.text is not None and one.text not in texts)


def undeclared(keys: Keys) -> Iterator[Name]:
    """The keys that no declared attribute can be, each once."""
    texts = {one.text for one in keys.declared}
    if None not in texts:
        missing = {one.text: one for one in reversed(keys.used) if one.text not in {*texts, None}}
        yield from reversed(missing.values())
