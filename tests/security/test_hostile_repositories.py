"""What a repository has configured is not run when it is only looked at; what only looks like one is none."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from bulk.conftest import BEFORE, Field, git
from validate.conftest import needs_terraform


@pytest.fixture
def marker(migrate: Field) -> Path:
    """The folder in which every program that runs leaves a file."""
    folder = migrate.folder / "markers"
    folder.mkdir()
    return folder


def program(folder: Path, marker: Path, name: str) -> Path:
    """A program that leaves a mark, and passes on what it is given."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\ntouch {marker}/{name}\ncat\n")
    path.chmod(0o755)
    return path


HOOKS = ("post-checkout", "post-index-change", "reference-transaction", "pre-commit", "post-commit")


def arm(git_folder: Path, marker: Path) -> None:
    """Everything that git would run for a repository: hooks, filters, fsmonitor, transports."""
    for hook in HOOKS:
        program(git_folder / "hooks", marker, hook)
    programs = git_folder.parent / "programs" if git_folder.name == ".git" else git_folder
    lines = []
    for section, keys in {
        "core": ("fsmonitor", "sshCommand", "gitProxy", "editor", "pager", "askPass"),
        'filter "odd.name"': ("smudge", "clean"),
        'filter "long"': ("process",),
        "diff": ("external",),
        'diff "odd"': ("textconv", "command"),
        "gpg": ("program",),
        "credential": ("helper",),
    }.items():
        lines.append(f"[{section}]")
        for key in keys:
            path = program(programs, marker, f"{section.split()[0]}-{key}")
            lines.append(f"\t{key} = {path}")
        if section.startswith("filter"):
            lines.append("\trequired = true")
    lines.append("[log]\n\tshowSignature = true\n")
    with (git_folder / "config").open("a") as stream:
        stream.write("\n".join(lines))
    (git_folder / "info").mkdir(exist_ok=True)
    (git_folder / "info/attributes").write_text("*.tf filter=odd.name diff=odd\n*.md filter=long\n")


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """All files below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_a_plan_runs_nothing_of_a_repository_and_writes_nothing_to_it(migrate, marker):
    path = migrate.repository("repos/a", {"main.tf": BEFORE, "more.md": "x"})
    arm(path / ".git", marker)
    before = tree(path)
    migrate.campaign()
    assert migrate("plan").code == 1
    assert list(marker.iterdir()) == []
    assert tree(path) == before
    # It is armed all the same.
    subprocess.run(["git", "checkout", "--force", "HEAD", "."], cwd=path, capture_output=True)
    assert {"core-fsmonitor", "filter-process"} <= {one.name for one in marker.iterdir()}


@needs_terraform
def test_nor_does_validation(migrate, marker):
    path = migrate.repository("repos/a")
    migrate.campaign()
    assert [migrate("plan").code, migrate("apply").code] == [1, 0]
    arm(path / ".git", marker)
    before = tree(path)
    assert migrate("validate").code == 0
    assert migrate.report()["a"]["state"] == "validated"
    assert list(marker.iterdir()) == []
    assert tree(path) == before


def test_a_plan_runs_no_filter_of_the_user(migrate, marker):
    """The attributes that choose it are the repository's."""
    path = migrate.repository("repos/a", {"main.tf": BEFORE, ".gitattributes": "*.tf filter=mine\n"})
    filter_ = program(migrate.folder, marker, "filter")
    git(path, "config", "--global", "filter.mine.smudge", str(filter_))
    git(path, "config", "--global", "filter.mine.required", "true")
    migrate.campaign()
    assert migrate("plan").code == 1
    assert list(marker.iterdir()) == []


def test_ends_of_lines_are_those_that_a_checkout_gives(migrate):
    files = {"main.tf": BEFORE, ".gitattributes": "*.tf text eol=crlf\n"}
    migrate.repository("repos/a", files)
    migrate.campaign()
    assert migrate("plan").code == 1
    assert migrate("apply").code == 0


def test_hooks_of_the_user_run_at_apply(migrate, marker):
    path = migrate.repository("repos/a")
    program(path / ".git/hooks", marker, "post-commit")
    migrate.campaign()
    assert migrate("plan").code == 1
    assert list(marker.iterdir()) == []
    assert migrate("apply").code == 0
    assert [one.name for one in marker.iterdir()] == ["post-commit"]


@pytest.fixture
def disguised(migrate: Field, marker: Path) -> Path:
    """A normal clone with a committed folder that looks like a repository without a working tree."""
    path = migrate.repository("clone", {"main.tf": BEFORE, "src/x/main.tf": BEFORE})
    data = path / "src/data"
    git(path, "clone", "--quiet", "--bare", str(path), str(data))
    arm(data, marker)
    (data / "config").write_text((data / "config").read_text() + f"[core]\n\tworktree = {path / 'src/x'}\n")
    migrate.commit(path, {})
    assert "src/data/HEAD" in git(path, "ls-files")
    return path


@pytest.mark.parametrize(
    "paths", [["clone/src/**"], ["clone/src/*"], ["clone/**"], ["clone*", "clone/src/d*"]]
)
def test_a_folder_that_looks_like_a_repository_is_none(migrate, disguised, marker, paths):
    migrate.campaign(repositories={"paths": paths})
    before = tree(disguised)
    for phase in ("plan", "apply", "push"):
        migrate(phase)
    assert list(marker.iterdir()) == []
    assert {name: seen for name, seen in tree(disguised).items() if "/src/data/" in name} == {
        name: seen for name, seen in before.items() if "/src/data/" in name
    }


def test_nor_is_one_that_is_named(migrate, disguised, marker):
    migrate.campaign(repositories={"paths": ["clone/src/data"]})
    assert migrate("plan").code == 2
    (one,) = migrate.report().values()
    assert one["reason"].endswith(f"is a folder of {disguised} that only looks like a repository")
    assert list(marker.iterdir()) == []


def test_a_bare_repository_is_used_only_if_the_user_allows_it(migrate):
    bare = migrate.remote("origin")
    git(bare, "config", "--global", "safe.bareRepository", "explicit")
    migrate.campaign(repositories={"paths": ["origin.git"], "urls": [bare.as_uri()]})
    assert migrate("plan").code == 2
    states = {one["location"]: one["state"] for one in migrate.report().values()}
    assert states == {str(bare): "failed", bare.as_uri(): "planned"}


def test_clones_within_the_folder_of_another_repository_are_found(migrate):
    """Somebody keeps all that is in the home directory in git; the clones there are still clones."""
    git(migrate.folder, "init", "--quiet")
    migrate.repository("repos/a")
    migrate.repository("repos/a/nested/b")
    migrate.campaign(repositories={"paths": ["repos/**"]})
    assert migrate("plan").code == 1
    assert [*migrate.report()] == ["a"]


def test_what_a_partial_clone_lacks_is_not_fetched_by_a_plan(migrate, marker):
    bare = migrate.remote("origin")
    git(bare, "config", "uploadpack.allowFilter", "true")
    path = migrate.folder / "repos/a"
    git(migrate.folder, "clone", "--quiet", "--filter=blob:none", "--no-checkout", bare.as_uri(), str(path))
    git(path, "config", "remote.origin.uploadpack", str(program(migrate.folder, marker, "transport")))
    migrate.campaign()
    assert migrate("plan").code == 2
    assert "not allowed" in migrate.report()["a"]["reason"]
    assert list(marker.iterdir()) == []
