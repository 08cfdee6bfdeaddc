"""The journal: whole after every step, one driver at a time, and nobody else's."""

import os
import sqlite3

import pytest

from tffix.bulk.checkout import Repository
from tffix.bulk.jobs import Outcome
from tffix.bulk.journal import Journal
from tffix.bulk.journal_file import JournalError
from tffix.bulk.records import Commit, Diff, ModulePlan, Phase, State, Step
from tffix.bulk.report.standing import urgency
from tffix.engine.results import FileError, Found
from tffix.rules.transform import Impact

ONE = Repository("one", "/r/one")
BAD = os.fsdecode(b"caf\xe9.tf")


def outcome(phase=Phase.PLAN, state=State.DONE, **parts) -> Outcome:
    return Outcome(ONE, Step(phase, state, parts.pop("reason", ""), 1.0, 2.0), **parts)


@pytest.fixture
def journal(tmp_path):
    with Journal(tmp_path / "a.journal", "a") as journal:
        journal.take_in([ONE])
        yield journal


def test_everything_comes_back_as_it_was(journal):
    found = Found("rule", "message", BAD, 1, 2, "a.b", Impact.REPLACE, "advice", False, "reason")
    plan = outcome(
        base="b" * 40,
        base_branch="main",
        digest="d",
        found=(found,),
        fixed=(found, found),
        errors=(FileError(BAD, 1, 1, "no"),),
        diffs=(Diff(BAD, f"--- a/{BAD}\n", 1, 2),),
        reason=BAD,
    )
    journal.record(plan, "print")
    journal.record(
        outcome(
            Phase.APPLY,
            commits=(Commit("c", "r"), Commit("d")),
            base="e" * 40,
            base_branch="main",
            branch="x",
            bundle=b"\0",
        ),
        "",
    )
    (record,) = journal.records()
    assert (record.found, record.fixed, record.errors, record.diffs) == (
        plan.found,
        plan.fixed,
        plan.errors,
        plan.diffs,
    )
    assert (record.base, record.branch, record.commits) == ("e" * 40, "x", (Commit("c", "r"), Commit("d")))
    assert record.steps[Phase.PLAN].reason == "caf\\udce9.tf"
    plans = (ModulePlan("app", "1 to add", ("add a.b",)), ModulePlan(".", not_proved="no"))
    journal.record(outcome(Phase.VALIDATE, State.FAILED, plans=plans), "")
    assert next(journal.records()).plans == plans
    known = journal.planned(ONE)
    assert (known["bundle"], known["digest"], known["branch"], known["pushed"]) == (b"\0", "d", "x", None)
    journal.begin(ONE, Phase.PUSH, 1.0)
    assert journal.planned(ONE)["pushed"] is State.RUNNING


def test_an_undo_forgets_what_it_has_undone(journal):
    journal.record(outcome(base="b", base_branch="main", digest="d"), "p")
    journal.record(outcome(Phase.APPLY, commits=(Commit("c"),), branch="x"), "p")
    journal.record(outcome(Phase.VALIDATE, plans=(ModulePlan("app", "1 to add"),)), "p")
    journal.record(outcome(Phase.UNDO), "p")
    (record,) = journal.records()
    assert (set(record.steps), record.commits, record.branch) == ({Phase.PLAN, Phase.UNDO}, (), "")
    assert record.plans == ()
    journal.begin(ONE, Phase.APPLY, 1.0)
    (record,) = journal.records()
    assert set(record.steps) == {Phase.PLAN, Phase.APPLY}


def test_what_cannot_be_noted_fails_alone(journal):
    noted = journal.record(outcome(base="\udce9"), "p")
    assert noted.step.state is State.FAILED
    (record,) = journal.records()
    assert "cannot be noted in the journal" in record.steps[Phase.PLAN].reason


def test_a_repository_that_is_named_no_more_is_kept(journal):
    journal.take_in([Repository("two", "/r/two")])
    assert [(one.repository.name, one.is_present) for one in journal.repositories()] == [
        ("two", True),
        ("one", False),
    ]
    assert [record.name for record in journal.records()] == ["two"]


def test_one_driver_at_a_time(journal, tmp_path):
    with pytest.raises(JournalError, match="another tffix migrate is at work with it"):
        Journal(tmp_path / "a.journal", "a")
    with Journal(tmp_path / "a.journal", "a", exclusive=False) as reader:
        assert [record.name for record in reader.records()] == ["one"]


def test_journals_that_are_none_of_ours(tmp_path):
    path = tmp_path / "a.journal"
    with pytest.raises(JournalError, match="this journal does not exist"):
        Journal(path, "a", exclusive=False)
    Journal(path, "a").__exit__()
    for exclusive in (True, False):
        with pytest.raises(JournalError, match="the journal of another campaign, a"):
            Journal(path, "b", exclusive)
    (tmp_path / "text").write_text("no database at all" * 100)
    with pytest.raises(JournalError, match="is not a journal of tffix"):
        Journal(tmp_path / "text", "a")
    with sqlite3.connect(tmp_path / "other") as other:
        other.execute("CREATE TABLE t (x)")
    with pytest.raises(JournalError, match="is not a journal of tffix"):
        Journal(tmp_path / "other", "a")
    with Journal(path, "a") as journal:
        journal._connection.execute("UPDATE campaign SET value = '99' WHERE key = 'format'")
    with pytest.raises(JournalError, match="of another version of tffix"):
        Journal(path, "a")


def test_a_journal_in_a_folder_that_cannot_be_written_to(migrate):
    migrate.repository("repos/one")
    migrate.campaign()
    migrate("plan")
    migrate.folder.chmod(0o555)
    try:
        assert migrate("report", "--folder", str(migrate.folder.parent / "out")).code == 0
    finally:
        migrate.folder.chmod(0o755)


def test_who_needs_help_comes_first_and_phases_are_in_their_order(journal):
    two, three = Repository("two", "/r/two"), Repository("three", "/r/three")
    journal.take_in([ONE, two, three])
    for phase in (Phase.PLAN, Phase.APPLY, Phase.VALIDATE):
        journal.record(outcome(phase, base="b", branch="x"), "")
    journal.record(Outcome(two, Step(Phase.PLAN, State.FAILED, "no", 1.0, 2.0)), "")
    journal.record(Outcome(three, Step(Phase.PLAN, State.HELD, "much", 1.0, 2.0)), "")
    assert [one.name for one in journal.records()] == ["one", "two", "three"]
    records = list(journal.records(urgency))
    assert [one.name for one in records] == ["two", "three", "one"]
    assert list(records[-1].steps) == [Phase.PLAN, Phase.APPLY, Phase.VALIDATE]
