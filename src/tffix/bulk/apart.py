"""Does jobs in a process of its own beside a Dask worker, so that one that takes too long, too much memory or
crashes ends alone. Dask's own processes may have no children of multiprocessing's.

A job comes in and its outcome goes out as a pickle, by standard input and output.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import IO

from .executors import GRACE, died, end_after, limit_memory, took_too_long
from .jobs import Job, Outcome, perform
from .records import State, Step

_GLANCE = 0.5
_children = threading.local()


def perform_in_child(job: Job) -> Outcome:
    """Does a job in the child of this thread, which stays for the next one. Never raises."""
    child: _Child | None = getattr(_children, "child", None)
    if child is None or child.process.poll() is not None:
        child = _children.child = _Child()
    started = time.time()
    try:
        return child.perform(job)
    except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
        code = child.end()
        reason = took_too_long(job) if isinstance(error, _TooLongError) else died(code)
        return Outcome(job.repository, Step(job.phase, State.FAILED, reason, started, time.time() - started))


class _TooLongError(EOFError):
    """A child was ended as its time was over."""


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tffix.bulk.apart"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


@dataclass(slots=True)
class _Child:
    process: subprocess.Popen[bytes] = field(default_factory=_start)

    def perform(self, job: Job) -> Outcome:
        """Raises EOFError, BrokenPipeError or UnpicklingError if the child dies of it."""
        assert self.process.stdin is not None and self.process.stdout is not None
        is_over = threading.Event()

        def stop() -> None:
            is_over.set()
            self.process.kill()

        timer = threading.Timer(job.settings.timeout + GRACE, stop)
        timer.daemon = True
        timer.start()
        try:
            pickle.dump(job, self.process.stdin)
            self.process.stdin.flush()
            outcome: Outcome = pickle.load(self.process.stdout)
            return outcome
        except EOFError as error:
            raise (_TooLongError if is_over.is_set() else EOFError) from error
        finally:
            timer.cancel()

    def end(self) -> int:
        """Makes sure that the child is gone, and gives its exit code."""
        with contextlib.suppress(BrokenPipeError):
            self.process.communicate()
        return self.process.wait()


def main() -> None:
    """Does one job after the other until no more come."""
    end_after(_orphaned)
    # Whatever a rule prints must not get in among the bytes of an outcome.
    with open(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        _serve(sys.stdin.buffer, out)


def _orphaned() -> None:
    """Returns when the worker that has started this process is no more."""
    worker = os.getppid()
    while os.getppid() == worker:
        time.sleep(_GLANCE)


def _serve(jobs: IO[bytes], out: IO[bytes]) -> None:
    while True:
        try:
            job: Job = pickle.load(jobs)
        except EOFError:
            return
        limit_memory(job.settings.memory)
        pickle.dump(perform(job), out)
        out.flush()


if __name__ == "__main__":
    main()
