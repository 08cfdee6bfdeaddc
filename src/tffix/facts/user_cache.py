"""The user's own provider schemas, from `terraform providers schema -json`: exact, where others are near.

They lie in a file of the same tables in the user's cache folder, and count before the embedded ones.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from tffix.facts import database, schemas, tables
from tffix.facts.addresses import provider_address
from tffix.files import read_file, replacing
from tffix.json_data import read_json

SECTIONS: dict[str, schemas.Kind] = {
    "resource_schemas": "resource",
    "data_source_schemas": "data",
    "ephemeral_resource_schemas": "ephemeral",
}
_MOST = 1 << 30
ORIGIN = "terraform providers schema"


def update_from(
    schema_json: bytes | Path, versions: Mapping[str, str]
) -> tuple[schemas.ProviderVersion, ...]:
    """Store the schema of each provider under its version, and return what was stored.

    The output does not say versions, so the caller must: by the provider's address, with or without the host
    of a public registry. A provider of another host is another one, whatever its name. A provider without a
    version is passed over. Raises ValueError, and stores nothing, for
    anything else than what Terraform prints.
    """
    text = read_file(schema_json, _MOST) if isinstance(schema_json, Path) else schema_json
    known = {provider_address(name): version for name, version in versions.items()}
    try:
        found = [(provider_address(address), body) for address, body in _providers(text)]
        stored = [(name, known[name], list(_types(name, body))) for name, body in found if name in known]
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if stored:
        _write(stored)
    return tuple(schemas.ProviderVersion(name, version, ORIGIN) for name, version, _ in stored)


def _write(stored: list[tuple[str, str, list[tuple[str, str, Any]]]]) -> None:
    path = database.user_file()
    if path is None:
        raise ValueError("there is no folder to store it in: set XDG_CACHE_HOME to an absolute path")
    schemas.forget()
    database.stores()  # sets a damaged file aside
    # Whoever has the old file open keeps it.
    with replacing(path) as new:
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
    schemas.forget()


def _providers(text: bytes) -> Iterator[tuple[str, Any]]:
    try:
        output = read_json(text)
    except ValueError as error:
        raise ValueError(f"this is not JSON: {error}") from error
    if not isinstance(output, dict) or "format_version" not in output:
        raise ValueError("this is not the output of `terraform providers schema -json`")
    yield from _table(output, "provider_schemas", "the top").items()


def _types(provider: str, body: Any) -> Iterator[tuple[str, str, Any]]:
    if "provider" in _checked(body, dict, provider):
        yield "provider", provider.rpartition("/")[2], _block(_table(body, "provider", provider), provider)
    for section, kind in SECTIONS.items():
        for name, schema in _table(body, section, provider).items():
            yield kind, name, _block(_checked(schema, dict, name), name)


def _block(schema: dict[str, Any], where: str) -> Any:
    """The block of a schema."""
    return _content(_table(schema, "block", where), where)


def _content(block: dict[str, Any], where: str) -> Any:
    attributes = {
        name: _attribute(_checked(row, dict, f"{where}.{name}"), f"{where}.{name}")
        for name, row in _table(block, "attributes", where).items()
    }
    blocks = {
        name: _nested_block(_checked(row, dict, f"{where}.{name}"), f"{where}.{name}")
        for name, row in _table(block, "block_types", where).items()
    }
    return {key: value for key, value in (("a", attributes), ("b", blocks)) if value}


def _nested_block(row: dict[str, Any], where: str) -> Any:
    least = _checked(row.get("min_items", 0), int, f"{where}.min_items")
    most = row.get("max_items")
    if most is not None:
        _checked(most, int, f"{where}.max_items")
    return [_nesting(row, where), int(least > 0), most, _block(row, where)]


def _attribute(row: dict[str, Any], where: str) -> Any:
    flags = "".join(letter for letter, name in tables.FLAGS.items() if row.get(name))
    if "nested_type" not in row:
        return [_type(row.get("type"), where), flags]
    nested = _table(row, "nested_type", where)
    members = _content(nested, where)
    return [_nested_type(_nesting(nested, where), members), flags, members]


def _nested_type(nesting: str, members: Any) -> Any:
    """The type of an attribute of which Terraform tells the members in place of a type."""
    inner = ["object", {name: attribute[0] for name, attribute in members.get("a", {}).items()}]
    return inner if nesting == "single" else [nesting, inner]


# -- what is checked -------------------------------------------------------------------------------------


def _type(found: Any, where: str) -> Any:
    """A type in Terraform's JSON form."""
    match found:
        case "string" | "number" | "bool" | "dynamic":
            return found
        case ["list" | "set" | "map", inner]:
            _type(inner, where)
            return found
        case ["object", dict() as members, *_]:
            for name, inner in members.items():
                _type(inner, f"{where}.{name}")
            return found
        case ["tuple", list() as members]:
            for inner in members:
                _type(inner, where)
            return found
    raise ValueError(f"{where}: this is not a type: {str(found)[:60]}")


def _nesting(row: dict[str, Any], where: str) -> str:
    found = row.get("nesting_mode")
    if found not in get_args(schemas.Nesting):
        raise ValueError(f"{where}.nesting_mode: {str(found)[:60]} is not one of Terraform's")
    return str(found)


def _table(row: dict[str, Any], key: str, where: str) -> dict[str, Any]:
    """The object under a key; an empty one if there is none."""
    found: dict[str, Any] = _checked(row.get(key, {}), dict, f"{where}.{key}")
    return found


def _checked(value: Any, kind: type, where: str) -> Any:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        what = {dict: "an object", int: "a number"}[kind]
        raise ValueError(f"{where}: {what} is expected here, not {str(value)[:60]}")
    return value
