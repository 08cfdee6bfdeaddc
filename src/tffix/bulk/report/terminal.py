"""The summary of a campaign for the terminal: what became of the repositories, what the rules found, and the
repositories that need somebody."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ...report.shown import shown
from ..records import Record, Summary
from .standing import Standing, reason, standing
from .tally import Tally, counted

_STYLES = {
    Standing.FAILED: "red",
    Standing.HELD: "yellow",
    Standing.INTERRUPTED: "yellow",
    Standing.INVALID: "yellow",
    Standing.APPLIED: "green",
    Standing.VALIDATED: "green",
    Standing.PUSHED: "green",
    Standing.PLANNED: "cyan",
}
_TROUBLED = (Standing.FAILED, Standing.HELD, Standing.INTERRUPTED, Standing.INVALID)
_ROWS = 20


def show(console: Console, summary: Summary, tally: Tally, records: Iterable[Record]) -> None:
    """Prints the summary. Of the repositories those are named that failed, are held back or were
    interrupted; all of a small campaign."""
    console.print(_text(f"Campaign {summary.name}"), style="bold")
    console.print(_states(tally))
    if tally.rules:
        console.print(_rules(tally))
    is_small = tally.repositories <= _ROWS
    named = (record for record in records if is_small or standing(record) in _TROUBLED)
    first = list(islice(named, _ROWS))
    if first:
        console.print(_repositories(first))
    more = sum(tally.states[state] for state in _TROUBLED) - len(first)
    if more > 0:
        console.print(_text(f"… and {more:,} more that need attention: the report lists them."))
    console.print(_text(closing(tally)), style="bold")


def closing(tally: Tally) -> str:
    """The line that sums up."""
    repositories = counted(tally.repositories, "repository", "repositories")
    fixes, files = counted(tally.fixed, "fix", "fixes"), counted(tally.files, "file", "files")
    line = f"{tally.changed:,} of {repositories} changed: {fixes} in {files}"
    line += f" (+{tally.added:,} −{tally.removed:,})."
    held = tally.held.total()
    if held:
        line += f" {counted(held, 'fix', 'fixes')} held back for what may be deployed."
    if tally.left:
        line += f" {counted(tally.left, 'finding', 'findings')} left to you."
    if tally.states[Standing.FAILED]:
        line += f" {tally.states[Standing.FAILED]:,} failed."
    return line


def _states(tally: Tally) -> Table:
    table = Table("state", box=SIMPLE_HEAD)
    table.add_column("repositories", justify="right")
    for state, number in tally.by_state():
        table.add_row(Text(state, _STYLES.get(state, "")), f"{number:,}")
    return table


def _rules(tally: Tally) -> Table:
    table = Table("rule", box=SIMPLE_HEAD)
    for title in ("fixed", "left", "repositories"):
        table.add_column(title, justify="right")
    rules = tally.by_rule()
    for name, rule in rules[:_ROWS]:
        table.add_row(_text(name), f"{rule.fixed:,}", f"{rule.left:,}", f"{rule.repositories:,}")
    if len(rules) > _ROWS:
        table.add_row(_text(f"… and {len(rules) - _ROWS} more"))
    return table


def _repositories(records: Iterable[Record]) -> Table:
    table = Table("repository", "state", box=SIMPLE_HEAD)
    for title in ("fixes", "files", "left"):
        table.add_column(title, justify="right")
    table.add_column("why", overflow="fold")
    for record in records:
        state = standing(record)
        numbers = (f"{len(one):,}" for one in (record.fixed, record.diffs, record.found))
        shown = Text(state, _STYLES.get(state, ""))
        table.add_row(_text(record.name), shown, *numbers, _text(reason(record)))
    return table


def _text(text: str) -> Text:
    """A text as it is: not read as markup, and without what a terminal would obey."""
    return Text(shown(text))
