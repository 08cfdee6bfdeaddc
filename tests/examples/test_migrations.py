"""The worked migrations: their golden cases, what their documentation shows, and the commands for them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from barriers import PATIENCE

from tffix import Module, parse
from tffix.bulk.campaign_file import read_campaign
from tffix.engine.golden import Case, files_below, find_cases
from tffix.engine.golden_laws import run_case
from tffix.engine.policy import Policy
from tffix.engine.runner import repair
from tffix.rules.script import Script
from tffix.rules.transform import Documentation
from tffix.terraform.project import Project

MIGRATIONS = Path(__file__).parents[2] / "examples" / "migrations"
SCRIPTS = [Script.read(str(path)) for path in sorted(MIGRATIONS.glob("*/*.py"))]
CASES = [case for one in SCRIPTS for case in find_cases(Path(one.name).parent / "golden", one.transforms)]
LEAST_CASES = 4

of_every_script = pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: Path(one.name).stem)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    failures, _ = run_case(case)
    assert not failures, "\n".join(f"{one.law}:\n{one.detail}" for one in failures)


@of_every_script
def test_a_migration_has_cases_that_change_something_and_traps(script: Script) -> None:
    (rule,) = script.transforms
    own = [case for case in CASES if case.folder.parent.name == rule]
    changing = [case for case in own if (case.folder / "expected").is_dir()]
    assert len(own) >= LEAST_CASES
    assert len(changing) >= 2
    assert len(own) - len(changing) >= 2
    assert all(case.findings is not None for case in own if case not in changing)


@of_every_script
def test_the_example_becomes_what_is_said(script: Script) -> None:
    (rule,) = script.transforms.values()
    sections = Documentation.of(rule).sections
    project = Project(alone=True)
    project.modules["."] = Module(".", {"main.tf": parse(f"{sections['Example']}\n".encode(), "main.tf")})
    project.tie()
    result = repair(project, [rule()], Policy())
    told = [" ".join(line.split()) for line in sections["Becomes"].splitlines() if line]
    text = "".join(change.new.decode() for change in result.changes)
    got = [" ".join(line.split()) for line in text.splitlines() if line]
    assert not result.found
    # What every example would repeat, the moved blocks of a whole table say, may be left out.
    assert got[: len(told)] == told


@of_every_script
def test_a_migration_uses_what_is_public_and_nothing_else(script: Script) -> None:
    imported = re.findall(r"^ *(?:from|import) (tffix[.\w]*)", script.source.decode(), re.MULTILINE)
    assert imported == ["tffix"]


@of_every_script
def test_the_campaign_runs_the_script(script: Script) -> None:
    campaign = read_campaign(str(Path(script.name).with_name("campaign.toml")))
    assert campaign.recipe.rules == tuple(script.transforms)


@of_every_script
def test_the_commands_of_the_readme(script: Script, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(Path(script.name).parent, folder)
    name = Path(script.name).name
    ran = tffix("golden", "--script", str(folder / name), cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert re.match(r"\d+ cases passed", ran.stdout)

    (rule,) = script.transforms
    changing = sorted((folder / "golden" / rule).glob("*/expected"))
    case = next(one.parent for one in changing if not (one.parent / "case.toml").is_file())
    ran = tffix("diff", "--script", str(folder / name), ".", cwd=case / "input")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.startswith("--- a/")


@of_every_script
def test_the_campaign_carries_the_migration_through(script: Script, tmp_path: Path) -> None:
    (rule,) = script.transforms
    for name in (Path(script.name).name, "campaign.toml"):
        shutil.copy(Path(script.name).with_name(name), tmp_path)
    changing = []
    for case in (one for one in CASES if one.rules == (rule,) and not one.options):
        repository = tmp_path / "repositories" / case.folder.name
        shutil.copytree(case.input, repository)
        for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "First")):
            git(*arguments, cwd=repository)
        if (case.folder / "expected").is_dir():
            changing.append((case, repository))
    assert tffix("migrate", "plan", cwd=tmp_path).returncode in (0, 1)
    assert all(git("branch", "--list", cwd=repository) == "* main" for _, repository in changing)
    ran = tffix("migrate", "apply", cwd=tmp_path)
    assert ran.returncode in (0, 1), ran.stderr
    for case, repository in changing:
        git("checkout", "-q", f"tffix/{read_campaign(str(tmp_path / 'campaign.toml')).name}", cwd=repository)
        assert files_below(repository) == files_below(case.expected)


def git(*arguments: str, cwd: Path) -> str:
    own = ("-c", "user.name=Someone", "-c", "user.email=someone@example.com", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *own, *arguments], cwd=cwd, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def tffix(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if "COLOR" not in key}
    environment |= {f"GIT_{who}_NAME": "Someone" for who in ("AUTHOR", "COMMITTER")}
    environment |= {f"GIT_{who}_EMAIL": "someone@example.com" for who in ("AUTHOR", "COMMITTER")}
    environment["XDG_CACHE_HOME"] = str(cwd / "cache")
    return subprocess.run(
        [sys.executable, "-m", "tffix", *arguments],
        capture_output=True,
        text=True,
        env=environment,
        cwd=cwd,
        timeout=PATIENCE,
        check=False,
    )
