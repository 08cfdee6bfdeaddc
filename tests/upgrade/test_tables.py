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
OF_BETA = (
    "google_cloud_run_v2_worker_pool.template.containers.depends_on",
    "google_colab_runtime_template.post_startup_script_config",
    "google_compute_instance_from_machine_image.",
    "google_gke_hub_membership.description",
    "google_memorystore_instance.allow_fewer_zones_deployment",
    "google_redis_cluster.allow_fewer_zones_deployment",
    "google_vertex_ai_endpoint.enable_secure_private_service_connect",
    "google_workstations_workstation_config.host.gce_instance.disable_ssh",
)
"""What only google-beta has, or versions between those that are known: their schemas are not."""
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
    if entry.told.startswith(OF_BETA):
        pytest.skip("the known versions of the provider do not have it")
    old, new = sides(table)
    if entry.verb != "default":  # which may be new, and its absence meant something else
        assert any(at(table, entry, old, one, entry.path) for one in types(table, entry, old)), (
            f"not in {old}"
        )
    if entry.verb not in OF_EITHER and not _stays(entry):
        left = at(table, entry, new, entry.type, entry.path)
        assert left is None or _is_other(left, table, entry, old) or _is_deprecated(left), f"still in {new}"
    for path in targets(entry):
        assert at(table, entry, new, path[0], path[1:]) is not None, f"{path} is not in {new}"
    if entry.verb in ("default", "value"):
        assert at(table, entry, new, entry.type, entry.path) is not None, f"not in {new}"


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
