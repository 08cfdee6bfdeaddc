"""Opens the embedded facts file: read-only, on first use, once a process."""

import os
import sqlite3
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

FILE_NAME = "facts.sqlite"

_opened: tuple[int, sqlite3.Connection] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A registry package whose contents became facts."""

    package: str
    version: str
    holds: str


def connection() -> sqlite3.Connection:
    """The embedded facts. A forked child gets its own connection, for SQLite's must not cross a fork."""
    global _opened
    if _opened is None or _opened[0] != os.getpid():
        _opened = (os.getpid(), _open())
    return _opened[1]


def sources() -> tuple[Source, ...]:
    """Where the embedded facts come from."""
    rows = connection().execute("SELECT package, version, holds FROM source ORDER BY holds, package, version")
    return tuple(Source(*row) for row in rows)


def provider_versions(provider: str) -> tuple[str, ...]:
    """The versions of a provider, such as `hashicorp/aws`, whose schemas are known."""
    rows = connection().execute("SELECT DISTINCT version FROM provider WHERE name = ?", (provider,))
    return tuple(version for (version,) in rows)


def open_read_only(path: Path) -> sqlite3.Connection:
    """Takes no locks and writes nothing, for a file that nobody changes while it is open."""
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _open() -> sqlite3.Connection:
    resource = files("tffix.facts").joinpath(FILE_NAME)
    if isinstance(resource, Path):
        return open_read_only(resource)
    # Imported from a zip archive: SQLite has no file to map, so the whole database goes into memory.
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    memory.deserialize(resource.read_bytes())
    return memory
