"""Runs the command in a process of its own, with the shipped rules."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def tffix(tmp_path: Path) -> Run:
    """Runs tffix in ``tmp_path``; ``shell`` is what follows it on the command line of a shell."""

    def run(*arguments: str | bytes, shell: str = "", **variables: str) -> subprocess.CompletedProcess[bytes]:
        left_out = ("COLOR", "TFFIX_DEBUG", "GITHUB_ACTIONS", "PYTHON", "LC_", "LANG")
        kept = {name: value for name, value in os.environ.items() if not any(one in name for one in left_out)}
        command: list[str | bytes] = [sys.executable, "-m", "tffix", *arguments]
        if shell:
            command = ["bash", "-o", "pipefail", "-c", f'"$@" {shell}', "bash", *command]
        return subprocess.run(
            command, cwd=tmp_path, env={**kept, **variables}, capture_output=True, check=False, timeout=120
        )

    return run
