"""Runs the command with the shipped rules: in this process, which is quick, or in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from bulk.conftest import migrate  # noqa: F401

from tffix.cli import main

Run = Callable[..., "CompletedProcess[bytes]"]


@pytest.fixture
def tffix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs tffix in ``tmp_path``. With variables, or with ``shell``, which is what follows it on the command
    line of a shell, it has a process of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "TFFIX_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, shell: str = "", **variables: str) -> CompletedProcess[bytes]:
        if not shell and not variables:
            return _run_here(arguments, monkeypatch)
        left_out = ("PYTHON", "LC_", "LANG")
        kept = {name: value for name, value in os.environ.items() if not any(one in name for one in left_out)}
        command = [sys.executable, "-m", "tffix", *arguments]
        if shell:
            command = ["bash", "-o", "pipefail", "-c", f'"$@" {shell}', "bash", *command]
        return subprocess.run(command, env={**kept, **variables}, capture_output=True, check=False)

    return run


def _run_here(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> CompletedProcess[bytes]:
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(3)]
    with monkeypatch.context() as patch:
        patch.setattr(sys, "argv", ["tffix", *arguments])
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, stream)
        try:
            main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
    for stream in streams[1:]:
        stream.flush()
    out, err = (stream.buffer.getvalue() for stream in streams[1:])
    return CompletedProcess(["tffix", *arguments], code, out, err)
