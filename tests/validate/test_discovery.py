"""Validating looks at the same modules as `tffix check`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tffix.terraform import discovery
from tffix.validate import find_modules, validate

from .conftest import DemoSchemas, needs_terraform

Write = Callable[..., Path]
ALONE = 'output "o" {\n  value = 1\n}\n'


def names(top: Path, found: list[Path]) -> list[str]:
    return [os.path.relpath(path, top) for path in found]


def test_check_and_validate_see_the_same_modules(write: Write) -> None:
    files = ["a/main.tf", "a/b/main.tf.json", "ignored/main.tf", "left/main.tf", ".hidden/main.tf"]
    files += ["node_modules/x/main.tf", ".terraform/modules/x/main.tf", "venv/main.tf", "c/x.tftest.hcl"]
    top = write(dict.fromkeys(files, "") | {".gitignore": "ignored/\n", "a/b/main.tf.json": "{}"})
    (top / ".git").mkdir()

    def excluded(path: str) -> bool:
        return path == str(top / "left")

    seen = find_modules([top], excluded=excluded)
    assert names(top, seen) == [".hidden", "a", "a/b", "venv"]
    assert sorted(map(str, seen)) == sorted(
        directory
        for directory, listing in discovery.find_modules([str(top)], excluded).items()
        if listing.files
    )


@pytest.mark.parametrize("given", ["ignored", "ignored/main.tf"])
def test_a_path_that_git_ignores_is_validated_if_it_is_given(write: Write, given: str) -> None:
    top = write({"ignored/main.tf": "", ".gitignore": "ignored/\n"})
    (top / ".git").mkdir()
    assert find_modules([top]) == []
    assert find_modules([top / given]) == [top / "ignored"]


def test_a_module_that_an_unparsable_file_calls_is_no_root(write: Write) -> None:
    call = 'module "c" {\n  source = "./child"\n}\n'
    top = write({"main.tf": call + "oops ]\n", "child/main.tf": ""})
    assert find_modules([top]) == [top]


def test_files_of_opentofu_are_no_module_of_terraform(write: Write) -> None:
    top = write({"main.tofu": "", "a/main.tf": ""})
    assert find_modules([top]) == [top / "a"]
    assert find_modules([top], tofu=True) == [top, top / "a"]


@needs_terraform
def test_a_directory_that_cannot_be_read_is_reported(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    top = write({"main.tf": ALONE, "closed/main.tf": ""})
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path == str(top / "closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    closed, read = validate([top], DemoSchemas())
    assert [(one.path, one.detail) for one in closed.errors] == [(top / "closed", "Permission denied.")]
    assert (read.module, read.is_valid) == (top, True)


@needs_terraform
def test_what_tffix_toml_excludes_is_not_validated(write: Write) -> None:
    wrong = 'output "o" {\n  value = var.nothing\n}\n'
    files = {"main.tf": ALONE, "old/main.tf": wrong, "out/main.tf": wrong, ".gitignore": "out\n"}
    top = write(files | {"tffix.toml": 'exclude = ["old"]\n'})
    (top / ".git").mkdir()

    def run(*paths: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tffix", "validate", *paths]
        return subprocess.run(command, cwd=top, capture_output=True, text=True, check=False)

    done = run()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert run("out").stdout.startswith("out/main.tf:2:11: error: Reference to undeclared input variable")
    left_out = run("old")
    assert left_out.returncode == 2
    assert "excluded by tffix.toml or ignored by git" in left_out.stderr


def test_a_mistake_in_a_pattern_of_gitignore_is_a_note(write: Write) -> None:
    top = write({"main.tf": "", ".gitignore": "[z-a]\n"})
    (top / ".git").mkdir()
    notes: list[str] = []
    assert find_modules([top], notes=notes) == [top]
    (note,) = notes
    assert ".gitignore:1: the pattern '[z-a]' has a mistake" in note


@needs_terraform
def test_a_file_larger_than_tffix_toml_allows_is_an_error(write: Write) -> None:
    top = write(
        {"main.tf": ALONE + "#" * 2000, "a/main.tf": ALONE, "tffix.toml": 'max-file-size = "1 KiB"\n'}
    )
    done = subprocess.run(
        [sys.executable, "-m", "tffix", "validate"], cwd=top, capture_output=True, text=True, check=False
    )
    said = "it is larger than 1 KiB (max-file-size in tffix.toml). [terraform-validate]"
    assert (done.returncode, done.stdout) == (1, f"main.tf:0:0: error: Failed to read file: {said}\n")
