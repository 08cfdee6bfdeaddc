"""The git command, run so that it never asks and never hangs.

The command itself, not a library: the user's hooks, signing, credential helpers, LFS filters and
configuration work as they do by hand.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..processes import before_end
from ..urls import redacted

_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",  # a missing credential is an error, not a question to nobody
    "GIT_LFS_SKIP_SMUDGE": "1",  # what LFS holds is no Terraform
    "GIT_OPTIONAL_LOCKS": "0",  # looking at a repository does not refresh its index
    "LC_ALL": "C",
}
_STEERING = (
    "GIT_DIR",
    "GIT_COMMON_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_PREFIX",
)
"""Variables that a hook sets, and which would lead another git astray."""
OUR_CLONE = {"safe.bareRepository": "all"}
"""Our own clones are bare, which a careful user's configuration forbids unless it is asked for."""
LOOKING = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.splitIndex": "false",  # whose other half would be written to the repository
    "log.showSignature": "false",
}
"""With these settings git starts no program that a repository names; filters are left, see ``unfiltered``."""
OFFLINE = {"GIT_ALLOW_PROTOCOL": ""}
"""Lets git fetch nothing: what is missing in a partial clone it would get by the programs that it names."""
NOTHING = "0" * 40
"""The object id that stands for "there must be none" when a reference is set."""


class GitError(Exception):
    """What git said, in one line."""


@dataclass(frozen=True, slots=True)
class Git:
    """Git in a directory. A command that is not done when the clock (time.monotonic) comes to ``deadline``
    is ended, with all that it has started: hooks, transports, signers. ``settings`` win over all files of
    configuration."""

    directory: Path
    deadline: float = float("inf")
    environment: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, given: bytes = b"", also: Mapping[str, str] | None = None) -> bytes:
        """What a command prints. Raises GitError with its last words if it fails."""
        inherited = {name: value for name, value in os.environ.items() if name not in _STEERING}
        try:
            process = subprocess.Popen(
                ("git", *arguments),
                cwd=self.directory,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=inherited | _QUIET | self._settings() | dict(self.environment) | dict(also or {}),
                # Without a terminal nothing that git starts (ssh, for one) can ask there and wait.
                start_new_session=True,
            )
        except FileNotFoundError as error:
            what = "git is not installed" if error.filename == "git" else f"{self.directory} does not exist"
            raise GitError(what) from error
        except NotADirectoryError as error:
            raise GitError(f"{self.directory} is not a directory") from error
        _running.add(process)
        left = max(self.deadline - time.monotonic(), 0.1)
        try:
            output, said = process.communicate(given, None if left == float("inf") else left)
        except subprocess.TimeoutExpired as error:
            raise GitError(f"git {_verb(arguments)} was not done when limits.timeout was over") from error
        finally:
            _end(process)
            _running.discard(process)
        if process.returncode != 0:
            raise GitError(f"git {_verb(arguments)}: {_said(said) or _said(output) or _WHY}")
        return output

    def line(self, *arguments: str, also: Mapping[str, str] | None = None) -> str:
        """The one line that a command prints."""
        return self.run(*arguments, also=also).decode("utf-8", "replace").strip()

    def succeeds(self, *arguments: str) -> bool:
        """Whether a command that answers by its exit code says yes."""
        try:
            self.run(*arguments)
        except GitError:
            return False
        return True

    def commit(self, reference: str) -> str | None:
        """The id of the commit that a reference names; None if there is none."""
        try:
            return self.line(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}"
            )
        except GitError:
            return None

    def at(self, directory: Path, settings: Mapping[str, str] | None = None) -> Git:
        """Git elsewhere, with more settings."""
        return replace(self, directory=directory, settings={**self.settings, **(settings or {})})

    def unfiltered(self) -> Git:
        """Git that starts no filter of files, whoever has configured one."""
        try:
            listed = self.run("config", "-z", "--name-only", "--get-regexp", _FILTERS)
        except GitError:  # there is none
            return self
        names = {os.fsdecode(name).rpartition(".")[0] for name in listed.split(b"\0") if name}
        off = {f"{name}.{kind}": "" for name in names for kind in ("clean", "smudge", "process")}
        return self.at(self.directory, off | {f"{name}.required": "false" for name in names})

    def _settings(self) -> dict[str, str]:
        """The settings as git takes them from its environment, after those that are there."""
        there = os.environ.get("GIT_CONFIG_COUNT", "")
        first = int(there) if there.isdecimal() else 0
        told = {"GIT_CONFIG_COUNT": str(first + len(self.settings))}
        for number, (key, value) in enumerate(self.settings.items(), first):
            told[f"GIT_CONFIG_KEY_{number}"] = key
            told[f"GIT_CONFIG_VALUE_{number}"] = value
        return told


_FILTERS = r"^filter\..*\.(clean|smudge|process|required)$"
_running: set[subprocess.Popen[bytes]] = set()


def end_all() -> None:
    """Ends every command that this process waits for."""
    for process in list(_running):
        with contextlib.suppress(ProcessLookupError):
            _kill(process)


before_end.append(end_all)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Makes sure that a command is over, with all that it has started, whatever cut it off."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            _kill(process)
        process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            with contextlib.suppress(BrokenPipeError):
                stream.close()


def _verb(arguments: tuple[str, ...]) -> str:
    return next((one for one in arguments if not one.startswith("-")), "")


_MOST = 300
_WHY = "failed and did not say why"
_CONTROL = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\x00-\x1f\x7f-\x9f]")


def _said(output: bytes) -> str:
    """The line that tells most of what git, or a hook, has printed: the first error, else the last line. What
    may be a secret in an address is left out, and what a terminal would obey."""
    shown = (_CONTROL.sub("", line).strip() for line in output.decode("utf-8", "replace").splitlines())
    lines = [line for line in shown if line]
    told = [line for line in lines if line.startswith(("fatal: ", "error: ", "remote: error: "))]
    chosen = (told or lines[-1:] or [""])[0]
    return redacted(chosen.removeprefix("fatal: ").removeprefix("error: "))[:_MOST]
