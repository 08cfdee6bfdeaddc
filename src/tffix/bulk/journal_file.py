"""The SQLite file of a journal: its tables, how it is opened and locked, and how text gets into it."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..engine.results import Found
from ..locks import Lock, lock
from ..rules.transform import Impact, Tier
from .records import ModulePlan, Phase, State, Step

FORMAT = 3
TABLES = """
CREATE TABLE campaign (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE repository (
  id INTEGER PRIMARY KEY,
  location TEXT NOT NULL UNIQUE,   -- without user, password and query
  name TEXT NOT NULL,
  place INTEGER NOT NULL,          -- its place in the campaign file
  present INTEGER NOT NULL,        -- whether the campaign file still names it
  folders TEXT NOT NULL,
  base_wanted TEXT NOT NULL,
  base TEXT NOT NULL DEFAULT '',
  base_branch TEXT NOT NULL DEFAULT '',
  branch TEXT NOT NULL DEFAULT '',       -- that the commits are on
  fingerprint TEXT NOT NULL DEFAULT '',  -- of the change that was planned
  digest TEXT NOT NULL DEFAULT '',       -- of what is to be written
  bundle BLOB NOT NULL DEFAULT x''
);
CREATE TABLE step (
  repository INTEGER NOT NULL REFERENCES repository,
  phase TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
  started REAL NOT NULL, seconds REAL NOT NULL,
  PRIMARY KEY (repository, phase)
) WITHOUT ROWID;
CREATE TABLE made (
  repository INTEGER NOT NULL REFERENCES repository,
  place INTEGER NOT NULL, id TEXT NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (repository, place)
) WITHOUT ROWID;
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  repository INTEGER NOT NULL REFERENCES repository,
  fixed INTEGER NOT NULL, rule TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, content TEXT NOT NULL
);
CREATE INDEX finding_of ON finding (repository);
CREATE TABLE file_error (
  id INTEGER PRIMARY KEY,
  repository INTEGER NOT NULL REFERENCES repository, content TEXT NOT NULL
);
CREATE INDEX file_error_of ON file_error (repository);
CREATE TABLE diff (
  id INTEGER PRIMARY KEY,
  repository INTEGER NOT NULL REFERENCES repository,
  path BLOB NOT NULL, added INTEGER NOT NULL, removed INTEGER NOT NULL, text BLOB NOT NULL
);
CREATE INDEX diff_of ON diff (repository);
CREATE TABLE module_plan (
  repository INTEGER NOT NULL REFERENCES repository,
  place INTEGER NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (repository, place)
) WITHOUT ROWID;
"""


class JournalError(Exception):
    """A journal that cannot be used, and why."""


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Says what is wrong with a journal, and what to do. Raises JournalError."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            told = "another program has it open and locked: end that program, then run the same command again"
            raise JournalError(f"{path}: {told}") from error
        if "decode" in str(error):  # to text
            raise JournalError(f"{path}: {_DAMAGED}") from error
        if "no such table" in str(error):
            raise JournalError(f"{path}: is not a journal of tffix") from error
        raise JournalError(f"{path}: cannot be read or written: {error}") from error
    except sqlite3.DatabaseError as error:
        told = "is not a journal of tffix" if "not a database" in str(error) else f"{_DAMAGED} ({error})"
        raise JournalError(f"{path}: {told}") from error


@contextmanager
def intact(path: Path) -> Iterator[None]:
    """What is read within is as it was written; else JournalError is raised."""
    try:
        yield
    except (ValueError, TypeError, KeyError, zlib.error) as error:
        raise JournalError(f"{path}: {_DAMAGED} ({error})") from error


_DAMAGED = (
    "is damaged: restore it from a backup; or move it away, remove the branches of the campaign, and"
    " run 'tffix migrate plan'"
)


class Transaction:
    """All that is written within, or nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __enter__(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.connection.execute("COMMIT")
        elif self.connection.in_transaction:  # SQLite may have rolled back by itself
            self.connection.execute("ROLLBACK")


def connected(path: Path, exclusive: bool) -> sqlite3.Connection:
    """A connection to a journal: to write, which only one process may, or to read."""
    if exclusive:
        own(path)
        return sqlite3.connect(path, isolation_level=None, timeout=60)
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=60)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        # In a folder that cannot be written to SQLite must be told that nobody else writes either.
        connection.close()
        connection = sqlite3.connect(f"{address}&immutable=1", uri=True, isolation_level=None)
    return connection


def own(path: Path) -> None:
    """Makes sure that there is a file, for its owner alone: SQLite gives those beside it its mode."""
    with suppress(PermissionError):  # somebody else's, who has let us in
        with open(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "rb") as stream:
            is_journal = stream.read(6) in (b"", b"SQLite")
        if is_journal:
            path.chmod(0o600)


def locked(path: Path) -> int:
    """A lock that ends with this process. Raises JournalError if another one has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    if lock(descriptor) is Lock.OF_ANOTHER:  # where that is not known, SQLite's own locks must do
        os.close(descriptor)
        raise JournalError(f"{path}: another tffix migrate is at work with it")
    return descriptor


def sound(text: str) -> str:
    """A text that SQLite takes: a name in a file system may be no Unicode."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def to_bytes(text: str) -> bytes:
    """A text as it is stored, undecodable bytes of paths included."""
    return text.encode("utf-8", "surrogatepass")


def to_text(data: bytes) -> str:
    """A text as it was before it was stored."""
    return data.decode("utf-8", "surrogatepass")


def to_step(row: Sequence[Any]) -> Step:
    """The step that a row has."""
    phase, state, reason, started, seconds = row
    return Step(Phase(phase), State(state), reason, started, seconds)


def found_text(one: Found) -> str:
    """A finding as it is stored."""
    return json.dumps({**asdict(one), "impact": one.impact.value, "tier": one.tier.value})


def to_found(content: str) -> Found:
    """A finding as it was before it was stored."""
    values = json.loads(content)
    tier = Tier(values.get("tier", Tier.SAFE))
    return Found(**{**values, "impact": Impact(values["impact"]), "tier": tier})


def to_plan(content: str) -> ModulePlan:
    """The plan of a module as it was before it was stored."""
    values = json.loads(content)
    return ModulePlan(**{**values, "unannounced": tuple(values["unannounced"])})
