"""Modules that call each other, or more modules than there can be, and folders that killed runs leave."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from validate.conftest import DemoSchemas, needs_terraform

from tffix import scratch as scratches
from tffix.locks import lock
from tffix.scratch import scratch
from tffix.validate import find_modules, validate


def calls(*sources: str) -> str:
    return "".join(f'module "m{n}" {{\n  source = "{one}"\n}}\n' for n, one in enumerate(sources))


@pytest.fixture
def write(tmp_path: Path):
    def write(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "top" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return tmp_path / "top"

    return write


@needs_terraform
def test_modules_that_call_each_other(write):
    top = write({"a/main.tf": calls("../b"), "b/main.tf": calls("../a"), "c/main.tf": calls("../a")})
    assert find_modules([top]) == [top / "c"]
    for name in ("a", "b"):
        assert find_modules([top / name]) == [top / name]
    (top / "c/main.tf").write_text("")
    found = validate([top], DemoSchemas())
    assert [one.module for one in found] == [top / "a", top / "c"]
    (error,) = found[0].errors
    assert error.detail == "This module calls itself, directly or by way of others."
    assert (error.path, error.line) == (top / "b/main.tf", 2)


@needs_terraform
def test_more_calls_than_there_can_be(write):
    """Two calls a level: 2^30 modules in thirty small files."""
    files = {f"m{level}/main.tf": calls(*[f"../m{level + 1}"] * 2) for level in range(30)}
    top = write(files | {"m30/main.tf": "", "fine/main.tf": ""})
    fine, wide = validate([top], DemoSchemas())
    assert fine.is_valid
    (error,) = wide.errors
    assert error.summary == "Not validated"
    assert error.detail.startswith("it calls more than 5000 modules")


@needs_terraform
def test_a_source_is_shown_without_its_password(write):
    top = write({"main.tf": calls("git::https://bot:S3CR3T@x@h.example/x.git?ref=S3CR3T")})
    (found,) = validate([top], DemoSchemas())
    assert found.skipped == ('module "m0" (git::https://h.example/x.git): not on disk',)
    ran = subprocess.run(
        [sys.executable, "-m", "tffix", "validate", str(top)], capture_output=True, text=True
    )
    assert "S3CR3T" not in ran.stdout + ran.stderr
    assert "git::https://h.example/x.git" in ran.stdout + ran.stderr


HOLD = """
import sys
from tffix.scratch import scratch
with scratch() as folder:
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="files are locked elsewhere otherwise")
def test_a_folder_has_no_lock_that_is_free(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    seen = []

    def looked(descriptor):
        seen.append([path.name for path in tmp_path.glob("*/in-use")])
        return lock(descriptor)

    monkeypatch.setattr(scratches, "lock", looked)
    with scratch() as folder:
        assert (folder / "in-use").exists()
    assert seen == [[]]  # another run that starts just now would have removed the folder


def holder() -> subprocess.Popen[str]:
    """A process that has a scratch folder, prints its path, and waits for the end of its input."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


@pytest.mark.skipif(os.name != "posix", reason="files are locked elsewhere otherwise")
@pytest.mark.parametrize("blow", [signal.SIGTERM, signal.SIGKILL])
def test_what_a_killed_run_leaves_is_removed_by_the_next(tmp_path, monkeypatch, blow):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    others = tmp_path / "tffix-of-somebody"
    others.mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "in-use").touch()
    (tmp_path / "tffix-link").symlink_to(elsewhere)
    with holder() as killed, holder() as working:
        assert killed.stdout and working.stdout
        left, used = (Path(out.readline().strip()) for out in (killed.stdout, working.stdout))
        (left / "deep").mkdir()
        killed.send_signal(blow)
        killed.wait()
        assert left.is_dir()
        with scratch() as folder:
            assert folder.stat().st_mode & 0o777 == 0o700
            assert not left.exists()
            assert used.is_dir()
            assert others.is_dir()
            assert (elsewhere / "in-use").exists()
        working.communicate("")
    assert not folder.exists()
    assert not used.exists()
