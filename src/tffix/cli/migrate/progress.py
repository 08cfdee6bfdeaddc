"""How a phase of a campaign goes: a live bar on a terminal, else a line for each failure."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from ...bulk.jobs import Outcome
from ...bulk.records import Phase, State
from ...report.colour import is_wanted
from ...report.shown import shown


class _Rate(ProgressColumn):
    """Repositories a minute."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed * 60:.0f}/min" if speed else "")


class MigrationProgress:
    """Told of outcomes as they come. Failures are named at once, on standard error."""

    def __init__(self, phase: Phase, is_wanted_at_all: bool, colour: bool | None) -> None:
        self.phase = phase
        console = Console(stderr=True, no_color=not is_wanted(colour, sys.stderr), highlight=False)
        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]}", style="red"),
            console=console,
            transient=True,
            disable=not (is_wanted_at_all and console.is_terminal),
        )
        self.task = self.progress.add_task(str(phase), total=None, failed="")
        self.failed = 0

    def __enter__(self) -> MigrationProgress:
        self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.progress.stop()

    def starts(self, count: int) -> None:
        """Learns how many repositories there are to do."""
        self.progress.update(self.task, total=count)

    def told(self, outcome: Outcome) -> None:
        """Shows one more repository as done."""
        step = outcome.step
        if step.state is State.FAILED:
            self.failed += 1
            line = f"{outcome.repository.name}: {step.phase} failed: {step.reason}"
            self.progress.console.print(escape(shown(line)), soft_wrap=True)
        note = f"{self.failed} failed" if self.failed else ""
        self.progress.update(self.task, advance=1, failed=note)
