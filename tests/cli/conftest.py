"""Runs the command with the rules of example_rules.py: in this process, which is quick, or in its own."""

from __future__ import annotations

import importlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from barriers import PATIENCE

from tffix.cli import main
from tffix.rules.registry import transforms

RULES = "test-old-name,test-person,test-replaces,test-moves,test-raises"


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a run."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of installed packages: one, with the example rules."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(Path(__file__).with_name("example_rules.py"), folder / "tffix_example_rules.py")
    shutil.copy(Path(__file__).parents[1] / "barriers.py", folder)
    metadata = folder / "tffix_example_rules-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: tffix-example-rules\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[tffix.transforms]\nexamples = tffix_example_rules\n")
    return folder


@pytest.fixture(scope="session")
def environment(site: Path) -> dict[str, str]:
    """The environment of a process that has the example rules."""
    kept = {key: value for key, value in os.environ.items() if "COLOR" not in key and key != "TFFIX_DEBUG"}
    return {**kept, "PYTHONPATH": str(site), "COLUMNS": "80"}


@pytest.fixture
def _installed(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(site))
    for name in ("NO_COLOR", "FORCE_COLOR", "TFFIX_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    importlib.invalidate_caches()
    transforms.cache_clear()
    yield
    transforms.cache_clear()


def selected(arguments: tuple[str, ...], rules: str | None) -> list[str]:
    """The arguments, with the rules to run where a command takes them."""
    if rules and arguments[0] in ("check", "diff", "apply"):
        return [*arguments, "--select", rules]
    return list(arguments)


@pytest.fixture
def tffix(_installed: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs tffix in ``tmp_path``; check, diff and apply with the example rules unless told otherwise."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str | bytes = b"", rules: str | None = RULES, **variables: str) -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        streams = [io.TextIOWrapper(io.BytesIO(one), "utf-8", newline="") for one in (data, b"", b"")]
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["tffix", *selected(arguments, rules)])
            for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
                patch.setattr(sys, name, stream)
            for name, value in variables.items():
                patch.setenv(name, value)
            try:
                main()
                code = 0
            except SystemExit as end:
                code = int(end.code or 0)
        for stream in streams[1:]:
            stream.flush()
        out, err = (stream.buffer.getvalue() for stream in streams[1:])
        return Ran(code, out.decode(), err.decode())

    return run


@pytest.fixture
def process(environment: dict[str, str], tmp_path: Path) -> Run:
    """The same in a process of its own."""

    def run(*arguments: str, stdin: str | bytes = b"", rules: str | None = RULES, **variables: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "tffix", *selected(arguments, rules)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env={**environment, **variables},
            cwd=tmp_path,
            timeout=PATIENCE,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file below ``tmp_path``."""

    def put(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put
