"""Where jobs are done: in processes here, or by the workers of a Dask cluster. Scheduling is theirs."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from .git import end_all
from .jobs import Job, Outcome, perform


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
    from pebble import ProcessPool

    method = "forkserver" if sys.platform == "linux" else "spawn"
    context: Any = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["tffix.bulk.applying", "tffix_transforms"])
    pool: Any = ProcessPool(count, context=context, max_tasks=200, initializer=_begin)
    try:
        yield Workers(
            lambda job: pool.schedule(_limited, (job,), timeout=job.settings.timeout + GRACE), lambda: count
        )
        pool.close()
    except BaseException:
        pool.stop()
        raise
    finally:
        pool.join()


def _begin() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    end_after(parent.join)


def end_after(wait: Callable[[], None]) -> None:
    """Lets this process, and the git command that it waits for, end when something has been waited for, or
    when it is told to end."""

    def end(*_: object) -> None:
        end_all()
        os._exit(1)

    def watch() -> None:
        wait()
        end()

    signal.signal(signal.SIGTERM, end)
    threading.Thread(target=watch, daemon=True).start()


def _limited(job: Job) -> Outcome:
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
    """The workers of a Dask cluster: of the scheduler given, or of a cluster of processes made here. The
    number of the former may change while they work."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ClusterError("Dask is not installed: pip install 'tffix[dask]'") from error
    with contextlib.ExitStack() as stack:
        try:
            # What goes wrong in a job is its outcome; what Dask logs while its processes end is noise.
            cluster = scheduler or stack.enter_context(
                distributed.LocalCluster(
                    n_workers=count,
                    threads_per_worker=1,
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


def perform_apart(job: Job) -> Outcome:
    """Does a job for the Dask worker that this is, in its scratch folder."""
    from .apart import perform_in_child

    worker = import_module("distributed").get_worker()
    folder = os.path.join(worker.local_directory, "tffix", os.path.basename(job.settings.scratch))
    return perform_in_child(replace(job, settings=replace(job.settings, scratch=folder)))


def took_too_long(job: Job) -> str:
    return f"took longer than limits.timeout allows ({job.settings.timeout} s)"


def died(code: int | None) -> str:
    return f"its process died (exit code {code}), of too much memory perhaps"
