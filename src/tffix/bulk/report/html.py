"""The HTML report of a campaign: one file that needs nothing else, neither network nor server.

The table of repositories is plain HTML. What is known of each, its diffs included, is beside its row as
JSON, which no browser lays out before the row is unfolded: that keeps thousands of them usable. The page's
policy lets only its own script run, so that nothing which a repository holds could ever be one.

The markup is in page.html and charts.html, templates of Jinja2, which escapes every value. style.html and
script.html are no templates: their text is that of which the policy has the hash.

Facts: Content Security Policy Level 3 (hashes of inline scripts and styles); HTML Living Standard (script
data blocks; script elements between table rows).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ... import __version__
from ...urls import redacted
from ..records import Record, Summary
from .charts import effects, rules, states
from .document import repository
from .standing import Standing, moment, reason, standing
from .tally import Tally, counted

_ORDER = {state: number for number, state in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class _Row:
    """What the table shows of a repository. ``keys`` are the numbers that the script sorts by, ``data`` is
    what it shows of an unfolded row."""

    name: str
    location: str
    state: Standing
    reason: str
    rules: str
    keys: str
    fixes: int
    files: int
    added: int
    removed: int
    left: int
    time: str
    data: Mapping[str, Any]


def write(out: TextIO, summary: Summary, tally: Tally, records: Iterable[Record]) -> None:
    """The page. No more than one repository is in memory at a time."""
    style, script = _part("style"), _part("script")
    page = _templates().get_template("page.html")
    out.writelines(
        page.generate(
            policy=_policy(style, script),
            style=Markup(style),
            script=Markup(script),
            summary=summary,
            started=moment(summary.started) if summary.started else "",
            tally=tally,
            failed=tally.states[Standing.FAILED],
            fixing=sum(1 for rule in tally.rules.values() if rule.fixed),
            states=states(tally),
            effects=effects(tally),
            rules=rules(summary, tally),
            repositories=map(_row, records),
            version=__version__,
        )
    )


def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader(__package__, ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["grouped"] = "{:,}".format
    templates.globals["counted"] = counted
    templates.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    return templates


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


def _row(record: Record) -> _Row:
    state = standing(record)
    numbers = (len(record.fixed), len(record.diffs), record.added, record.removed, len(record.found))
    return _Row(
        record.name,
        redacted(record.location),
        state,
        reason(record),
        " ".join(sorted({one.rule for one in (*record.fixed, *record.found)})),
        " ".join(map(str, (_ORDER[state], *numbers, round(record.seconds, 3)))),
        *numbers,
        _duration(record.seconds),
        repository(record),
    )


def _duration(seconds: float) -> str:
    if not seconds:
        return ""
    return f"{seconds:.1f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
