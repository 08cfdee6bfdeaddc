"""Reports of a campaign, for people and for machines."""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

from ...files import replacing
from ..records import Record, Summary
from .tally import Tally

Records = Callable[[], Iterable[Record]]
"""Reads the repositories of a campaign one by one, from the first, each time that it is called."""

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")


def write_all(folder: Path, summary: Summary, records: Records) -> list[Path]:
    """Writes every form of report below a folder, each file in one step, and returns their paths: the page
    first, then what machines and spreadsheets read, then two files for each repository. No more than one
    record is held at a time."""
    from . import document, html, table

    tally = Tally.of(records())
    written = []
    forms: dict[str, Callable[[TextIO], None]] = {
        "report.html": lambda out: html.write(out, summary, tally, records()),
        "report.json": lambda out: document.write(out, summary, tally, records()),
        "repositories.csv": lambda out: table.repositories_csv(out, records()),
        "findings.csv": lambda out: table.findings_csv(out, records()),
    }
    for name, write in forms.items():
        with _complete(folder / name) as out:
            write(out)
        written.append(folder / name)
    return [*written, *_write_repositories(folder / "repositories", summary, records())]


def _write_repositories(folder: Path, summary: Summary, records: Iterable[Record]) -> Iterator[Path]:
    from .pull_request import body
    from .sarif import sarif

    taken: set[str] = set()
    for record in records:
        stem = file_stem(record.name, taken)
        for path, text in (
            (folder / f"{stem}.sarif", sarif(record)),
            (folder / f"{stem}.md", body(summary, record)),
        ):
            with _complete(path) as out:
                out.write(text)
            yield path


def file_stem(name: str, taken: set[str]) -> str:
    """A file name for a repository: its own name where that is a plain one, else a like one with a hash.
    Names that differ only by case are the same to some file systems: the later one has a hash too. The
    file name is added to ``taken``."""
    stem = name
    if not _PLAIN.fullmatch(name) or name.casefold() in taken:
        like = re.sub(r"[^A-Za-z0-9._-]+", "-", name)[:80].strip(".-")
        stem = f"{like}-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"
    taken.add(stem.casefold())
    return stem


@contextlib.contextmanager
def _complete(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of another when all of it is written, and never if that fails."""
    # What is not Unicode in a path that a repository has is shown as a question mark.
    with (
        replacing(path) as partial,
        partial.open("w", encoding="utf-8", errors="replace", newline="\n") as out,
    ):
        yield out


__all__ = ["Records", "Tally", "write_all"]
