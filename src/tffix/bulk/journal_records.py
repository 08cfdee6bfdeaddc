"""What a journal knows of the repositories of a campaign, as the records that reports are made of."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..engine.results import FileError
from .journal_file import intact, to_found, to_plan, to_step, to_text
from .records import Commit, Diff, Phase, Record, Step


def read_records(
    connection: sqlite3.Connection, path: Path, order: Callable[[Mapping[Phase, Step]], int]
) -> Iterator[Record]:
    """The records of all repositories that the campaign names: by what their steps come to, and then as the
    campaign names them. Only one is in memory at a time. Raises JournalError."""
    rows = connection.execute(
        "SELECT id, name, location, base, base_branch, branch FROM repository WHERE present ORDER BY place"
    ).fetchall()
    steps = {row[0]: _steps_of(connection, row[0]) for row in rows}
    for row in sorted(rows, key=lambda row: order(steps[row[0]])):
        with intact(path):
            record = _record_of(connection, *row, steps=steps[row[0]])
        yield record


def _record_of(
    connection: sqlite3.Connection,
    key: int,
    name: str,
    location: str,
    base: str,
    base_branch: str,
    branch: str,
    *,
    steps: Mapping[Phase, Step],
) -> Record:
    findings = list(rows_of(connection, "SELECT fixed, content FROM finding", key, "ORDER BY id"))
    errors = rows_of(connection, "SELECT content FROM file_error", key, "ORDER BY id")
    diffs = rows_of(connection, "SELECT path, added, removed, text FROM diff", key, "ORDER BY id")
    return Record(
        name,
        location,
        steps,
        base,
        base_branch,
        commits_of(connection, key),
        tuple(to_found(content) for fixed, content in findings if not fixed),
        tuple(to_found(content) for fixed, content in findings if fixed),
        tuple(FileError(**json.loads(content)) for (content,) in errors),
        tuple(
            Diff(to_text(path), to_text(zlib.decompress(text)), added, removed)
            for path, added, removed, text in diffs
        ),
        branch,
        tuple(
            to_plan(content)
            for (content,) in rows_of(connection, "SELECT content FROM module_plan", key, "ORDER BY place")
        ),
    )


def rows_of(connection: sqlite3.Connection, query: str, key: int, more: str = "") -> Iterator[Any]:
    """The rows of a table that belong to a repository."""
    return connection.execute(f"{query} WHERE repository = ? {more}", (key,))


def commits_of(connection: sqlite3.Connection, key: int) -> tuple[Commit, ...]:
    """The commits that were made in a repository, in their order."""
    return tuple(
        Commit(*row) for row in rows_of(connection, "SELECT id, rule FROM made", key, "ORDER BY place")
    )


def _steps_of(connection: sqlite3.Connection, key: int) -> dict[Phase, Step]:
    """The steps of a repository, in the order of the phases."""
    rows = rows_of(connection, "SELECT phase, state, reason, started, seconds FROM step", key)
    found = {step.phase: step for step in map(to_step, rows)}
    return {phase: found[phase] for phase in Phase if phase in found}


__all__ = ["commits_of", "read_records", "rows_of"]
