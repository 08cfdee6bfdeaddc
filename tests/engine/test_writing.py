"""Writing: what may be written, in what order, and what is left alone."""

import os
from pathlib import Path

import pytest

from tffix.engine import writing
from tffix.engine.results import Change
from tffix.engine.writing import Writer, gainers_first


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_a_file_that_somebody_else_changed_meanwhile_is_not_overwritten(tmp_path):
    (tmp_path / "main.tf").write_text("theirs")
    written = Writer.below(["."]).write([Change("main.tf", b"old", b"new")])
    assert [str(error) for error in written.errors] == [
        "main.tf: was changed by another program meanwhile; not overwritten"
    ]
    assert (tmp_path / "main.tf").read_text() == "theirs"


def test_a_change_in_the_last_moment_is_seen_too(tmp_path, monkeypatch):
    path = tmp_path / "main.tf"
    path.write_text("old")
    check = writing._check
    calls = []

    def late(change, target):
        calls.append(target)
        if len(calls) == 2:
            path.write_text("theirs")
        return check(change, target)

    monkeypatch.setattr(writing, "_check", late)
    assert len(Writer.below(["."]).write([Change("main.tf", b"old", b"new")]).errors) == 1
    assert path.read_text() == "theirs"
    assert names(tmp_path) == ["main.tf"]


def test_a_file_that_was_removed_or_made_meanwhile(tmp_path):
    (tmp_path / "made.tf").write_text("theirs")
    changes = [Change("gone.tf", b"old", b"new"), Change("made.tf", None, b"new")]
    written = Writer.below(["."]).write(changes)
    assert [str(error) for error in written.errors] == [
        "gone.tf: was removed by another program meanwhile; not written",
        "made.tf: was made by another program meanwhile; not overwritten",
    ]
    assert names(tmp_path) == ["made.tf"]


def test_of_the_files_of_a_module_none_is_written_if_one_cannot_be(tmp_path):
    (tmp_path / "a.tf").write_text("a")
    (tmp_path / "b.tf").write_text("theirs")
    (tmp_path / "c.tf").write_text("c")
    changes = [
        Change("a.tf", b"a", b"A", together="m"),
        Change("b.tf", b"b", b"B", together="m"),
        Change("c.tf", b"c", b"C", together="n"),
    ]
    written = Writer.below(["."]).write(changes)
    assert [change.path for change in written.done] == ["c.tf"]
    assert {str(error) for error in written.errors} == {
        "a.tf: left as it is, because b.tf could not be written",
        "b.tf: was changed by another program meanwhile; not overwritten",
    }
    assert (tmp_path / "a.tf").read_text() == "a"


def test_files_that_gain_text_come_before_those_that_lose_it():
    block = b'provider "aws" {\n  region = "eu-west-1"\n}\n'
    grown = b"".join(b'resource "a" "b%d" {\n}\n' % number for number in range(9))
    lossy = Change("main.tf", block, grown)  # longer than before, and yet what it loses must not be lost
    gaining = Change("provider.tf", None, block)
    assert gainers_first([lossy, gaining]) == [gaining, lossy]
    assert gainers_first([gaining, lossy]) == [gaining, lossy]


def test_moved_text_is_found_again_though_its_indentation_changes():
    gaining = Change("z.tf", b"", b"  moved = 1\n")
    losing = Change("a.tf", b"    moved = 1\n", b"")
    assert gainers_first([losing, gaining]) == [gaining, losing]


def test_paths_that_may_be_written(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "main.tf").write_text("")
    (tmp_path / "inside-too.tf").write_text("")
    (inside / "link.tf").symlink_to("../inside-too.tf")
    writer = Writer.below(["inside"])
    assert writer.unwritable("inside/main.tf") == ""
    assert writer.unwritable("inside/new.tf") == ""
    assert "outside the paths given" in writer.unwritable("inside/link.tf")
    assert "outside the paths given" in writer.unwritable("inside-too.tf")
    assert writer.unwritable("inside/../inside-too.tf") != ""
    assert Writer.below(["inside/main.tf"]).unwritable("inside/new.tf") == ""


def test_no_space_left(tmp_path, monkeypatch):
    (tmp_path / "main.tf").write_text("old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    written = Writer.below(["."]).write([Change("main.tf", b"old", b"new")])
    assert str(written.errors[0]) == "main.tf: cannot be written: No space left on device"
    assert names(tmp_path) == ["main.tf"]
    assert (tmp_path / "main.tf").read_text() == "old"


@pytest.mark.parametrize("nameless", [True, False])
def test_a_file_is_complete_before_it_takes_its_place(tmp_path, monkeypatch, nameless):
    if not nameless:

        def fails():
            raise OSError

        monkeypatch.setattr(writing, "_nameless", fails)
    path = tmp_path / "main.tf"
    path.write_text("old")
    path.chmod(0o604)
    replace, seen = os.replace, []

    def watched(source, target):
        complete = Path(source)
        seen.append((complete.read_text(), complete.stat().st_mode & 0o777, path.read_text()))
        replace(source, target)

    monkeypatch.setattr(os, "replace", watched)
    written = Writer.below(["."]).write([Change("main.tf", b"old", b"new"), Change("n.tf", None, b"n")])
    assert written.errors == []
    assert seen == [("new", 0o604, "old")]
    assert (path.read_text(), (tmp_path / "n.tf").read_text()) == ("new", "n")
    assert names(tmp_path) == ["main.tf", "n.tf"]


def test_an_interrupt_waits_for_the_module(tmp_path, monkeypatch):
    import signal

    (tmp_path / "a.tf").write_text("a")
    (tmp_path / "b.tf").write_text("b")
    replace = os.replace

    def interrupted(source, target):
        replace(source, target)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(os, "replace", interrupted)
    changes = [Change("a.tf", b"a", b"A", "m"), Change("b.tf", b"b", b"B", "m")]
    with pytest.raises(KeyboardInterrupt):
        Writer.below(["."]).write(changes)
    assert [(tmp_path / name).read_text() for name in ("a.tf", "b.tf")] == ["A", "B"]


def test_a_new_file_brings_the_folder_that_it_is_in(tmp_path):
    written = Writer.below(["."]).write([Change("tests/main.tftest.hcl", None, b"new")])
    assert not written.errors
    assert (tmp_path / "tests" / "main.tftest.hcl").read_bytes() == b"new"
    assert names(tmp_path / "tests") == ["main.tftest.hcl"]
