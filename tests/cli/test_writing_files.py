"""What apply does to files: links, modes, files that must not be written, and a process that is killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from barriers import FOLDER, PATIENCE, barrier

from .conftest import RULES
from .example_rules import STOP

THING = 'resource "example_thing" "a" {\n  old = 1\n}\n'
FIXED = THING.replace("old", "new")
MOVED = 'resource "example_moved" "m" {\n}\n'


def test_mode_and_owner_are_kept(tffix, write):
    path = write("main.tf", THING)
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 1234, 1235)
    before = path.stat()
    assert tffix("apply").code == 0
    after = path.stat()
    assert path.read_text() == FIXED
    assert (before.st_mode, before.st_uid, before.st_gid) == (after.st_mode, after.st_uid, after.st_gid)


def test_a_new_file_has_the_usual_mode(tffix, write, tmp_path):
    write("main.tf", MOVED)
    tffix("apply")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "moved.tf").stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_link_is_followed_to_its_target(tffix, write, tmp_path):
    target = write("shared/thing.tf.txt", THING)
    write("m/other.tf", "")
    (tmp_path / "m/main.tf").symlink_to("../shared/thing.tf.txt")
    assert tffix("apply", ".").code == 0
    assert (tmp_path / "m/main.tf").is_symlink()
    assert target.read_text() == FIXED


def test_nothing_outside_the_path_is_written(tffix, write, tmp_path):
    target = write("shared/thing.tf.txt", THING)
    write("m/other.tf", THING.replace('"a"', '"b"'))
    (tmp_path / "m/main.tf").symlink_to("../shared/thing.tf.txt")
    ran = tffix("apply", "m")
    assert ran.code == 2
    assert ran.err == f"m/main.tf: is a link to {target}, outside the paths given; left as it is\n"
    assert target.read_text() == THING
    assert "new" in (tmp_path / "m/other.tf").read_text()
    assert "m/main.tf:2:3" in ran.out


def test_a_link_to_a_directory_may_be_the_path(tffix, write, tmp_path):
    path = write("real/main.tf", THING)
    (tmp_path / "link").symlink_to("real")
    assert tffix("apply", "link").code == 0
    assert path.read_text() == FIXED


def test_a_file_that_two_modules_link_to(tffix, write, tmp_path):
    target = write("shared.txt", THING)
    for module in "ab":
        (tmp_path / module).mkdir()
        (tmp_path / module / "main.tf").symlink_to("../shared.txt")
    assert tffix("apply").code == 0
    assert target.read_text() == FIXED


def test_a_read_only_file_is_left_and_the_others_go_on(tffix, write, tmp_path):
    locked = write("locked.tf", THING)
    locked.chmod(0o444)
    other = write("main.tf", THING.replace('"a"', '"b"'))
    ran = tffix("apply")
    assert ran.code == 2
    assert ran.err == "locked.tf: is read-only; left as it is\n"
    assert "[test-old-name]\n    not fixed: locked.tf: is read-only" in ran.out
    assert locked.read_text() == THING
    assert "new" in other.read_text()


def test_a_block_is_not_moved_to_a_file_that_cannot_be_written(tffix, write):
    locked = write("moved.tf", "")
    locked.chmod(0o444)
    path = write("main.tf", MOVED)
    assert tffix("apply").code == 2
    assert (path.read_text(), locked.read_text()) == (MOVED, "")


def test_no_temporary_file_is_left(tffix, write, tmp_path):
    write("main.tf", THING + MOVED)
    tffix("apply")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["main.tf", "moved.tf"]


def big_tree(top: Path, modules: int) -> None:
    top.mkdir()
    for number in range(modules):
        folder = top / f"m{number:03}"
        folder.mkdir()
        (folder / "main.tf").write_text(MOVED + "\n" + THING)


@contextmanager
def writing(environment: dict[str, str], top: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Apply, in the middle of writing: of one module the first file is written and the second is not."""
    barriers = top.with_name("barriers")
    with barrier(barriers, STOP) as here:
        running = subprocess.Popen(
            [sys.executable, "-m", "tffix", "apply", ".", "--select", RULES],
            cwd=top,
            env={**environment, FOLDER: str(barriers)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        here.arrival(lambda: running.poll() is not None)
        assert (top / STOP / "moved.tf").exists()
        yield running


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_process_that_is_stopped_leaves_every_file_whole(environment, tmp_path, number):
    modules = 320
    top = tmp_path / "top"
    big_tree(top, modules)
    with writing(environment, top) as running:
        running.send_signal(number)
    _, err = running.communicate(timeout=PATIENCE)
    assert running.returncode == (130 if number == signal.SIGINT else -number)
    after = MOVED
    done = 0
    for folder in sorted(top.iterdir()):
        main = (folder / "main.tf").read_text()
        moved = folder / "moved.tf"
        assert main in (MOVED + "\n" + THING, FIXED)
        if moved.exists():
            assert moved.read_text() == after
            done += main == FIXED
        else:
            assert main == MOVED + "\n" + THING  # nothing is lost on the way from one file to the other
        if number == signal.SIGINT:
            assert (main == FIXED) == moved.exists()
        left = [path for path in folder.iterdir() if path.name not in ("main.tf", "moved.tf")]
        assert len(left) == 0 or (number != signal.SIGINT and len(left) == 1)
    if number == signal.SIGINT:
        assert err.decode() == "tffix: interrupted\n"
    # The module that is being written is finished before an interrupt is heard.
    assert done == (11 if number == signal.SIGINT else 10)
    assert b"Traceback" not in err


def test_what_was_interrupted_can_be_finished(environment, tmp_path, tffix):
    top = tmp_path / "top"
    big_tree(top, 310)
    with writing(environment, top) as running:
        running.kill()
        running.communicate(timeout=PATIENCE)
    tffix("apply")
    assert all((folder / "main.tf").read_text() == FIXED for folder in top.iterdir())


def test_no_block_goes_through_a_link_to_suit_one_module(tffix, write, tmp_path):
    target = write("shared/base.txt", MOVED)
    write("a/other.tf", THING)
    (tmp_path / "a/main.tf").symlink_to("../shared/base.txt")
    ran = tffix("apply")
    assert ran.code == 1
    assert (
        "a/main.tf is a link to shared/base.txt, whose blocks and requirements other modules may use"
        in ran.out
    )
    assert target.read_text() == MOVED
    assert not (tmp_path / "a/moved.tf").exists()
    assert (tmp_path / "a/other.tf").read_text() == FIXED


def test_no_requirement_goes_through_a_link_to_suit_one_module(tffix, write, tmp_path):
    required = (
        'terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n'
        '      version = "~> 5.0"\n    }\n    github = {\n      source  = "integrations/github"\n'
        '      version = "~> 6.0"\n    }\n  }\n}\n'
    )
    target = write("shared/versions.txt", required)
    write("a/main.tf", 'resource "aws_sqs_queue" "q" {\n}\n')
    (tmp_path / "a/versions.tf").symlink_to("../shared/versions.txt")
    ran = tffix("apply", "--select", "terraform-required-provider-unused")
    assert ran.code == 1
    assert "a/versions.tf is a link to shared/versions.txt, whose blocks and requirements" in ran.out
    assert target.read_text() == required
