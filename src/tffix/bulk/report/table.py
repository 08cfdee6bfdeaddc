"""A campaign as tables: CSV files for spreadsheets, and a summary for the terminal."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from ...urls import redacted
from ..records import Record
from .standing import reason, standing

REPOSITORY_COLUMNS = (
    "repository",
    "location",
    "state",
    "reason",
    "fixed",
    "files",
    "added",
    "removed",
    "left",
    "unreadable",
    "base_branch",
    "base",
    "commits",
    "seconds",
)
FINDING_COLUMNS = (
    "repository",
    "state",
    "rule",
    "impact",
    "tier",
    "path",
    "line",
    "column",
    "address",
    "message",
    "reason",
    "advice",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def repositories_csv(out: TextIO, records: Iterable[Record]) -> None:
    """A row for every repository."""
    _write(out, REPOSITORY_COLUMNS, (_repository(record) for record in records))


def findings_csv(out: TextIO, records: Iterable[Record]) -> None:
    """A row for everything that was found: fixed, left to a person, or a file that is unreadable."""
    _write(out, FINDING_COLUMNS, (row for record in records for row in _findings(record)))


def _repository(record: Record) -> tuple[object, ...]:
    return (
        record.name,
        redacted(record.location),
        standing(record),
        reason(record),
        len(record.fixed),
        len(record.diffs),
        record.added,
        record.removed,
        len(record.found),
        len(record.errors),
        record.base_branch,
        record.base,
        " ".join(one.id for one in record.commits),
        round(record.seconds, 3),
    )


def _findings(record: Record) -> Iterator[tuple[object, ...]]:
    for state, found in (("fixed", record.fixed), ("left", record.found)):
        for one in found:
            place = (one.path, one.line, one.column, one.address)
            told = "held back" if one.is_held else state
            kind = (one.rule, one.impact.value, one.tier.value)
            yield record.name, told, *kind, *place, one.message, one.reason, one.advice
    for error in record.errors:
        place = (error.path, error.line, error.column, "")
        yield record.name, "unreadable", "", "", "", *place, error.message, "", ""


def _write(out: TextIO, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_inert(value) for value in row] for row in rows)


def _inert(value: object) -> object:
    """A value that no spreadsheet takes for a formula: an apostrophe is put before a text that looks so."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
