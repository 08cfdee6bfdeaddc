"""The command starts fast because it loads only what it needs."""

import subprocess
import sys

import pytest

NEVER = {
    "rich",
    "pydantic",
    "lark",
    "hcl2",
    "importlib.metadata",
    "multiprocessing",
    "jinja2",
    "packaging",
    "tomlkit",
}


def loaded(environment, folder, *arguments) -> set[str]:
    """The modules that a run loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tffix", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if "import time:" in line}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]])
def test_help_loads_nothing_that_reads_terraform(environment, tmp_path, arguments):
    names = loaded(environment, tmp_path, *arguments)
    assert "tffix.cli" in names
    assert not names & {*NEVER, "tffix.hcl", "tffix.api", "tffix.rules.registry", "pathspec"}


def test_a_check_loads_nothing_that_other_commands_need(environment, tmp_path):
    (tmp_path / "main.tf").write_text('resource "example_thing" "a" {\n}\n')
    names = loaded(environment, tmp_path, "check")
    assert "tffix.engine.runner" in names
    assert not names & {*NEVER, "pathspec", "tomllib", "tffix.engine.golden"}
