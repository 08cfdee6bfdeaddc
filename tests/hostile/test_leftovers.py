"""What replacing a file must keep or tell of, and what a killed process leaves behind."""

import errno
import fcntl
import os

import pytest

from tffix.engine import writing
from tffix.engine.leftovers import remove_leftovers
from tffix.engine.results import Change
from tffix.engine.writing import Writer

NAME = ".tffix-0123456789abcdef"


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(path="main.tf"):
    return Writer.below(["."]).write([Change(path, b"old", b"new")])


def test_extended_attributes_are_kept(tmp_path):
    path = tmp_path / "main.tf"
    path.write_text("old")
    try:
        os.setxattr(path, "user.note", b"mine")
    except OSError as error:
        pytest.skip(f"no extended attributes here: {error}")
    written = write()
    assert (written.errors, written.notes, path.read_text()) == ([], [], "new")
    assert os.getxattr(path, "user.note") == b"mine"


def test_an_attribute_that_cannot_be_kept_is_told(tmp_path, monkeypatch):
    (tmp_path / "main.tf").write_text("old")

    def fails(*arguments):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "listxattr", lambda path: ["system.posix_acl_access"], raising=False)
    monkeypatch.setattr(os, "getxattr", lambda path, name: str(path).encode(), raising=False)
    monkeypatch.setattr(os, "setxattr", fails, raising=False)
    assert write().notes == [
        "main.tf: its extended attribute system.posix_acl_access could not be kept: Operation not permitted"
    ]


def test_a_hard_link_that_is_split_is_told(tmp_path):
    path, other = tmp_path / "main.tf", tmp_path / "other.tf"
    path.write_text("old")
    os.link(path, other)
    assert write().notes == ["main.tf: had other hard links, which still lead to the old content"]
    assert (path.read_text(), other.read_text()) == ("new", "old")


@pytest.mark.parametrize("nameless", [True, False])
def test_what_a_killed_process_left_is_removed_by_the_next(tmp_path, monkeypatch, nameless):
    (tmp_path / "main.tf").write_text("old")
    child = os.fork()
    if child == 0:  # is killed between making the new file and putting it in its place
        if not nameless:
            monkeypatch.setattr(writing, "_nameless", lambda: (_ for _ in ()).throw(OSError()))
        monkeypatch.setattr(os, "replace", lambda *paths: os._exit(9))
        write()
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert len(list(tmp_path.glob(".tffix-*"))) == 1
    write()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["main.tf"]


def test_an_apply_with_nothing_to_write_removes_it_too(tmp_path):
    from tffix.engine import check, repair

    (tmp_path / "main.tf").write_text('output "o" {\n  value = 1\n}\n')
    (tmp_path / NAME).write_text("left")
    assert not check(["."]).found
    assert (tmp_path / NAME).exists()
    assert not repair(["."], write=True).found
    assert not (tmp_path / NAME).exists()


def test_a_file_of_a_process_that_lives_is_left_alone(tmp_path):
    path = tmp_path / NAME
    path.write_text("in the making")
    with path.open() as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        child = os.fork()
        if child == 0:
            remove_leftovers(["."])
            os._exit(0)
        os.waitpid(child, 0)
        assert path.exists()
    remove_leftovers(["."])
    assert not path.exists()


def test_files_of_the_user_are_left_alone(tmp_path):
    for name in (".tffix-notes", ".tffix-0123456789abcde", f"{NAME}.tf", ".tffix-0123456789ABCDEF"):
        (tmp_path / name).write_text("mine")
    (tmp_path / ".tffix-0000000000000000").mkdir()
    (tmp_path / ".tffix-0000000000000001").symlink_to("main.tf")
    os.mkfifo(tmp_path / ".tffix-0000000000000002")
    (tmp_path / "main.tf").write_text("old")
    os.link(tmp_path / "main.tf", tmp_path / ".tffix-0000000000000003")
    before = sorted(path.name for path in tmp_path.iterdir())
    remove_leftovers(["."])
    assert sorted(path.name for path in tmp_path.iterdir()) == before
