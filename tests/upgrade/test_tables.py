"""Every entry of a table is held to the schemas of the versions on both sides of its major."""

from __future__ import annotations

import pytest

from tffix.facts import schemas
from tffix.facts.schemas import Attribute, BlockSchema, NestedBlock
from tffix.facts.versions import newest_first
from tffix.upgrade.request import known_tables
from tffix.upgrade.table import Entry, Table

ENTRIES = [
    (table, entry)
    for majors in known_tables().values()
    for table in majors.values()
    for entry in table.entries
]
OF_EITHER = ("value", "default", "ask", "reference")
"""Verbs whose place is not gone: what is there means something else now."""
UNKNOWN = object()
"""In the place of what facts do not know."""


def version(provider: str, least: int, most: int) -> str | None:
    """The newest known version whose major lies between two."""
    known = newest_first(schemas.versions(provider))
    return next((one for one in known if least <= int(one.split(".")[0]) <= most), None)


def at(table: Table, entry: Entry, version: str, type_: str, path: tuple[str, ...]) -> object:
    """What a version has at a path: an attribute, a nested block, the type itself, or None."""
    name = table.local_name if entry.kind == "provider" else type_
    found: BlockSchema | None = schemas.schema(table.provider, version, entry.kind, name)
    place: object = found
    for step in path:
        if found is None:
            # The members of an object are not followed: what is in it counts as there.
            return place if isinstance(place, Attribute) and not isinstance(place.type, str) else None
        if not found.complete and step not in found.blocks and step not in found.attributes:
            return UNKNOWN
        nested: NestedBlock | None = found.blocks.get(step)
        place = nested or found.attributes.get(step)
        found = nested.block if nested is not None else None
    return place


def types(table: Table, entry: Entry, version: str) -> list[str]:
    known = schemas.types(table.provider, version, entry.kind) if entry.kind != "provider" else ("",)
    return (
        [one for one in known if one.startswith(entry.type[:-1])]
        if entry.type.endswith("*")
        else [entry.type]
    )


def sides(table: Table) -> tuple[str, str]:
    old = version(table.provider, 0, table.major - 1)
    new = version(table.provider, table.major, table.major)
    if old is None or new is None or int(old.split(".")[0]) != table.major - 1:
        pytest.skip(
            f"the schemas of {table.local_name} {table.major - 1} and {table.major} are not both known"
        )
    return old, new


@pytest.mark.parametrize(
    ("table", "entry"),
    ENTRIES,
    ids=[f"{table.name}-{number}-{e.verb}-{e.told}" for number, (table, e) in enumerate(ENTRIES)],
)
def test_an_entry(table: Table, entry: Entry) -> None:
    old, new = sides(table)
    if reason := entry.keys.get("unproved"):
        pytest.skip(reason)
    assert any(was_there(table, entry, old, one) for one in types(table, entry, old)), f"not in {old}"
    if entry.verb not in OF_EITHER and not _stays(entry):
        left = at(table, entry, new, entry.type, entry.path)
        assert left is None or _is_other(left, table, entry, old) or _is_deprecated(left), f"still in {new}"
    for path in targets(entry):
        path = renamed(table, entry, path)
        assert at(table, entry, new, path[0], path[1:]) is not None, f"{path} is not in {new}"
    if entry.verb in ("default", "value"):
        assert at(table, entry, new, entry.type, entry.path) is not None, f"not in {new}"


def was_there(table: Table, entry: Entry, old: str, type_: str) -> bool:
    """Whether the old version has the place, or for what is new in the other, the block around it."""
    is_new = entry.verb == "default" or (entry.verb == "ask" and bool(entry.keys.get("missing")))
    paths = [entry.path, before(table, entry), *([entry.path[:-1]] if is_new else [])]
    return any(at(table, entry, old, type_, path) is not None for path in paths)


def block_renames(table: Table, entry: Entry) -> dict[tuple[str, ...], str]:
    """The new names of the blocks of a type, by their paths."""
    return {
        one.path: one.keys["to"]
        for one in table.entries
        if one.verb == "rename"
        and (one.kind, one.type) == (entry.kind, entry.type)
        and one.path != entry.path
    }


def renamed(table: Table, entry: Entry, path: tuple[str, ...]) -> tuple[str, ...]:
    """A place, with the blocks around it by their new names."""
    type_, *names = path
    for old, new in block_renames(table, entry).items():
        if tuple(names[: len(old)]) == old and len(names) > len(old):
            names[len(old) - 1] = new
    return (type_, *names)


def before(table: Table, entry: Entry) -> tuple[str, ...]:
    """An entry's path, with the blocks around it by their old names."""
    names = list(entry.path)
    for old, new in block_renames(table, entry).items():
        if tuple(names[: len(old)]) == (*old[:-1], new) and len(names) > len(old):
            names[len(old) - 1] = old[-1]
    return tuple(names)


def _stays(entry: Entry) -> bool:
    return bool({"deprecated", "readable", "value", "where", "with"} & entry.keys.keys())


def _is_deprecated(place: object) -> bool:
    return place is UNKNOWN or bool(getattr(place, "computed", False))


def _is_other(place: object, table: Table, entry: Entry, old: str) -> bool:
    return type(place) is not type(at(table, entry, old, entry.type, entry.path))


def targets(entry: Entry) -> list[tuple[str, ...]]:
    """The types and paths that an entry leads to."""
    here, above = (entry.type, *entry.path), (entry.type, *entry.path[:-1])
    match entry.verb, entry.keys.get("to"):
        case "lift", str(to):
            return [(entry.type, *entry.path[:-2], to)]
        case "move", str(to):
            return [(*above, *to.split("."))]
        case "duplicate", list(names):
            return [(*above, name) for name in names]
        case "unwrap", _:
            return [(*above, name) for name in entry.keys["members"].values()]
        case (("split" | "replace"), _):
            return [(entry.keys["into"],)]
        case (("argument" | "blocks"), to):
            return [(*above, to or entry.path[-1])]
        case _, str(to):
            return [(*above, *to.partition("[")[0].split("."))]
        case _:
            return [here] if entry.keys.get("readable") else []
