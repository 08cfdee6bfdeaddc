"""Git repositories made for a test, and `tffix migrate` run over them: in this process and one after the
other, which is quick, or as the command with its processes."""

from __future__ import annotations

import inspect
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from barriers import FOLDER, PATIENCE, Barrier, barrier, wait_at

from tffix.bulk.executors import Workers
from tffix.bulk.jobs import Job, Outcome, perform
from tffix.cli import main
from tffix.cli.migrate import carrying_out

EPOCH = 1_800_000_000
BEFORE = 'resource "example_thing" "a" {\n  old = 1 # why\n}\n'
AFTER = BEFORE.replace("old", "new")
SCRIPT = rf"""
import os
import re
import sys

from tffix import Finding, Impact, Transform, blocks


{inspect.getsource(wait_at)}
"""
SCRIPT += r'''
class OldName(Transform):
    """Calls the argument `new` what was `old`."""

    name = "old-name"
    impact = Impact.NONE
    watches = blocks("resource")
    options = {"becomes": "new"}

    def visit(self, block, module):
        old = block.get("old")
        if old is None:
            return
        text = block.text
        if "RAISE" in text:
            raise RuntimeError("on purpose")
        if "EXIT" in text:
            sys.exit(3)
        for name in re.findall(r"STOP-(\w+)", text):
            wait_at(name)
        if "HANG" in text:
            os.read(os.pipe()[0], 1)
        if "EAT" in text:
            self.eaten = [bytearray(1 << 20) for _ in range(4000)]
        if "DIE" in text:
            os.kill(os.getpid(), 9)

        yield Finding(old, "'old' is 'new' now", fix=lambda: old.rename(self.option["becomes"]))


class Tagged(Transform):
    """Says who owns a resource."""

    name = "owner-missing"
    impact = Impact.NONE
    watches = blocks("resource")

    def visit(self, block, module):
        if block.get("owner") is None and "UNOWNED" in block.text:
            yield Finding(block, "nobody owns it", fix=lambda: block.body.set("owner", '"me"'))
'''


def git(folder: Path, *arguments: str, **environment: str) -> str:
    """What git prints."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | environment, capture_output=True, check=True
    )
    return os.fsdecode(done.stdout).strip()


Executor = Callable[[int], AbstractContextManager[Workers]]


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@dataclass
class Field:
    """A folder with a campaign and its repositories."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    submitted: list[Job] = field(default_factory=list)

    def repository(self, name: str, files: dict[str, str] | None = None, *options: str) -> Path:
        """A repository with one commit on main; `options` are those of git init."""
        path = self.folder / name
        path.mkdir(parents=True)
        git(path, "init", "--quiet", "--initial-branch=main", *options)
        self.commit(path, files or {"main.tf": BEFORE}, "Begin")
        return path

    def commit(self, path: Path, files: dict[str, str], message: str = "More") -> str:
        for name, text in files.items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_text(text)
        git(path, "add", "--all", "--force")
        date = f"@{EPOCH - 1000} +0000"
        git(path, "commit", "--quiet", "-m", message, GIT_AUTHOR_DATE=date, GIT_COMMITTER_DATE=date)
        return git(path, "rev-parse", "HEAD")

    def remote(self, name: str, files: dict[str, str] | None = None) -> Path:
        """A bare repository, to be named by a file:// URL."""
        source = self.repository(f"source-{name}", files)
        bare = self.folder / f"{name}.git"
        git(self.folder, "clone", "--quiet", "--bare", str(source), str(bare))
        return bare

    def campaign(self, text: str = "", **settings: Any) -> Path:
        """A campaign over the repositories in repos/, with the script; tables by their keys."""
        path = self.folder / "campaign.toml"
        path.with_name("rename.py").write_text(SCRIPT)
        tables = {"repositories": {"paths": ["repos/*"]}, "change": {"script": "rename.py"}, **settings}
        lines = ['name = "test"', 'branch = "tffix/test"']
        for table, keys in tables.items():
            lines += [f"[{table}]", *(f"{key} = {json.dumps(value)}" for key, value in keys.items())]
        path.write_text("\n".join(lines) + "\n" + text)
        return path

    def __call__(self, *arguments: str, executor: Executor | None = None) -> Ran:
        """Runs `tffix migrate` here, jobs one after the other or as an executor does them."""
        out, err = io.StringIO(), io.StringIO()
        with self.monkeypatch.context() as patched:
            patched.chdir(self.folder)
            patched.setattr(sys, "argv", ["tffix", "migrate", *arguments])
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            patched.setattr(carrying_out, "processes", executor or self._here)
            try:
                main()
                code = 0
            except SystemExit as error:
                code = int(error.code or 0)
        return Ran(code, out.getvalue(), err.getvalue())

    @contextmanager
    def _here(self, count: int) -> Iterator[Workers]:
        def submit(job: Job) -> Future[Outcome]:
            self.submitted.append(job)
            future: Future[Outcome] = Future()
            future.set_result(perform(job))
            return future

        yield Workers(submit, lambda: 1)

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Starts the command in a process group of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "tffix", "migrate", *arguments],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env=os.environ | {FOLDER: str(self.barriers)},
        )

    @property
    def barriers(self) -> Path:
        return self.folder / "barriers"

    def barrier(self, name: str) -> AbstractContextManager[Barrier]:
        """Stops the rules of processes at a resource in whose text there is `STOP-name`."""
        return barrier(self.barriers, name)

    def command(self, *arguments: str) -> Ran:
        """Runs the command."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=PATIENCE)
        return Ran(process.returncode, out.decode(), err.decode())

    def report(self) -> dict[str, dict[str, Any]]:
        """What the report's JSON says of each repository."""
        assert self("report", "-q").code == 0
        content = json.loads((self.folder / "test.report/report.json").read_text())
        return {one["name"]: one for one in content["repositories"]}

    def branch(self, path: Path, name: str = "tffix/test") -> str | None:
        """The commit of a branch."""
        found = git(path, "for-each-ref", "--format=%(objectname)", f"refs/heads/{name}")
        return found or None


@pytest.fixture
def migrate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Field:
    for name in [one for one in os.environ if one.startswith("GIT_")]:
        monkeypatch.delenv(name)
    configuration = tmp_path / "gitconfig"
    configuration.write_text("[user]\n\tname = Test\n\temail = test@example.com\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(configuration))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("TFFIX_DEBUG", raising=False)
    folder = tmp_path / "work"
    folder.mkdir()
    return Field(folder, monkeypatch)
