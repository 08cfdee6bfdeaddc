"""The attributes of a DynamoDB table and the keys that use them.

Facts: DynamoDB API reference, CreateTable ("AttributeDefinitions"); the AWS provider's documentation of
`aws_dynamodb_table`; rule E3039 of cfn-lint 1.58.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tffix import Attribute, Block, Module, inference, schemas

_INDEXES = ("global_secondary_index", "local_secondary_index")
_KEYS = ("hash_key", "range_key", "hash_keys", "range_keys")


class Name(NamedTuple):
    """The name of an attribute: its text, and the expression where that is not known."""

    text: str | None
    source: str
    at: Attribute


class Keys(NamedTuple):
    """What a table declares and uses; ``is_whole`` where nothing else may."""

    declared: tuple[tuple[Block, Name], ...]
    used: tuple[Name, ...]
    all_declared: bool
    all_used: bool


def keys_of(table: Block, module: Module) -> Keys:
    """The attributes that a table declares, and the keys of the table and its indexes."""
    blocks = list(table.blocks())
    contents = [(schemas.content_of(one), one.type == "dynamic") for one in blocks]
    is_dynamic = {name for (name, _), repeated in contents if repeated}
    declared = [
        (one, _name(attribute, table, module))
        for one in table.blocks("attribute")
        if (attribute := one.get("name")) is not None
    ]
    indexes = [one for name in _INDEXES for one in table.blocks(name)]
    inner = [nested for one in indexes for nested in one.blocks("key_schema")]
    used = [*_used(table, _KEYS, table, module)]
    for one in indexes:
        used += _used(one, _KEYS, table, module)
    for one in inner:
        used += _used(one, ("attribute_name",), table, module)
    has_lists = any(table.get(name) is not None for name in ("attribute", *_INDEXES))
    repeated_inside = any(nested.type == "dynamic" for one in indexes for nested in one.blocks())
    return Keys(
        tuple(declared),
        tuple(used),
        "attribute" not in is_dynamic and not has_lists,
        not is_dynamic & set(_INDEXES) and not has_lists and not repeated_inside,
    )


def _used(block: Block, names: tuple[str, ...], table: Block, module: Module) -> Iterator[Name]:
    for name in names:
        attribute = block.get(name)
        if attribute is not None:
            value = inference.infer(attribute, table, module, defaults=False)
            if not value.is_null:
                yield from _names(attribute, table, module)


def _names(attribute: Attribute, table: Block, module: Module) -> Iterator[Name]:
    value = inference.plain(inference.infer(attribute, table, module, defaults=False))
    if isinstance(value, list):
        for one in value:
            yield Name(one if isinstance(one, str) else None, "", attribute)
    else:
        yield _name(attribute, table, module)


def _name(attribute: Attribute, table: Block, module: Module) -> Name:
    value = inference.plain(inference.infer(attribute, table, module, defaults=False))
    return Name(value if isinstance(value, str) else None, attribute.source.strip(), attribute)


def unused(keys: Keys) -> Iterator[tuple[Block, str]]:
    """The declarations of attributes that no key can be, with their names."""
    if not keys.all_used or any(one.text is None and not one.source for one in keys.used):
        return
    texts = {one.text for one in keys.used if one.text is not None}
    if any(one.text is None for one in keys.used):
        return  # a key that is not known may be any of them
    for block, name in keys.declared:
        if name.text is not None and name.text not in texts:
            yield block, name.text


def undeclared(keys: Keys) -> Iterator[Name]:
    """The keys that no declared attribute can be."""
    if not keys.all_declared or any(name.text is None for _, name in keys.declared):
        return
    texts = {name.text for _, name in keys.declared}
    seen = set[str]()
    for one in keys.used:
        if one.text is not None and one.text not in texts and one.text not in seen:
            seen.add(one.text)
            yield one
