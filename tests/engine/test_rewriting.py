"""Codemods: all of their changes or none, after those of the other rules, and never one that has no end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tffix.engine.policy import Policy
from tffix.engine.results import Change, Result
from tffix.engine.rewriting import rewrite_below, run_codemods
from tffix.rules.codemod import Codemod, Note, Rewriting
from tffix.terraform.discovery import find_files

FILES = {"a.txt": b"old\n", "b.txt": b"old\n"}


class Renames(Codemod):
    """Writes new for old."""

    name = "test-renames"
    new = b"new"

    def reads(self, path: str) -> bool:
        return path.endswith(".txt")

    def rewrite(self, files: Mapping[str, bytes]) -> Rewriting:
        done = Rewriting(notes=[Note(path, 1, 1, "look", "here") for path in files if b"old" in files[path]])
        for path, data in files.items():
            if b"old" in data:
                done.files[path] = data.replace(b"old", self.new)
                done.edits.append(Note(path, 1, 1, "old"))
        return done


class Endless(Renames):
    """Never comes to an end."""

    name = "test-endless"
    new = b"older"


class Fails(Renames):
    """Fails."""

    name = "test-fails"

    def rewrite(self, files: Mapping[str, bytes]) -> Rewriting:
        raise KeyError("x")


class FailsOnItsOwnResult(Renames):
    """Fails where there is nothing left to do."""

    name = "test-fails-on-its-own-result"

    def rewrite(self, files: Mapping[str, bytes]) -> Rewriting:
        done = super().rewrite(files)
        if not done.files:
            raise KeyError("x")
        return done


def ran(
    codemod: Codemod, policy: Policy | None = None, *, repair: bool = True, wanted: bool = True
) -> Result:
    """What a codemod gives for FILES."""
    return run_codemods([codemod], lambda _: FILES, policy or Policy(), repair, lambda found, changes: wanted)


def test_a_check_changes_nothing() -> None:
    result = ran(Renames(), repair=False)
    assert [(one.path, one.message, one.fixable) for one in result.found] == [
        ("a.txt", "old", True),
        ("a.txt", "look", False),
        ("b.txt", "old", True),
        ("b.txt", "look", False),
    ]
    assert (result.changes, result.fixed) == ([], [])


def test_what_is_changed_is_written_together_and_notes_stay() -> None:
    result = ran(Renames())
    assert [(one.path, one.new, one.together) for one in result.changes] == [
        ("a.txt", b"new\n", "a.txt"),
        ("b.txt", b"new\n", "a.txt"),
    ]
    assert [one.message for one in result.fixed] == ["old", "old"]
    assert [(one.message, one.advice) for one in result.found] == [("look", "here"), ("look", "here")]


def test_nothing_is_changed_if_one_file_cannot_be_written() -> None:
    policy = Policy(unwritable=lambda path: "read-only" if path == "b.txt" else "")
    result = ran(Renames(), policy)
    assert (result.changes, result.fixed) == ([], [])
    assert [(one.path, one.message) for one in result.errors] == [("b.txt", "read-only")]
    assert {one.reason for one in result.found if one.message == "old"} == {"a file of it cannot be written"}


def test_nothing_is_changed_if_it_is_not_wanted() -> None:
    result = ran(Renames(), wanted=False)
    assert (result.changes, result.fixed) == ([], [])
    assert {one.reason for one in result.found if one.message == "old"} == {"not wanted"}


def test_a_codemod_that_comes_to_no_end_is_a_defect() -> None:
    result = ran(Endless())
    assert [(one.rule, one.path) for one in result.defects] == [("test-endless", "a.txt")]
    assert (result.changes, result.fixed) == ([], [])


def test_a_codemod_that_fails_is_a_defect() -> None:
    result = ran(Fails())
    assert [one.message for one in result.defects] == ["failed: KeyError: 'x'"]
    assert result.changes == []


def test_nothing_is_changed_if_the_second_run_fails() -> None:
    result = ran(FailsOnItsOwnResult())
    assert [one.message for one in result.defects] == ["failed: KeyError: 'x'"]
    assert (result.changes, result.fixed) == ([], [])


def test_files_for_which_it_is_switched_off_are_not_seen() -> None:
    result = ran(Renames(), Policy(ignores=lambda rule, path: path == "a.txt"))
    assert [one.path for one in result.changes] == ["b.txt"]


def test_it_sees_what_other_rules_have_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(b"plain\n")
    result = Result(changes=[Change("a.txt", b"plain\n", b"old\n"), Change("main.tf", b"", b"a = 1\n")])
    rewrite_below([Renames()], ["."], lambda _: False, Policy(), True, result)
    assert [(one.path, one.old, one.new) for one in result.changes] == [
        ("main.tf", b"", b"a = 1\n"),
        ("a.txt", b"plain\n", b"new\n"),
    ]


def test_files_of_others_and_what_git_ignores_are_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = [".github/a.txt", "a.txt", "b/a.txt"]
    others = ["out/a.txt", "b/x.txt", "env/lib/a.txt", "node_modules/a.txt", "cdktf.out/a.txt", "a.md"]
    for name in [*found, *others, ".git/a.txt", "env/pyvenv.cfg"]:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("")
    Path(".gitignore").write_text("out/\nx.txt\n")
    is_text: Callable[[str], bool] = lambda path: path.endswith(".txt")  # noqa: E731
    assert sorted(find_files(["."], is_text)) == found
    assert find_files(["b", "b/a.txt"], is_text) == ["b/a.txt"]
    assert find_files(["."], is_text, lambda path: path != "." and not path.startswith("a")) == ["a.txt"]
