"""Finds the user's terraform (or tofu) and runs its `validate`: no network, no credentials."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

from tffix.validate.errors import TerraformNotFound, ValidateError

_TIMEOUT: Final = 300


@dataclass(frozen=True, slots=True)
class Program:
    """The program that is run: where it is, its version, and whether it is OpenTofu."""

    path: str
    version: str
    is_tofu: bool


def find_program(given: str | None, home: Path) -> Program:
    """The program to run: the one that was named, else terraform, else tofu."""
    names = [given] if given else ["terraform", "tofu"]
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        wanted = given or "terraform or tofu"
        raise TerraformNotFound(f"{wanted} not found: `tffix validate` runs your own Terraform")
    try:
        done = subprocess.run(
            [path, "version", "-json"],
            cwd=home,  # it reads the lock file of the folder that it is in
            env=environment(home, "{}"),
            capture_output=True,
            timeout=60,
            check=True,
        )
        content = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise TerraformNotFound(f"{path} does not answer `version -json`: {error}") from error
    return Program(path, str(content.get("terraform_version", "")), Path(path).stem.startswith("tofu"))


def environment(home: Path, reattach: str) -> dict[str, str]:
    """The environment without the user's Terraform settings, which could add arguments."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("TF_", "TOFU_"))}
    settings = home / "settings.tfrc"
    if not settings.exists():
        settings.touch()
    return kept | {
        "TF_CLI_CONFIG_FILE": str(settings),
        "TF_DATA_DIR": str(home / "data"),
        "TF_IN_AUTOMATION": "1",
        "TF_REATTACH_PROVIDERS": reattach,
        "CHECKPOINT_DISABLE": "1",
    }


class Runner:
    """Runs the program; ends what still runs when it is closed."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._running: set[subprocess.Popen[bytes]] = set()
        self._lock = Lock()
        self._closed = False

    def validate(self, directory: Path, environ: Mapping[str, str]) -> list[dict[str, Any]]:
        """The diagnostics of `validate -json` in a directory."""
        _, out, err = self.run(("validate", "-json", "-no-tests"), directory, environ)
        try:
            found = json.loads(out)["diagnostics"]
        except (ValueError, KeyError, TypeError) as error:
            text = (err or out).decode("utf-8", "replace").strip()
            raise ValidateError(f"terraform validate failed: {text[-2000:]}") from error
        return list(found)

    def run(
        self, arguments: Sequence[str], directory: Path, environ: Mapping[str, str], timeout: float = _TIMEOUT
    ) -> tuple[int, bytes, bytes]:
        """Runs the program in a directory: its exit code, output and errors. Raises ValidateError if it does
        not end in time."""
        with self._lock:
            if self._closed:
                raise ValidateError("the validation was ended")
            process = subprocess.Popen(
                [self.program.path, *arguments],
                cwd=directory,
                env=environ,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            self._running.add(process)
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired as error:
            raise ValidateError(f"terraform {arguments[0]} did not end within {timeout:g} seconds") from error
        finally:
            _end(process)
            with self._lock:
                self._running.discard(process)
        return process.returncode, out, err

    def close(self) -> None:
        """Ends what still runs; nothing is run afterwards."""
        with self._lock:
            self._closed = True
            running = list(self._running)
        for process in running:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
        process.wait()
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()
