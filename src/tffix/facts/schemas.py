"""Provider schemas by version: which resource types exist, and which attributes and blocks they have.

The embedded schemas were read from generated bindings (see `tools/bindings.py`), which do not tell all:

- `deprecated` and `sensitive` are None, for unknown;
- `max_items` is 1 or None, and None may stand for any other limit;
- a block that is not `complete` has more inside than is known, so that absence from it proves nothing;
- of write-only arguments, `password_wo` is there only if `password` and `password_wo_version` are;
- what a provider has as a nested attribute is `nested` only if its members' flags differ from its own.

A schema from the user's cache (`user_cache.py`) does, and counts before an embedded one of that version.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from tffix.facts import database, tables
from tffix.facts.versions import newest_first

Kind: TypeAlias = Literal["resource", "data", "ephemeral", "provider"]
Nesting: TypeAlias = Literal["single", "group", "list", "set", "map"]

# Terraform's JSON form of a type: "string", ["list", "string"], ["object", {"name": "string"}].
Type: TypeAlias = str | list[Any]


@dataclass(frozen=True, slots=True)
class ProviderVersion:
    """A version of a provider whose schema is known."""

    name: str  # hashicorp/aws
    version: str
    origin: str  # the package that its schema was read from


@dataclass(frozen=True, slots=True)
class Attribute:
    """The schema of an argument or attribute."""

    name: str
    type: Type
    required: bool
    optional: bool
    computed: bool
    deprecated: bool | None
    sensitive: bool | None
    nested: "BlockSchema | None" = None  # the members of a nested attribute, with flags of their own

    @property
    def is_settable(self) -> bool:
        return self.required or self.optional


@dataclass(frozen=True, slots=True)
class BlockSchema:
    """The schema of a block: of a resource, a data source, a provider, or one inside them."""

    attributes: Mapping[str, Attribute]
    blocks: Mapping[str, "NestedBlock"]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class NestedBlock:
    """The schema of a block inside another, and how often it may occur."""

    name: str
    nesting: Nesting
    required: bool
    max_items: int | None
    block: BlockSchema


def providers() -> tuple[ProviderVersion, ...]:
    """All provider versions whose schemas are known, by name, newest first."""
    known: dict[tuple[str, str], ProviderVersion] = {}
    for store in database.stores().values():
        for row in store.execute("SELECT name, version, origin FROM provider"):
            known.setdefault(row[:2], ProviderVersion(*row))
    names = sorted({name for name, _ in known})
    return tuple(known[name, version] for name in names for version in versions(name))


@cache
def versions(provider: str) -> tuple[str, ...]:
    """The versions of a provider, such as `hashicorp/aws`, whose schemas are known, newest first."""
    return newest_first(database.provider_versions(provider))


@cache
def types(provider: str, version: str, kind: Kind) -> frozenset[str]:
    """The names of all types of a kind, such as `aws_vpc`; of kind `provider` it is the provider's own."""
    found = _find(provider, version)
    if found is None:
        return frozenset()
    store, number, _ = found
    rows = database.stores()[store].execute(
        "SELECT name FROM type WHERE provider = ? AND kind = ?", (number, kind)
    )
    return frozenset(name for (name,) in rows)


@cache
def schema(provider: str, version: str, kind: Kind, type_name: str) -> BlockSchema | None:
    """The schema of one type, or None if that version has none such, or is not known."""
    found = _find(provider, version)
    if found is None:
        return None
    store, number, is_full = found
    rows = database.stores()[store].execute(
        "SELECT json FROM type JOIN body ON body.id = type.body WHERE provider = ? AND kind = ? AND name = ?",
        (number, kind, type_name),
    )
    row = rows.fetchone()
    try:
        return None if row is None else _block(tables.read_body(row[0]), bool(is_full))
    except database.DAMAGE as error:
        if store != "user":
            raise
        database.set_aside_user(error)
        forget()
        return schema(provider, version, kind, type_name)


def existed_in(provider: str, kind: Kind, type_name: str, path: str = "") -> tuple[str, ...]:
    """The known versions, newest first, in which a type has the attribute or block at a path.

    The path is dotted, `versioning.mfa_delete`; an empty one asks for the type itself. What lies in a map, or
    in a block that is not completely known, counts as existing.
    """
    names = path.split(".") if path else []
    return tuple(
        version
        for version in versions(provider)
        if (block := schema(provider, version, kind, type_name)) is not None and _has(block, names)
    )


def forget() -> None:
    """Ask the files again: the user's cache has changed."""
    database.close()
    for function in (versions, types, schema, _find):
        function.cache_clear()


@cache
def _find(provider: str, version: str) -> tuple[str, int, int] | None:
    # The name of the store and not its connection is kept: a forked child has connections of its own.
    for name, store in database.stores().items():
        row = store.execute(
            "SELECT id, is_full FROM provider WHERE name = ? AND version = ?", (provider, version)
        ).fetchone()
        if row is not None:
            return (name, *row)
    return None


def _has(block: BlockSchema, names: list[str]) -> bool:
    if not names or not block.complete:
        return True
    name, *rest = names
    if name in block.blocks:
        return _has(block.blocks[name].block, rest)
    return name in block.attributes and _type_has(block.attributes[name].type, rest)


def _type_has(type_: Type, names: list[str]) -> bool:
    if not names or type_ == "dynamic":
        return True
    match type_:
        case ["object", members]:
            return names[0] in members and _type_has(members[names[0]], names[1:])
        case ["list" | "set", inner]:
            return _type_has(inner, names)
        case ["map", inner]:
            return _type_has(inner, names[1:])
        case _:
            return False


def _block(body: Any, is_full: bool) -> BlockSchema:
    attributes = {name: _attribute(name, row, is_full) for name, row in body.get("a", {}).items()}
    blocks = {
        name: NestedBlock(name, nesting, bool(required), max_items, _block(inside, is_full))
        for name, (nesting, required, max_items, inside) in body.get("b", {}).items()
    }
    return BlockSchema(MappingProxyType(attributes), MappingProxyType(blocks), "?" not in body)


def _attribute(name: str, row: list[Any], is_full: bool) -> Attribute:
    type_, flags = row[:2]
    return Attribute(
        name,
        type_,
        required="r" in flags,
        optional="o" in flags,
        computed="c" in flags,
        deprecated="d" in flags if is_full else None,
        sensitive="s" in flags if is_full else None,
        nested=_block(row[2], is_full) if len(row) > 2 else None,
    )
