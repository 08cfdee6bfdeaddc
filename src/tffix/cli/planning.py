"""Carries out `tffix plan`: what modules would make, or what they change since a revision or a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ..engine.config import Config, read_config
from ..engine.running import nothing_found, paths_by_config
from ..plan import NotPlanned, Plan, Planner, Tree
from ..scratch import scratch
from ..urls import redacted
from ..user_error import UserError
from ..validate import ValidateError, find_modules
from .plan_report import Planned, PlanOutput, report
from .revisions import extract, repository_of


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """A call of plan. ``since`` is a revision or a folder."""

    paths: tuple[str, ...]
    since: str | None = None
    program: str | None = None
    output: PlanOutput = PlanOutput.TEXT
    quiet: bool = False
    colour: bool | None = None


def run_plan(request: PlanRequest) -> int:
    """Plans the modules below the paths. 2 if one could not be planned; 1 if one changes since a revision."""
    notes: list[str] = []
    with planner(request.program) as made, scratch() as folder:
        modules = _modules(request.paths, made, notes)
        if not modules:
            raise UserError(nothing_found(request.paths, "*.tf, *.tofu, *.tf.json"))
        before = _Before(request.since, folder) if request.since is not None else None
        planned = list(_all(made, modules, before))
    if not request.quiet:
        print(
            report(planned, request.output, since=request.since, notes=notes, colour=request.colour), end=""
        )
    if any(one.plan is None for one in planned):
        return 2
    return int(before is not None and any(one.changes for one in planned))


@contextmanager
def planner(program: str | None = None) -> Iterator[Planner]:
    """A Planner. Raises UserError where there can be none."""
    try:
        made = Planner(terraform=program)
    except (ValidateError, ImportError) as error:
        needed = "planning needs grpcio: pip install 'tffix[validate]'"
        raise UserError(needed if isinstance(error, ImportError) else str(error)) from error
    with made:
        yield made


def _modules(paths: Iterable[str], made: Planner, notes: list[str]) -> list[Path]:
    found: dict[Path, None] = {}
    try:
        for name, below in paths_by_config(paths).items():
            config = read_config(name) if name is not None else Config()
            modules = find_modules(map(Path, below), made.is_tofu, excluded=config.excludes, notes=notes)
            found.update(dict.fromkeys(modules))
    except ValidateError as error:
        raise UserError(str(error)) from error
    return list(found)


class _Before:
    """Where the modules are as they were: in a folder beside, or in a revision of their repository."""

    def __init__(self, since: str, folder: Path) -> None:
        self.since, self.folder = since, folder
        self._extracted: dict[Path, Path] = {}

    def of(self, module: Path, among: Iterable[Path]) -> Path:
        if os.path.isdir(self.since):
            shared = Path(os.path.commonpath([str(one) for one in among]))
            return Path(os.path.abspath(self.since)) / module.relative_to(shared)
        top = repository_of(module)
        if top not in self._extracted:
            target = self.folder / str(len(self._extracted))
            target.mkdir()
            extract(top, self.since, target)
            self._extracted[top] = target
        before = self._extracted[top] / Path(os.path.realpath(module)).relative_to(top)
        if before.is_dir() and (module / ".terraform").is_dir():
            # Modules that an earlier init has brought: git does not have them.
            with suppress(OSError):
                (before / ".terraform").symlink_to(module / ".terraform", target_is_directory=True)
        return before


def _all(made: Planner, modules: list[Path], before: _Before | None) -> Iterator[Planned]:
    places = {one: before.of(one, modules) for one in modules} if before is not None else {}
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        try:
            yield from pool.map(lambda one: _plan(made, one, places.get(one)), modules)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            made.close()
            raise


def _plan(made: Planner, module: Path, before: Path | None) -> Planned:
    """A module that cannot be planned is a result as well: the others still count."""
    name = os.path.relpath(module)
    try:
        plan: Plan = (
            made.compare(Tree(before), Tree(module))
            if before is not None and before.is_dir()
            else made.plan(Tree(module))
        )
    except (NotPlanned, ValidateError, OSError) as error:
        told = error.diagnostics if isinstance(error, NotPlanned) else ()
        return Planned(name, None, redacted(str(error)), tuple(told))
    return Planned(name, plan, "")
