"""The journal of a campaign: a SQLite file that knows how far every repository is.

Each outcome is written in one transaction, so that a run that is killed goes on where it was. One driver
holds the journal at a time; readers may look at any time.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from .checkout import Repository
from .jobs import Outcome
from .journal_file import (
    FORMAT,
    TABLES,
    JournalError,
    Transaction,
    connected,
    found_text,
    in_words,
    intact,
    locked,
    sound,
    to_bytes,
    to_found,
    to_step,
)
from .journal_records import commits_of, read_records, rows_of
from .records import Phase, Record, State, Step

_OF_PLANS = ("finding", "file_error", "diff")


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a repository is, and the fingerprint of what was planned for it. ``is_present``: the campaign
    still names it."""

    repository: Repository
    steps: Mapping[Phase, Step]
    fingerprint: str
    is_present: bool


class Journal:
    """The open journal of a campaign. ``exclusive``: no other driver may have it open so at the same time;
    else it can be read only."""

    def __init__(self, path: Path, campaign: str, exclusive: bool = True) -> None:
        if not exclusive and not path.is_file():
            raise JournalError(f"{path}: this journal does not exist: run 'tffix migrate plan' first")
        self.path = path
        self._named: dict[str, Repository] = {}
        with ExitStack() as stack:
            if exclusive:
                stack.callback(os.close, locked(path))
            with in_words(path):
                self._connection = connected(path, exclusive)
                stack.callback(self._connection.close)
                if exclusive:
                    self._prepare()
                    self.keep("name", campaign)
                self._check(campaign)
            self._close = stack.pop_all().close

    def _prepare(self) -> None:
        run = self._connection.execute
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("BEGIN IMMEDIATE")
        if not run("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in TABLES.split(";"):
                run(statement)
            run("INSERT INTO campaign VALUES ('format', ?)", (str(FORMAT),))
        run("COMMIT")

    def _check(self, campaign: str) -> None:
        found = self.value("format")
        if found != str(FORMAT):
            raise JournalError(f"{self.path}: of another version of tffix (format {found}, this is {FORMAT})")
        name = self.value("name")
        if name not in ("", campaign):
            raise JournalError(f"{self.path}: the journal of another campaign, {name}")

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    # -- the campaign ------------------------------------------------------------------------------------

    def value(self, key: str) -> str:
        """What is kept under a key; empty if nothing is."""
        found = self._connection.execute("SELECT value FROM campaign WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else ""

    def keep(self, key: str, value: str) -> str:
        """Keeps a value under a key that has none yet, and gives what is there."""
        self._connection.execute("INSERT OR IGNORE INTO campaign VALUES (?, ?)", (key, value))
        return self.value(key)

    def take_in(self, repositories: Sequence[Repository]) -> None:
        """Makes the journal know the repositories that the campaign names now. Of one that it names no more
        what was done stays known."""
        # With the passwords that the campaign names them by, which the journal is not to know.
        self._named = {one.key: one for one in repositories}
        rows = [
            (one.key, one.name, place, json.dumps(one.folders), one.base)
            for place, one in enumerate(repositories)
        ]
        with Transaction(self._connection):
            self._connection.execute("UPDATE repository SET present = 0")
            self._connection.executemany(
                "INSERT INTO repository (location, name, place, present, folders, base_wanted)"
                " VALUES (?, ?, ?, 1, ?, ?) ON CONFLICT (location) DO UPDATE SET name = excluded.name,"
                " place = excluded.place, present = 1, folders = excluded.folders,"
                " base_wanted = excluded.base_wanted",
                rows,
            )

    # -- outcomes ----------------------------------------------------------------------------------------

    def begin(self, repository: Repository, phase: Phase, now: float) -> None:
        """Notes that a phase is being worked on."""
        key = self._id(repository)
        with Transaction(self._connection):
            if phase is not Phase.UNDO:
                self._forget(key, (Phase.UNDO,))
            self._step(key, Step(phase, State.RUNNING, "", now))

    def record(self, outcome: Outcome, fingerprint: str) -> Outcome:
        """Notes what a job came to, whole or not at all. What cannot be noted, as it is too large for one,
        is noted as failed. Gives the outcome as it was noted."""
        try:
            self._record(outcome, fingerprint)
            return outcome
        except (ValueError, OverflowError, sqlite3.DataError) as error:
            step = replace(
                outcome.step, state=State.FAILED, reason=f"cannot be noted in the journal: {error}"
            )
            failed = Outcome(outcome.repository, step)
            self._record(failed, fingerprint)
            return failed

    def _record(self, outcome: Outcome, fingerprint: str) -> None:
        key, step = self._id(outcome.repository), outcome.step
        with Transaction(self._connection):
            if step.phase is Phase.PLAN:
                self._forget(key, (*Phase,))
                self._plan(key, outcome, fingerprint)
            elif step.phase is Phase.APPLY and step.state is State.DONE:
                self._forget(key, (Phase.VALIDATE, Phase.PUSH, Phase.UNDO))
                self._commits(key, outcome)
            elif step.phase is Phase.UNDO and step.state is State.DONE:
                self._forget(key, (Phase.APPLY, Phase.VALIDATE, Phase.PUSH))
                self._connection.execute("DELETE FROM made WHERE repository = ?", (key,))
                query = "UPDATE repository SET branch = '', bundle = x'' WHERE id = ?"
                self._connection.execute(query, (key,))
            elif step.phase is Phase.VALIDATE:
                self._forget(key, (Phase.VALIDATE,))
                self._module_plans(key, outcome)
            self._step(key, step)

    def _step(self, key: int, step: Step) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO step VALUES (?, ?, ?, ?, ?, ?)",
            (key, step.phase, step.state, sound(step.reason), step.started, step.seconds),
        )

    def _forget(self, key: int, phases: Sequence[Phase]) -> None:
        for phase in phases:
            self._connection.execute("DELETE FROM step WHERE repository = ? AND phase = ?", (key, phase))
        if Phase.VALIDATE in phases:
            self._connection.execute("DELETE FROM module_plan WHERE repository = ?", (key,))

    def _plan(self, key: int, outcome: Outcome, fingerprint: str) -> None:
        run, many = self._connection.execute, self._connection.executemany
        for table in (*_OF_PLANS, "made"):
            run(f"DELETE FROM {table} WHERE repository = ?", (key,))
        run(
            "UPDATE repository SET base = ?, base_branch = ?, branch = '', fingerprint = ?, digest = ?,"
            " bundle = x'' WHERE id = ?",
            (outcome.base, outcome.base_branch, fingerprint, outcome.digest, key),
        )
        for fixed, findings in ((0, outcome.found), (1, outcome.fixed)):
            many(
                "INSERT INTO finding (repository, fixed, rule, path, line, content)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(key, fixed, one.rule, sound(one.path), one.line, found_text(one)) for one in findings],
            )
        many(
            "INSERT INTO file_error (repository, content) VALUES (?, ?)",
            [(key, json.dumps(asdict(one))) for one in outcome.errors],
        )
        many(
            "INSERT INTO diff (repository, path, added, removed, text) VALUES (?, ?, ?, ?, ?)",
            [
                (
                    key,
                    to_bytes(one.path),
                    one.added,
                    one.removed,
                    zlib.compress(to_bytes(one.text)),
                )
                for one in outcome.diffs
            ],
        )

    def _commits(self, key: int, outcome: Outcome) -> None:
        self._connection.execute("DELETE FROM made WHERE repository = ?", (key,))
        self._connection.executemany(
            "INSERT INTO made VALUES (?, ?, ?, ?)",
            [(key, place, one.id, one.rule) for place, one in enumerate(outcome.commits)],
        )
        self._connection.execute(
            "UPDATE repository SET base = ?, base_branch = ?, branch = ?, bundle = ? WHERE id = ?",
            (outcome.base, outcome.base_branch, outcome.branch, outcome.bundle, key),
        )

    def _module_plans(self, key: int, outcome: Outcome) -> None:
        self._connection.executemany(
            "INSERT INTO module_plan VALUES (?, ?, ?)",
            [(key, place, json.dumps(asdict(one))) for place, one in enumerate(outcome.plans)],
        )

    # -- reading -----------------------------------------------------------------------------------------

    def repositories(self) -> list[Standing]:
        """How every repository stands, those that the campaign names no more last. Raises JournalError."""
        with intact(self.path):
            return self._standings()

    def _standings(self) -> list[Standing]:
        steps: dict[int, dict[Phase, Step]] = {}
        for key, *step in self._connection.execute("SELECT * FROM step"):
            one = to_step(step)
            steps.setdefault(key, {})[one.phase] = one
        return [
            Standing(
                self._named.get(location) or Repository(name, location, tuple(json.loads(folders)), base),
                steps.get(key, {}),
                fingerprint,
                bool(present),
            )
            for key, name, location, folders, base, fingerprint, present in self._connection.execute(
                "SELECT id, name, location, folders, base_wanted, fingerprint, present FROM repository"
                " ORDER BY present DESC, place"
            )
        ]

    def planned(self, repository: Repository) -> dict[str, Any]:
        """What a job after the plan must know, by the fields of Job. Raises JournalError."""
        with intact(self.path):
            return self._planned(repository)

    def _planned(self, repository: Repository) -> dict[str, Any]:
        names = ("base", "base_branch", "branch", "digest", "bundle")
        key, *values = self._connection.execute(
            f"SELECT id, {', '.join(names)} FROM repository WHERE location = ?", (repository.key,)
        ).fetchone()
        pushed = next(
            rows_of(self._connection, "SELECT state FROM step", key, f"AND phase = '{Phase.PUSH}'"), None
        )
        return {
            **dict(zip(names, values, strict=True)),
            "commits": commits_of(self._connection, key),
            "fixed": tuple(
                to_found(content)
                for (content,) in rows_of(
                    self._connection, "SELECT content FROM finding", key, "AND fixed ORDER BY id"
                )
            ),
            "pushed": State(pushed[0]) if pushed else None,
        }

    def records(self, order: Callable[[Mapping[Phase, Step]], int] = lambda steps: 0) -> Iterator[Record]:
        """Every repository that the campaign names with all that is known of it, one after the other; by
        what their steps come to, and then as the campaign names them. Raises JournalError."""
        yield from read_records(self._connection, self.path, order)

    def _id(self, repository: Repository) -> int:
        row = self._connection.execute(
            "SELECT id FROM repository WHERE location = ?", (repository.key,)
        ).fetchone()
        return int(row[0])


__all__ = ["Journal", "JournalError", "Standing"]
