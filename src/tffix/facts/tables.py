"""The tables of provider schemas, and what is in a row: the same in the embedded facts and the user's cache.

A body is zlib-compressed JSON. A block is `{"a": attributes, "b": blocks}`, and `{"?": 1}` when nobody knows
what is inside. An attribute is `[type, flags]` or `[type, flags, nested block]`, the flags being the letters
of FLAGS. A nested block is `[nesting, required, max_items, block]`.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from typing import Any

FLAGS = {"r": "required", "o": "optional", "c": "computed", "d": "deprecated", "s": "sensitive"}

CREATE = """
CREATE TABLE provider (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,         -- hashicorp/aws
    version TEXT NOT NULL,
    origin TEXT NOT NULL,       -- the package, or what else it was read from
    is_full INTEGER NOT NULL,   -- whether the source tells what is deprecated and sensitive
    UNIQUE (name, version)
);
CREATE TABLE body (
    id INTEGER PRIMARY KEY,
    json BLOB NOT NULL
);
CREATE TABLE type (
    provider INTEGER NOT NULL REFERENCES provider,
    kind TEXT NOT NULL,         -- resource, data, ephemeral or provider
    name TEXT NOT NULL,         -- aws_vpc; of a provider its own, aws
    body INTEGER NOT NULL REFERENCES body,
    PRIMARY KEY (provider, kind, name)
) WITHOUT ROWID;
"""
COLUMNS = {
    "provider": "id, name, version, origin, is_full",
    "body": "id, json",
    "type": "provider, kind, name, body",
}


class Writer:
    """Adds provider versions to a database; equal bodies are stored once."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self.bodies: dict[bytes, int] = {
            body: number for number, body in database.execute("SELECT id, json FROM body")
        }

    def add(
        self, name: str, version: str, origin: str, is_full: bool, types: Iterable[tuple[str, str, Any]]
    ) -> None:
        """Store a provider version in place of an earlier one; a type is its kind, name and block."""
        self.remove(name, version)
        cursor = self.database.execute(
            "INSERT INTO provider (name, version, origin, is_full) VALUES (?, ?, ?, ?)",
            (name, version, origin, is_full),
        )
        for kind, type_name, block in sorted(types, key=lambda row: row[:2]):
            row = (cursor.lastrowid, kind, type_name, self._body(block))
            self.database.execute("INSERT INTO type VALUES (?, ?, ?, ?)", row)

    def remove(self, name: str, version: str) -> None:
        """Removes a provider version."""
        provider = "(SELECT id FROM provider WHERE name = ? AND version = ?)"
        self.database.execute(f"DELETE FROM type WHERE provider = {provider}", (name, version))
        self.database.execute("DELETE FROM provider WHERE name = ? AND version = ?", (name, version))

    def _body(self, block: Any) -> int:
        body = zlib.compress(json.dumps(block, separators=(",", ":"), sort_keys=True).encode(), 9)
        if body not in self.bodies:
            cursor = self.database.execute("INSERT INTO body (json) VALUES (?)", (body,))
            assert cursor.lastrowid is not None
            self.bodies[body] = cursor.lastrowid
        return self.bodies[body]


def read_body(body: bytes) -> Any:
    """The data of a column that is compressed JSON."""
    return json.loads(zlib.decompress(body))
