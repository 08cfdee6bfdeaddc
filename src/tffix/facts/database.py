"""Opens the files of facts: read-only, on first use, once a process."""

import os
import sqlite3
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tffix.facts import tables

FILE_NAME = "facts.sqlite"

DAMAGE = (sqlite3.DatabaseError, zlib.error, ValueError)
"""What reading a damaged database raises."""

# The process that opened the connections, and these by name: a forked child must not use its parent's.
_owner = 0
_open: dict[str, sqlite3.Connection | None] = {}


@dataclass(frozen=True, slots=True)
class FactSource:
    """A registry package whose contents became facts."""

    package: str
    version: str
    holds: str


class _Facts(sqlite3.Connection):
    """A question may be any text of a file, also one with bytes that are not UTF-8: no fact is about that."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        asked = (
            one.encode("utf-8", "replace").decode() if isinstance(one, str) else one for one in parameters
        )
        return super().execute(sql, tuple(asked))


def connection() -> sqlite3.Connection:
    """The embedded facts."""
    embedded = _opened("embedded")
    assert embedded is not None
    return embedded


def stores() -> dict[str, sqlite3.Connection]:
    """All databases with provider schemas, by name; the first that knows a provider version counts."""
    opened = {name: _opened(name) for name in ("user", "embedded")}
    return {name: store for name, store in opened.items() if store is not None}


def sources() -> tuple[FactSource, ...]:
    """Where the embedded facts come from."""
    rows = connection().execute("SELECT package, version, holds FROM source ORDER BY holds, package, version")
    return tuple(FactSource(*row) for row in rows)


def provider_versions(provider: str) -> frozenset[str]:
    """The versions of a provider, such as `hashicorp/aws`, whose schemas are known."""
    query = "SELECT version FROM provider WHERE name = ?"
    return frozenset(
        version for store in stores().values() for (version,) in store.execute(query, (provider,))
    )


def user_file() -> Path | None:
    """Where the user's own provider schemas lie, if there are any; None for a user without a home."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(cache):  # then it does not count, by the XDG specification
        cache = os.path.join(os.path.expanduser("~"), ".cache")
    return Path(cache, "tffix", "schemas.sqlite") if os.path.isabs(cache) else None


def set_aside_user(error: Exception) -> None:
    """Gives the user's file another name, as it is damaged or of another version of tffix, and says so.
    Whoever has asked before must ask again."""
    opened = _open.get("user")
    if opened is not None:
        opened.close()
    _open["user"] = None
    path = user_file()
    assert path is not None
    told = f"tffix: {path} cannot be used ({error})"
    try:
        path.replace(path.with_name(path.name + ".unusable"))
        told += f": renamed to {path.name}.unusable; run `tffix facts update` to make it anew"
    except FileNotFoundError:
        return  # another process was faster, and has said it
    except OSError:
        told += ": passed over"
    print(told, file=sys.stderr)


def close() -> None:
    """Open everything anew at the next question."""
    if _owner == os.getpid():
        for opened in _open.values():
            if opened is not None:
                opened.close()
    _open.clear()


def _opened(name: str) -> sqlite3.Connection | None:
    global _owner
    if _owner != os.getpid():
        _open.clear()
        _owner = os.getpid()
    if name not in _open:
        _open[name] = _open_embedded() if name == "embedded" else _open_user()
    return _open[name]


def _open_embedded() -> sqlite3.Connection:
    path = Path(__file__).with_name(FILE_NAME)
    if path.is_file():
        return _read_only(path)
    # Imported from a zip archive: SQLite has no file to map, so the whole database goes into memory. What
    # reads it is loaded only here, because loading it takes longer than most questions.
    from importlib.resources import files

    memory = sqlite3.connect(":memory:", factory=_Facts, check_same_thread=False)
    memory.deserialize(files("tffix.facts").joinpath(FILE_NAME).read_bytes())
    return memory


def _open_user() -> sqlite3.Connection | None:
    path = user_file()
    if path is None or not os.path.isfile(path) or not os.access(path, os.R_OK):
        return None
    try:
        store = _read_only(path)
        for table, columns in tables.COLUMNS.items():
            store.execute(f"SELECT {columns} FROM {table} LIMIT 0")
        [(fault,)] = store.execute("PRAGMA quick_check(1)")
        if fault != "ok":
            raise sqlite3.DatabaseError(" ".join(str(fault).split()))
    except sqlite3.DatabaseError as error:
        set_aside_user(error)
        return None
    return store


def _read_only(path: Path) -> sqlite3.Connection:
    # No locks are taken, for neither file is ever changed in place: a new one takes its name.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, factory=_Facts, uri=True, check_same_thread=False)
