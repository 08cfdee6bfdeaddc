"""Where jobs are done: in processes here, or by the workers of a Dask cluster. Scheduling is theirs."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from ..processes import Child, ChildDiedError, Children
from .jobs import Job, Outcome, perform
from .records import State, Step


@dataclass(frozen=True, slots=True)
class Workers:
    """Those that do jobs: ``submit`` hands one out, ``number`` tells how many are at work at a time."""

    submit: Callable[[Job], Future[Outcome]]
    number: Callable[[], int]


GRACE = 5
"""Seconds that a job gets beyond the timeout of the git commands in it, which say better what was slow."""


class ClusterError(Exception):
    """A Dask cluster that cannot be used, and why."""


@contextmanager
def processes(count: int) -> Iterator[Workers]:
    """Processes of this machine. One that dies or takes too long fails its own job only."""
    children = Children(count)
    try:
        yield Workers(
            lambda job: children.submit(perform_limited, job, timeout=job.settings.timeout + GRACE),
            lambda: count,
        )
    finally:
        children.end()


def perform_limited(job: Job) -> Outcome:
    """Does a job in a child, which takes no more memory from now on than it may."""
    limit_memory(job.settings.memory)
    return perform(job)


def limit_memory(mebibytes: int) -> None:
    """Lets this process, and each that it starts, take no more memory; where the system can do that."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        # What is reserved and not used does not count, as Go programs reserve much.
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (mebibytes << 20, hard))


@contextmanager
def dask(scheduler: str | None, count: int | None) -> Iterator[Workers]:
    """The workers of a Dask cluster: of the scheduler given, or of a cluster made here, of threads, as every
    job is done in a process of ours. The number of the former may change while they work."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ClusterError("Dask is not installed: pip install 'tffix[dask]'") from error
    with contextlib.ExitStack() as stack:
        try:
            # What goes wrong in a job is its outcome; what Dask logs while its processes end is noise.
            cluster = scheduler or stack.enter_context(
                distributed.LocalCluster(
                    n_workers=1,
                    threads_per_worker=count,
                    processes=False,
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            )
            client = stack.enter_context(distributed.Client(cluster, timeout=10))
        except (OSError, ValueError) as error:
            what = f"no Dask scheduler answers at {scheduler}" if scheduler else "no Dask cluster can be made"
            raise ClusterError(f"{what}: {error}") from error
        executor: Any = client.get_executor(pure=False)
        try:
            yield Workers(
                lambda job: executor.submit(perform_apart, job),
                lambda: count or max(1, sum(client.ncores().values())),
            )
        finally:
            executor.shutdown(wait=False)


_children = threading.local()


def perform_apart(job: Job) -> Outcome:
    """Does a job for the Dask worker that this is, in its scratch folder: in the child of this thread, so
    that one that takes too long, too much memory or crashes ends alone. Never raises."""
    worker = import_module("distributed").get_worker()
    # Dask has its folder on the path for modules: no name in it may be one of a module.
    folder = os.path.join(worker.local_directory, "tffix-scratch", os.path.basename(job.settings.scratch))
    job = replace(job, settings=replace(job.settings, scratch=folder))
    child: Child | None = getattr(_children, "child", None)
    if child is None or not child.is_alive:
        child = _children.child = Child()
    started = time.time()
    try:
        return child.call(perform_limited, job, timeout=job.settings.timeout + GRACE)
    except (ChildDiedError, TimeoutError) as error:
        reason = died(error.code) if isinstance(error, ChildDiedError) else took_too_long(job)
        return Outcome(job.repository, Step(job.phase, State.FAILED, reason, started, time.time() - started))


def took_too_long(job: Job) -> str:
    """Why a job failed that took longer than it may."""
    return f"took longer than limits.timeout allows ({job.settings.timeout} s)"


def died(code: int | None) -> str:
    """Why a job failed whose process has died."""
    return f"its process died (exit code {code}), of too much memory perhaps"
