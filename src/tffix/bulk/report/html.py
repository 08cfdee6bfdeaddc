"""The HTML report of a campaign: one file that needs nothing else, neither network nor server.

The table of repositories is plain HTML. What is known of each, its diffs included, stands beside its row as
JSON, which no browser lays out before the row is unfolded: that keeps thousands of them usable. The page's
policy lets only its own script run, so that nothing which a repository holds could ever be one.

Facts: Content Security Policy Level 3 (hashes of inline scripts and styles); HTML Living Standard (script
data blocks; script elements between table rows).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import TextIO

from ... import __version__
from ...urls import redacted
from ..records import Record, Summary
from .charts import effects, rules, states
from .document import repository
from .standing import Standing, moment, reason, standing
from .tally import Tally

_PLACE = re.compile(r"\{\{ (\w+) \}\}")
_ORDER = {state: number for number, state in enumerate(Standing)}


def write(out: TextIO, summary: Summary, tally: Tally, records: Iterable[Record]) -> None:
    """The page, a repository at a time."""
    style, script = _part("style"), _part("script")
    content: dict[str, Iterable[str]] = {
        "policy": [_policy(style, script)],
        "style": [style],
        "script": [script],
        "title": [escape(summary.name)],
        "campaign": _campaign(summary),
        "totals": _totals(tally),
        "states": states(tally),
        "effects": effects(tally),
        "rules": rules(summary, tally),
        "state_options": _options((state.key, state) for state, _ in tally.by_state()),
        "rule_options": _options((name, name) for name in sorted(tally.rules)),
        "repositories": _repositories(records),
        "version": [escape(__version__)],
    }
    for number, part in enumerate(_PLACE.split(_part("page"))):
        if number % 2:
            out.writelines(content[part])
        else:
            out.write(part)


def _part(name: str) -> str:
    return files(__package__).joinpath(f"{name}.html").read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing is fetched or sent; this style and this script are all that there is."""
    return f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'"


def _hash(element: str) -> str:
    """A source expression for what an element holds."""
    content = element[element.index(">") + 1 : element.rindex("</")]
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _campaign(summary: Summary) -> Iterator[str]:
    facts = []
    if summary.branch:
        facts.append(f"branch <code>{escape(summary.branch)}</code>")
    if summary.rules:
        facts.append(f"{len(summary.rules):,} rule{'s' if len(summary.rules) > 1 else ''}")
    if summary.started:
        facts.append(f"started {moment(summary.started)}")
    yield " <span class=dot>·</span> ".join(facts)


def _totals(tally: Tally) -> Iterator[str]:
    failed = tally.states[Standing.FAILED]
    yield _total("Repositories", f"{tally.repositories:,}", f"{tally.changed:,} with changes")
    yield _total(
        "Fixes",
        f"{tally.fixed:,}",
        f"by {_some(sum(1 for one in tally.rules.values() if one.fixed), 'rule')}",
    )
    lines = f"<b class=plus>+{tally.added:,}</b> <b class=minus>−{tally.removed:,}</b> lines"
    yield _total("Files changed", f"{tally.files:,}", lines)
    yield _total("Left to you", f"{tally.left:,}", "findings that no fix settles", bool(tally.left))
    yield _total("Failed", f"{failed:,}", "of the repositories", bool(failed), "bad")
    yield _total("Unreadable files", f"{tally.unreadable:,}", "left as they were", bool(tally.unreadable))


def _some(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _total(title: str, number: str, note: str, is_marked: bool = False, mark: str = "warn") -> str:
    kind = f" class={mark}" if is_marked else ""
    return f"<div{kind}><dt>{title}</dt><dd><strong>{number}</strong><small>{note}</small></dd></div>\n"


def _options(choices: Iterable[tuple[str, str]]) -> Iterator[str]:
    for value, label in choices:
        yield f'<option value="{escape(value)}">{escape(label)}</option>'


def _repositories(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield _row(record)
        data = json.dumps(repository(record), separators=(",", ":"))
        yield f'<script type="application/json">{_inert(data)}</script></tbody>\n'


def _row(record: Record) -> str:
    state, why = standing(record), reason(record)
    names = sorted({one.rule for one in (*record.fixed, *record.found)})
    numbers = (len(record.fixed), len(record.diffs), record.added, record.removed, len(record.found))
    keys = (_ORDER[state], *numbers, round(record.seconds, 3))
    fixes, changed, added, removed, left = (f"{number:,}" if number else "" for number in numbers)
    lines = f"<b class=plus>+{added or 0}</b> <b class=minus>−{removed or 0}</b>" if changed else ""
    # Rows that are not laid out as a table, so that a browser may skip those out of sight, must be named.
    cells = (
        ("", f'<span class="state {state.key}">{state}</span>'),
        ("n", fixes),
        ("n", changed),
        ("n lines", lines),
        ("n", left),
        ("n time", _duration(record.seconds)),
        ("why", escape(why)),
    )
    return (
        f'<tbody role=rowgroup data-state={state.key} data-rules="{escape(" ".join(names))}" '
        f'data-keys="{_list(keys)}"><tr role=row><th role=rowheader><button type=button class=fold '
        f'aria-expanded=false title="{escape(redacted(record.location))}">{escape(record.name)}</button>'
        + "".join(f'<td role=cell class="{kind}">{content}' for kind, content in cells)
        + "</tr>"
    )


def _list(numbers: Iterable[float]) -> str:
    return " ".join(map(str, numbers))


def _duration(seconds: float) -> str:
    if not seconds:
        return ""
    return f"{seconds:.1f} s" if seconds < 100 else f"{seconds / 60:.0f} min"


def _inert(data: str) -> str:
    """JSON in which nothing ends or begins an element; escapes are what JSON itself reads."""
    return data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
