"""The user's own provider schemas, from `terraform providers schema -json`: exact, where others are near.

They lie in a file of the same tables in the user's cache folder, and count before the embedded ones.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tffix.facts import database, schemas, tables

SECTIONS: dict[str, schemas.Kind] = {
    "resource_schemas": "resource",
    "data_source_schemas": "data",
    "ephemeral_resource_schemas": "ephemeral",
}
ORIGIN = "terraform providers schema"


def update_from(
    schema_json: bytes | Path, versions: Mapping[str, str]
) -> tuple[schemas.ProviderVersion, ...]:
    """Store the schema of each provider under its version, and return what was stored.

    The output does not tell versions, so the caller must: by the provider's address, `hashicorp/aws` or with
    a host before it. A provider without a version is passed over. Raises ValueError for anything else.
    """
    text = schema_json.read_bytes() if isinstance(schema_json, Path) else schema_json
    known = {_short(name): version for name, version in versions.items()}
    found = [(_short(address), body) for address, body in _providers(text)]
    stored = [(name, known[name], list(_types(name, body))) for name, body in found if name in known]
    if stored:
        _write(stored)
    return tuple(schemas.ProviderVersion(name, version, ORIGIN) for name, version, _ in stored)


def _write(stored: list[tuple[str, str, list[tuple[str, str, Any]]]]) -> None:
    path = database.user_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as scratch:
        new = Path(scratch) / path.name
        if path.is_file():
            shutil.copyfile(path, new)
        cache = sqlite3.connect(new)
        try:
            if not cache.execute("SELECT 1 FROM sqlite_schema WHERE name = 'provider'").fetchone():
                cache.executescript(tables.CREATE)
            writer = tables.Writer(cache)
            for name, version, types in stored:
                writer.add(name, version, ORIGIN, True, types)
            cache.execute("DELETE FROM body WHERE id NOT IN (SELECT body FROM type)")
            cache.commit()
        finally:
            cache.close()
        # Whoever has the old file open keeps it.
        new.replace(path)
    schemas.forget()


def _short(address: str) -> str:
    return "/".join(address.split("/")[-2:])


def _providers(text: bytes) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        output = json.loads(text)
    except ValueError as error:
        raise ValueError(f"this is not JSON: {error}") from error
    if not isinstance(output, dict) or "format_version" not in output:
        raise ValueError("this is not the output of `terraform providers schema -json`")
    yield from output.get("provider_schemas", {}).items()


def _types(provider: str, body: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    if "provider" in body:
        yield "provider", provider.rpartition("/")[2], _block(body["provider"].get("block", {}))
    for section, kind in SECTIONS.items():
        for name, schema in body.get(section, {}).items():
            yield kind, name, _block(schema.get("block", {}))


def _block(block: dict[str, Any]) -> Any:
    attributes = {name: _attribute(row) for name, row in block.get("attributes", {}).items()}
    blocks = {name: _nested_block(row) for name, row in block.get("block_types", {}).items()}
    return {key: value for key, value in (("a", attributes), ("b", blocks)) if value}


def _nested_block(row: dict[str, Any]) -> Any:
    required = int(row.get("min_items", 0) > 0)
    return [row["nesting_mode"], required, row.get("max_items"), _block(row.get("block", {}))]


def _attribute(row: dict[str, Any]) -> Any:
    flags = "".join(letter for letter, name in tables.FLAGS.items() if row.get(name))
    if "nested_type" not in row:
        return [row["type"], flags]
    members = _block(row["nested_type"])
    return [_nested_type(row["nested_type"]["nesting_mode"], members), flags, members]


def _nested_type(nesting: str, members: Any) -> Any:
    """The type of an attribute of which Terraform tells the members in place of a type."""
    inner = ["object", {name: attribute[0] for name, attribute in members.get("a", {}).items()}]
    return inner if nesting == "single" else [nesting, inner]
