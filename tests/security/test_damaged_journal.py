"""A journal that is damaged or locked: said in words, with what to do, whatever byte it is."""

from __future__ import annotations

import random
import sqlite3

import pytest


@pytest.fixture
def planned(migrate):
    for number in range(3):
        migrate.repository(f"repos/r{number}")
    migrate.campaign()
    assert migrate("plan").code == 1
    path = migrate.folder / "test.journal"
    with sqlite3.connect(path) as journal:
        journal.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.mark.parametrize("command", ["plan", "apply", "report"])
def test_flipped_bytes_never_are_an_internal_error(migrate, planned, command):
    whole = planned.read_bytes()
    chosen = random.Random(1)
    told = set()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chosen.choice([1, 1, 20, 400])):
            data[chosen.randrange(len(data))] ^= 1 << chosen.randrange(8)
        for path in planned.parent.glob("test.journal-*"):
            path.unlink()
        planned.write_bytes(data)
        ran = migrate(command, "-q")
        assert "internal error" not in ran.err
        if ran.code == 2:
            told.add("is damaged" in ran.err and "run 'tffix migrate plan'" in ran.err)
        for repository in (migrate.folder / "repos").iterdir():
            assert migrate.branch(repository) is None or command == "apply"
    assert True in told


def test_a_journal_that_another_program_has_locked(migrate, planned, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **given: connect(*args, **{**given, "timeout": 0.1})
    )
    other = connect(planned, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    ran = migrate("apply")
    other.execute("ROLLBACK")
    other.close()
    assert ran.code == 2
    assert ran.err.endswith(
        "test.journal: another program has it open and locked: end that program, then run the same command"
        " again\n"
    )
    assert migrate("apply").code == 0
