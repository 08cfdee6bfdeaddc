"""The numbers that the charts of the HTML report show: bars with their numbers beside them, so that nobody
needs to see the bars. charts.html draws them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...report.text import IMPACTS, NO_IMPACT
from ...rules.transform import Impact
from ..records import Summary
from .standing import MEANINGS
from .tally import Tally, about


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: the class that colours it, where it starts and how wide it is."""

    kind: str
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a legend: what a part is, its number and its share of the whole. ``key`` is the state that
    the entry chooses, ``title`` says what it means."""

    kind: str
    label: str
    number: int
    share: str
    key: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """One bar and its legend."""

    bar: list[Part]
    legend: list[Entry]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """What a rule found, in how many repositories."""

    name: str
    about: str
    fixed: int
    left: int
    repositories: int
    bar: list[Part]


def states(tally: Tally) -> Chart:
    """Repositories by state, and what the states mean."""
    whole = tally.repositories
    legend = [
        Entry(state.key, str(state), number, _share(number, whole), state.key, MEANINGS[state])
        for state, number in tally.by_state()
    ]
    return Chart(_bar(((one.kind, one.number) for one in legend), whole), legend)


def effects(tally: Tally) -> Chart:
    """Fixes by what they do to what is deployed; an empty legend if there are no fixes."""
    legend = [
        Entry(f"impact-{one.value}", IMPACTS[one] or NO_IMPACT, number, _share(number, tally.fixed))
        for one in Impact
        if (number := tally.impacts[one])
    ]
    return Chart(_bar(((one.kind, one.number) for one in legend), tally.fixed), legend)


def rules(summary: Summary, tally: Tally) -> list[RuleLine]:
    """Findings by rule, fixed and left to a person; the rules with most findings first."""
    ranked = tally.by_rule()
    most = max((rule.fixed + rule.left for _, rule in ranked), default=0)
    return [
        RuleLine(
            name,
            about(summary, name),
            rule.fixed,
            rule.left,
            rule.repositories,
            _bar((("fixed", rule.fixed), ("left", rule.left)), most),
        )
        for name, rule in ranked
    ]


def _bar(parts: Iterable[tuple[str, int]], whole: int) -> list[Part]:
    """Parts of a whole side by side. A part that is not empty is wide enough to be seen."""
    bar, start = [], 0.0
    for kind, number in parts:
        width = 100 * number / (whole or 1)
        bar.append(Part(kind, f"{start:.3f}%", f"{max(width, 0.2 if number else 0):.3f}%"))
        start += width
    return bar


def _share(number: int, whole: int) -> str:
    share = 100 * number / whole
    return "<1 %" if share < 1 else f"{share:.0f} %"
