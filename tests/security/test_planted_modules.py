"""No process of tffix finds a module in the working directory, or in a repository that it examines."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bulk.conftest import BEFORE, SCRIPT, Field, git
from validate.conftest import needs_terraform

CHILDREN = "import tffix.engine.work as work; work.FORKS = False; from tffix.cli import main; main()"
"""`tffix` where no process can be copied, as on macOS and Windows."""
STARTS = {
    "command": ([sys.executable, "-P", "-m", "tffix"], {}),
    "where-nothing-forks": ([sys.executable, "-P", "-c", CHILDREN], {}),
    "python-m": ([sys.executable, "-m", "tffix"], {}),
    "python-E-m": ([sys.executable, "-E", "-m", "tffix"], {}),
    "empty-entry": ([sys.executable, "-m", "tffix"], {"PYTHONPATH": os.pathsep}),
    "relative-entry": ([sys.executable, "-m", "tffix"], {"PYTHONPATH": f"..{os.pathsep}."}),
}
CHECK = ["check", "--profile", "all", "--jobs", "2"]
CAMPAIGN = """\
name = "test"
[repositories]
paths = ["."]
[change]
script = "rename.py"
"""
needs_dask = pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="no distributed")


@pytest.fixture
def repository(migrate: Field) -> Path:
    """A repository that is also the working directory: modules enough for several processes, and a
    campaign."""
    files = {f"m{number}/main.tf": BEFORE for number in range(310)}
    return migrate.repository("repository", files | {"campaign.toml": CAMPAIGN, "rename.py": SCRIPT})


def loaded(command: list[str], folder: Path, environment: dict[str, str]) -> set[str]:
    """The names of the modules that a command, and each process that it starts, loads."""
    done = subprocess.run(
        [command[0], "-X", "importtime", *command[1:]],
        cwd=folder,
        env=os.environ | environment | {"PYTHONPROFILEIMPORTTIME": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 1), done.stderr[-2000:]
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rsplit("|", 1)[1].strip().partition(".")[0] for line in lines} - {"imported package"}


def before_tffix(command: list[str], folder: Path, environment: dict[str, str]) -> set[str]:
    """What Python loads before tffix has a say, which `python -m` takes from the working directory."""
    (folder / "nothing.py").touch()
    names = loaded([*command[: command.index("-m")], "-m", "nothing"], folder, environment)
    (folder / "nothing.py").unlink()
    return names


def plant(folder: Path, names: set[str], markers: Path) -> None:
    """A module of each name that leaves a mark when it is run."""
    markers.mkdir()
    for name in names - {"tffix", "__main__"}:
        (folder / f"{name}.py").write_text(f"open({str(markers / name)!r}, 'w').close()\n")


def run_planted(start: str, commands: list[list[str]], repository: Path, migrate: Field, needed: str) -> None:
    """Runs commands once to see what they load, and again where modules of all these names are planted."""
    command, environment = STARTS[start]
    names = set().union(*(loaded([*command, *one], repository, environment) for one in commands))
    assert needed in names
    if "-P" not in command:
        names -= before_tffix(command, repository, environment)
    assert len(names) > 50
    markers = migrate.folder / "markers"
    plant(repository, names, markers)
    git(repository, "branch", "--quiet", "-D", "tffix/test") if migrate.branch(repository) else None
    migrate.commit(repository, {})
    for path in (*repository.glob("test.journal*"), *repository.parent.glob("cache")):
        path.unlink()
    for one in commands:
        done = subprocess.run(
            [*command, *one], cwd=repository, env=os.environ | environment, capture_output=True, text=True
        )
        assert done.returncode in (0, 1), done.stderr[-2000:]
        assert sorted(path.name for path in markers.iterdir()) == []


@pytest.mark.parametrize("start", STARTS)
def test_check_runs_no_planted_module(start, repository, migrate):
    run_planted(start, [CHECK], repository, migrate, "tffix_transforms")


@pytest.mark.parametrize("start", ["command", "python-m", "python-E-m", "empty-entry"])
def test_migrate_runs_no_planted_module(start, repository, migrate):
    phases = [["migrate", phase, "-j", "2"] for phase in ("plan", "apply", "undo")]
    run_planted(start, phases, repository, migrate, "sqlite3")


@needs_dask
def test_dask_runs_no_planted_module(repository, migrate):
    run_planted("command", [["migrate", "plan", "--dask", "-j", "2"]], repository, migrate, "distributed")


@needs_terraform
def test_validate_runs_no_planted_module(repository, migrate):
    run_planted("python-m", [["validate", "m0"]], repository, migrate, "grpc")
