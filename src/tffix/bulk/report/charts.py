"""The charts of the HTML report: bars with their numbers beside them, so that nobody needs to see the bars.

Their entries are buttons, which the page's script makes choose what the table of repositories shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ...report.text import IMPACTS, NO_IMPACT
from ...rules.transform import Impact
from ..records import Summary
from .standing import MEANINGS
from .tally import RuleTally, Tally, about

_SHOWN = 14
"""The rules that are shown before somebody asks for the others."""


def states(tally: Tally) -> Iterator[str]:
    """Repositories by state: one bar, and what its parts mean."""
    parts = [(state.key, number) for state, number in tally.by_state()]
    yield _bar(parts, tally.repositories, "whole")
    yield "<ul class=legend>"
    for state, number in tally.by_state():
        share = _share(number, tally.repositories)
        meaning = f'title="{MEANINGS[state]}"'
        yield (
            f"<li><button type=button data-choose-state={state.key} aria-pressed=false {meaning}>"
            f"<i class={state.key}></i>{state}</button><b>{number:,}</b><small>{share}</small></li>\n"
        )
    yield "</ul>"


def effects(tally: Tally) -> Iterator[str]:
    """Fixes by what they do to what is deployed."""
    there = [impact for impact in Impact if tally.impacts[impact]]
    if not there:
        return
    yield "<h3>What the fixes do to what is deployed</h3>"
    yield _bar([(f"impact-{one.value}", tally.impacts[one]) for one in there], tally.fixed, "whole")
    yield "<ul class=legend>"
    for one in there:
        share = _share(tally.impacts[one], tally.fixed)
        label = IMPACTS[one] or NO_IMPACT
        yield (
            f"<li><span><i class=impact-{one.value}></i>{label}</span><b>{tally.impacts[one]:,}</b>"
            f"<small>{share}</small></li>\n"
        )
    yield "</ul>"


def rules(summary: Summary, tally: Tally) -> Iterator[str]:
    """Findings by rule: fixed and left to a person."""
    ranked = tally.by_rule()
    if not ranked:
        yield "<p class=none>No rule found anything.</p>"
        return
    most = max(rule.fixed + rule.left for _, rule in ranked)
    yield (
        "<table class=bars><thead><tr><th scope=col>Rule<th scope=col aria-hidden=true>"
        "<th scope=col class=n><i class=fixed></i>Fixed<th scope=col class=n><i class=left></i>Left"
        "<th scope=col class=n>Repositories</thead><tbody>\n"
    )
    for name, rule in ranked[:_SHOWN]:
        yield _rule(summary, name, rule, most)
    if len(ranked) > _SHOWN:
        yield "</tbody><tbody id=more-rules hidden>\n"
        for name, rule in ranked[_SHOWN:]:
            yield _rule(summary, name, rule, most)
    yield "</tbody></table>"
    if len(ranked) > _SHOWN:
        yield (
            "<button type=button class=plain id=show-rules aria-expanded=false aria-controls=more-rules>"
            f"Show the other {len(ranked) - _SHOWN}</button>"
        )


def _rule(summary: Summary, name: str, rule: RuleTally, most: int) -> str:
    title = escape(about(summary, name))
    return (
        f'<tr><th scope=row><button type=button data-choose-rule="{escape(name)}" aria-pressed=false '
        f'title="{title}">{escape(name)}</button>'
        f"<td aria-hidden=true>{_bar([('fixed', rule.fixed), ('left', rule.left)], most)}"
        f"<td class=n>{_number(rule.fixed)}<td class=n>{_number(rule.left)}"
        f"<td class=n>{rule.repositories:,}</tr>\n"
    )


def _bar(parts: list[tuple[str, int]], whole: int, kind: str = "part") -> str:
    """Parts of a whole side by side, each in the colour of its class."""
    bar, start = "", 0.0
    for name, number in parts:
        width = 100 * number / (whole or 1)
        seen = max(width, 0.2 if number else 0)
        bar += f'<rect class="{name}" x="{start:.3f}%" width="{seen:.3f}%" height="100%"/>'
        start += width
    return f'<svg class="bar {kind}" aria-hidden=true>{bar}</svg>'


def _share(number: int, whole: int) -> str:
    share = 100 * number / whole
    return "&lt;1 %" if share < 1 else f"{share:.0f} %"


def _number(number: int) -> str:
    return f"{number:,}" if number else "–"
