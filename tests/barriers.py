"""Barriers: places where a process that a test has started waits until the test lets it pass.

A barrier is two named pipes: the process says in one that it has arrived, and waits for the other to be
opened. Nothing is measured in seconds, so that a test is right on any machine. Where there are no such pipes,
nothing waits: what was let pass once is not held up again.

This file needs nothing of the tests: rules that run in other processes take `wait_at` from its source.
"""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

FOLDER = "TFFIX_TEST_BARRIERS"
"""The variable that tells processes where the barriers are."""
PATIENCE = 300
"""Seconds after which a test that waits for an event fails instead of hanging; no result depends on it."""


def wait_at(name: str) -> None:
    """Waits at a barrier, if there is one. For the process that a test has started."""
    path = os.path.join(os.environ.get("TFFIX_TEST_BARRIERS", ""), name)
    try:
        arrived = os.open(f"{path}.arrived", os.O_WRONLY)
        os.write(arrived, f"{os.getpid()} {os.getppid()}\n".encode())
        os.close(arrived)
        os.close(os.open(f"{path}.open", os.O_RDONLY))  # returns when the test opens it for writing
    except FileNotFoundError:
        pass


@dataclass(frozen=True, slots=True)
class Barrier:
    """A barrier of this test, whose processes have its folder in their environment."""

    path: Path
    arrivals: int

    def arrival(self, is_over: Callable[[], bool]) -> tuple[int, int]:
        """Waits until a process arrives; gives the ids of it and of its parent. ``is_over`` tells whether
        none can arrive any more, which is a failure of the test."""
        while not wait_for(self.arrivals, 0.5):
            assert not is_over(), "it was over before it came to the barrier"
        pid, parent = os.read(self.arrivals, 100).split(b"\n")[0].split()
        return int(pid), int(parent)

    def open(self) -> None:
        """Lets pass what waits, and what comes later."""
        if self.path.with_suffix(".open").exists():
            opened = os.open(self.path.with_suffix(".open"), os.O_RDWR)  # which never blocks
            for suffix in (".arrived", ".open"):
                self.path.with_suffix(suffix).unlink()
            os.close(opened)


@contextmanager
def barrier(folder: Path, name: str) -> Iterator[Barrier]:
    """Makes a barrier, and opens it in the end whatever has happened."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    for suffix in (".arrived", ".open"):
        os.mkfifo(path.with_suffix(suffix))
    arrivals = os.open(path.with_suffix(".arrived"), os.O_RDWR)  # so that no arrival blocks
    made = Barrier(path, arrivals)
    try:
        yield made
    finally:
        made.open()
        os.close(arrivals)


def wait_for(descriptor: int, seconds: float = PATIENCE) -> bool:
    """Whether there is something to read, or the end of it, before the time is over."""
    return bool(select.select([descriptor], [], [], seconds)[0])
