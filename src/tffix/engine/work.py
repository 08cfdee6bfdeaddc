"""Runs the rules over what was found: component by component, in several processes where that pays.

A component is the modules that local calls tie together. Each is read, checked or repaired by itself, so
that the outcome does not depend on what else there is, nor on the number of processes.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..rules.registry import NOTHING, select
from ..rules.transform import Transform
from ..terraform.components import Component, components
from ..terraform.discovery import Listing, in_directory
from ..terraform.project import Project, read_modules
from ..terraform.repository import Repositories
from . import runner
from .config import Config
from .guard import Errors, guarded
from .policy import Policy
from .proof import Prove
from .results import FileError, Result

if TYPE_CHECKING:
    from concurrent.futures import Future

    from ..rules.registry import RuleSource
    from .writing import Writer

WORTH_PROCESSES = 300
"""From this many files on, several processes are faster than one."""
FORKS = sys.platform == "linux"
"""Whether a process may be copied, which is quicker than to start another one; not safe everywhere."""
_BATCHES_EACH = 12


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done to each component. ``deployed`` is what a state or plan that the user gave says is
    deployed, ``named`` has the rules that the user has named; ``writer`` is given where the result will be
    written."""

    repair: bool
    rules: tuple[str, ...] | None
    ignore: tuple[str, ...]
    config: Config = field(default_factory=Config)
    allow_replace: bool = False
    deployed: frozenset[str] | None = None
    named: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    writer: Writer | None = None
    script: RuleSource | None = None
    repositories: Repositories = field(default_factory=Repositories)

    def policy(self) -> Policy:
        """What counts, and which fixes may be made."""
        policy = Policy(
            self.allow_replace,
            self.deployed,
            self.config.ignores,
            says=self.config.says_deployed,
            named=self.named,
            tiers=self.config.tiers,
        )
        if self.writer is not None:
            policy.unwritable = self.writer.unwritable
        return policy

    def transforms(self) -> list[Transform]:
        """The rules to run. Raises UnknownRuleError, ScriptError."""
        script = self.script.transforms if self.script is not None else NOTHING
        return select(self.rules, self.ignore, self.config.options, script)

    def run(self, component: Component, decide: runner.Decide | None = None) -> Result:
        """The outcome for one component. Raises UnknownRuleError."""
        project = self.read(component)
        if self.repair:
            return runner.repair(project, self.transforms(), self.policy(), decide)
        return runner.check(project, self.transforms(), self.policy())

    def run_guarded(
        self,
        component: Component,
        errors: Errors | None,
        decide: runner.Decide | None = None,
        prove: Prove | None = None,
    ) -> Result:
        """The same as a repair that keeps nothing that would make the modules less valid, or do what it does
        not announce."""
        return guarded(lambda: self.read(component), self.transforms(), self.policy(), errors, decide, prove)

    def read(self, component: Component) -> Project:
        """The modules of a component, tied to one another."""
        return read_modules(component, self.outside, repositories=self.repositories)


def run_all(
    task: Task, found: Mapping[str, Listing], jobs: int | None, progress: Callable[[int, int], None]
) -> Result:
    """The outcome for all that was found. ``progress`` is told how many files of how many are done."""
    size = sum(len(listing.to_do) for listing in found.values())
    jobs = (jobs or processors()) if size >= WORTH_PROCESSES else 1
    batches = _batches(components(found), size // (_BATCHES_EACH * jobs) + 1)
    done = 0
    total = Result()
    for batch, result in zip(batches, _results(task, batches, jobs), strict=True):
        total.merge(result)
        done += sum(len(listing.to_do) for component in batch for listing in component.values())
        progress(done, size)
    return total


def _results(task: Task, batches: Sequence[list[Component]], jobs: int) -> Iterator[Result]:
    if jobs == 1:
        yield from (_run_batch(task, batch) for batch in batches)
        return
    task.transforms()  # loaded once, before the process is copied
    results = _of_copies if FORKS else _of_children
    yield from results(task, batches, jobs)


def _of_copies(task: Task, batches: Sequence[list[Component]], jobs: int) -> Iterator[Result]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, get_context("fork"), _start_worker) as pool:
        running: list[Future[Result]] = []
        try:
            with contextlib.suppress(BrokenProcessPool):
                running += (pool.submit(_run_batch, task, batch) for batch in batches)
            for batch, future in zip_longest(batches, running):
                try:
                    result = future.result() if future is not None else _run_singly(task, batch)
                except BrokenProcessPool:
                    result = _run_singly(task, batch)
                yield result
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _of_children(task: Task, batches: Sequence[list[Component]], jobs: int) -> Iterator[Result]:
    from ..processes import ChildDiedError, Children

    children = Children(jobs)
    try:
        running = [children.submit(_run_batch, task, batch) for batch in batches]
        for batch, future in zip(batches, running, strict=True):
            try:
                result = future.result()
            except ChildDiedError:
                result = _run_singly(task, batch)
            yield result
    finally:
        children.end()


def _run_singly(task: Task, batch: Sequence[Component]) -> Result:
    """The outcome of a batch that was lost with a process, component by component: what ends a process
    again is an error."""
    from ..processes import Child, ChildDiedError

    total, child = Result(), Child()
    try:
        for component in batch:
            try:
                total.merge(child.call(_run_batch, task, [component]))
            except ChildDiedError:
                total.merge(_failed(component, "the process that looked at this module was ended"))
                child = Child()
    finally:
        child.end()
    return total


def _start_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process tells when to end


def _run_batch(task: Task, batch: Sequence[Component]) -> Result:
    task.config.limit_files()
    total = Result()
    for component in batch:
        try:
            total.merge(task.run(component))
        except (RecursionError, MemoryError) as error:
            if os.environ.get("TFFIX_DEBUG"):
                raise
            total.merge(_failed(component, f"this module is too much for tffix ({type(error).__name__})"))
    return total


def _failed(component: Component, why: str) -> Result:
    """The result for modules of which nothing is known."""
    errors = [
        FileError(in_directory(directory, name), 0, 0, f"cannot be checked: {why}")
        for directory, listing in component.items()
        for name in listing.to_do
    ]
    return Result(errors=errors)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _batches(found: Iterable[Component], size: int) -> list[list[Component]]:
    """Components in their order, in lists of about so many files."""
    batches: list[list[Component]] = []
    left = 0
    for component in found:
        if left <= 0:
            batches.append([])
            left = size
        batches[-1].append(component)
        left -= sum(len(listing.to_do) for listing in component.values())
    return batches
