"""Names that lead to no regular file, or to a large one: named, passed over, and nobody waits for them."""

import json
import os
import shutil
import socket
import subprocess
import sys

import pytest
from barriers import PATIENCE

from tffix.files import read_file, read_start, size_of, size_text

GOOD = 'output "o" {\n  value = "v"\n}\n'
KINDS = ["pipe", "socket", "device", "circle", "nothing"]


def make(path, kind):
    """Puts something that is no regular file at a path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        here = os.getcwd()
        os.chdir(path.parent)  # the name of a socket must be short
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
        os.chdir(here)
    elif kind == "hidden":
        path.write_text("")
        path.chmod(0)
    else:
        target = {"device": "/dev/zero", "circle": path.name, "nothing": "not-there"}[kind]
        path.symlink_to(target)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A command in a folder with a good module and some strange file; it must end by itself."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments, **environment):
        return subprocess.run(
            [*as_any_user(), sys.executable, "-m", "tffix", *arguments],
            cwd=tmp_path,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    return run


def as_any_user() -> list[str]:
    """What takes the right to read everything from a command, if the superuser runs the tests."""
    if os.geteuid() or not shutil.which("setpriv"):
        return []
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]


nothing_is_hidden = pytest.mark.skipif(
    os.geteuid() == 0 and not as_any_user(), reason="nothing is hidden from the superuser"
)


OF_MODULES = ["x.tf", "x.tf.json", "tests/x.tftest.hcl", "x.auto.tfvars", ".terraform.lock.hcl"]


@pytest.mark.parametrize("kind", [*KINDS, pytest.param("hidden", marks=nothing_is_hidden)])
def test_a_strange_file_of_a_module_is_an_error_and_the_others_go_on(run, tmp_path, kind):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "main.tf").write_text(GOOD)
    (tmp_path / "main.tf").write_text(GOOD)
    for name in OF_MODULES:
        make(tmp_path / name, kind)
    done = run("check", "--profile", "all", "--output", "json")
    report = json.loads(done.stdout)
    assert report["files"] == 2
    # A link that leads nowhere gives a module nothing, but Terraform stops at one among its files.
    expected = ["x.tf", "x.tf.json"] if kind == "nothing" else sorted(OF_MODULES)
    assert [error["path"] for error in report["errors"]] == expected
    assert all(error["message"].startswith("cannot be read: ") for error in report["errors"])


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "circle"])
@pytest.mark.parametrize("name", [".gitignore", "m/.gitignore"])
def test_a_strange_ignore_file_is_an_error_and_ignores_nothing(run, tmp_path, kind, name):
    (tmp_path / ".git").mkdir()
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "main.tf").write_text(GOOD)
    make(tmp_path / name, kind)
    done = run("check", "m", "--output", "json")
    report = json.loads(done.stdout)
    assert report["files"] == 1
    assert [error["path"].endswith(".gitignore") for error in report["errors"]] == [True]


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "circle"])
def test_strange_settings_stop_the_command_with_a_line(run, tmp_path, kind):
    (tmp_path / "main.tf").write_text(GOOD)
    make(tmp_path / "tffix.toml", kind)
    done = run("apply")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("tffix: tffix.toml: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "circle"])
@pytest.mark.parametrize("name", ["terraform.tfstate", "terraform.tfstate.d/a/terraform.tfstate"])
def test_a_strange_state_file_holds_back_what_it_could_tell_of(run, tmp_path, kind, name):
    role = 'resource "aws_iam_role" "a" {\n  name               = "deploy"\n  assume_role_policy = "{}"\n}\n'
    (tmp_path / "main.tf").write_text(role)
    make(tmp_path / name, kind)
    done = run("apply", "--select", "aws-iam-name-not-unique")
    assert done.returncode in (1, 2)
    assert (tmp_path / "main.tf").read_text() == role


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "circle", "nothing"])
def test_a_strange_file_of_a_codemod_is_an_error(run, tmp_path, kind):
    (tmp_path / "app.py").write_text("import cdktf\n")
    (tmp_path / "cdktf.json").write_text('{"language": "python"}\n')
    make(tmp_path / "requirements.txt", kind)
    done = run("check", "--select", "cdktf-to-cdktn", "--output", "json")
    assert [error["path"] for error in json.loads(done.stdout)["errors"]] == ["requirements.txt"]


@pytest.mark.parametrize("kind", ["pipe", "device", "circle", "socket"])
def test_validation_names_it_and_does_not_wait(run, tmp_path, kind, terraform):
    (tmp_path / "main.tf").write_text(GOOD)
    make(tmp_path / "x.tf", kind)
    make(tmp_path / "data", "pipe")
    make(tmp_path / ".terraform.lock.hcl", kind)  # which Terraform reads even to say its version
    done = run("validate")
    assert done.returncode == 1
    assert "x.tf" in done.stdout
    assert "Failed to read file" in done.stdout


@pytest.fixture
def terraform():
    if shutil.which("terraform") is None:
        pytest.skip("Terraform is not there")


@nothing_is_hidden
def test_a_folder_that_may_not_be_entered(run, tmp_path):
    (tmp_path / "main.tf").write_text(GOOD)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "main.tf").write_text(GOOD)
    (tmp_path / "a").chmod(0o600)
    try:
        report = json.loads(run("check", "--output", "json").stdout)
    finally:
        (tmp_path / "a").chmod(0o700)
    assert [error["path"] for error in report["errors"]] == ["a/main.tf"]


def test_a_large_file_is_passed_over(run, tmp_path):
    (tmp_path / "main.tf").write_text(GOOD)
    (tmp_path / "large.tf").write_text(GOOD * 1000)
    (tmp_path / "tffix.toml").write_text('max-file-size = "1 KiB"\n')
    report = json.loads(run("check", "--output", "json").stdout)
    assert [(error["path"], error["message"]) for error in report["errors"]] == [
        ("large.tf", "cannot be read: it is larger than 1 KiB (max-file-size in tffix.toml)")
    ]
    (tmp_path / "tffix.toml").write_text('max-file-size = "1 MiB"\n')
    assert json.loads(run("check", "--output", "json").stdout)["errors"] == []
    (tmp_path / "tffix.toml").write_text('max-file-size = "many"\n')
    done = run("check")
    assert done.stderr == "tffix: tffix.toml:1:1: 'max-file-size' must be a size, such as \"64 MiB\"\n"


def test_what_is_read_and_what_is_not(tmp_path):
    path = tmp_path / "file"
    for size in (0, 1, 4095, 4096, 100_000):
        path.write_bytes(b"x" * size)
        assert read_file(path) == b"x" * size
        assert read_file(path, size) == b"x" * size
    with pytest.raises(OSError, match="larger than 99999 bytes"):
        read_file(path, 99_999)
    assert read_start(path, 10) == b"x" * 10
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)
    with pytest.raises(OSError, match="a device, not a regular file"):
        read_file("/dev/null")
    if os.path.exists("/proc/self/status"):  # of which the size is said to be 0
        assert b"Name:" in read_file("/proc/self/status")


def test_sizes():
    assert [size_of(text) for text in ("64 MiB", "1 KiB", "2 GiB", "1", "1 MB", "-1 KiB", "")] == [
        64 << 20,
        1 << 10,
        2 << 30,
        None,
        None,
        None,
        None,
    ]
    assert [size_text(size) for size in (64 << 20, 1000, 2 << 30)] == ["64 MiB", "1000 bytes", "2 GiB"]
