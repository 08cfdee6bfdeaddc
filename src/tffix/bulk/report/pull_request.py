"""The text of a repository's pull request, in GitHub's Markdown: what changed and why, what that does to what
is deployed, what is left to a person, and how to undo it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from ...engine.results import FileError, Found
from ...report.held import held_back
from ...report.text import IMPACTS, NO_IMPACT, PLAN_LIMITS
from ...rules.transform import Impact, Tier
from ..records import Diff, ModulePlan, Phase, Record, State, Summary
from .markdown import block, code, plain, row
from .tally import about, counted

LIMIT = 65_536
"""The most characters that GitHub takes as the text of a pull request."""

_RESERVE = 500  # for the lines that tell of what did not fit
_RULES = 40
_ABOUT = 200
_ADDRESSES = 20
_COMMITS = 20
_REASON = 500
_NAMED = 5
_LOUDEST_FIRST = (Impact.REPLACE, Impact.CREATE, Impact.UPDATE, Impact.NONE)


def body(summary: Summary, record: Record) -> str:
    """The text, which ends with lists that are cut where it would become too long."""
    head = [*_opening(summary, record), *_changes(summary, record), *_impact(record)]
    tail = [*_undo(record)]
    room = LIMIT - _RESERVE - _length([*head, *tail])
    plans = _plans(record, room // 4)
    room -= _length(plans)
    left = _left(record, room // 2)
    files = _files(record, room - _length(left))
    return "\n".join([*head, *plans, *left, *files, *tail])[:LIMIT]


def _opening(summary: Summary, record: Record) -> Iterator[str]:
    fixes = counted(len(record.fixed), "fix", "fixes")
    files = counted(len(record.diffs), "file", "files")
    yield (
        f"The campaign **{plain(summary.name)}** makes {fixes} in {files} of this repository "
        f"(+{record.added:,} −{record.removed:,} lines). "
        "All else in these files, comments and layout included, is as it was."
    )
    yield ""
    validated = record.steps.get(Phase.VALIDATE)
    if validated and validated.state is State.DONE:
        if validated.reason:
            yield f"The changed modules were validated: {plain(validated.reason)}."
            yield "No other module has an error that it did not have before."
        else:
            yield "The changed modules were validated: none has an error that it did not have before."
        yield ""


def _changes(summary: Summary, record: Record) -> Iterator[str]:
    rules = Counter(one.rule for one in record.fixed).most_common()
    if not rules:
        return
    yield "### What changes and why"
    yield ""
    yield "| Rule | Fixes | Why |"
    yield "| --- | ---: | --- |"
    for rule, number in rules[:_RULES]:
        yield row(code(rule), f"{number:,}", plain(about(summary, rule)[:_ABOUT]))
    if len(rules) > _RULES:
        others = rules[_RULES:]
        yield row(f"{len(others)} other rules", f"{sum(number for _, number in others):,}", "")
    yield ""


def _impact(record: Record) -> Iterator[str]:
    counts = Counter(one.impact for one in record.fixed)
    if not counts:
        return
    tiers = Counter(one.tier for one in record.fixed)
    yield "### What it does to what is deployed"
    yield ""
    for impact in (one for one in _LOUDEST_FIRST if counts[one]):
        does = IMPACTS[impact] or NO_IMPACT
        mark = "⚠️ " if impact is Impact.REPLACE else ""
        at = sorted({one.address for one in record.fixed if one.impact is impact and one.address})
        line = f"- {mark}{does[:1].upper()}{does[1:]} ({counted(counts[impact], 'fix', 'fixes')})"
        if at and impact is not Impact.NONE:
            line += ": " + ", ".join(code(address) for address in at[:_ADDRESSES])
            line += f" and {len(at) - _ADDRESSES} more" if len(at) > _ADDRESSES else ""
        yield line
    yield ""
    told = ", ".join(f"{tiers[tier]:,} {tier.value}" for tier in Tier if tiers[tier])
    yield f"Fixes by tier: {told}."
    yield ""
    for held in held_back(record.found):
        yield f"- {plain(str(held))}"
    yield ""


def _plans(record: Record, room: int) -> list[str]:
    """What Terraform plans for each root module, what is not proved first."""
    ordered = sorted(record.plans, key=lambda one: not (one.not_proved or one.unannounced))
    text = _fitting("### The plan of each module", [partial(_plan, one) for one in ordered], room)
    return [*text, f"Planned by Terraform against a simulated deployment. {PLAN_LIMITS}", ""] if text else []


def _plan(one: ModulePlan) -> str:
    module = code(one.module)
    if one.not_proved:
        return f"- ⚠️ {module}: not proved: {plain(one.not_proved[:_REASON])}"
    line = f"- {'⚠️ ' if one.unannounced else ''}{module}: {plain(one.summary)}"
    if one.unannounced:
        line += f"  \n      No fix announces: {', '.join(map(code, one.unannounced[:_ADDRESSES]))}"
    return line


def _left(record: Record, room: int) -> list[str]:
    """The findings that a person must see to and the files that could not be read, to be ticked off."""
    items = [
        *(partial(_item, one) for one in record.found),
        *(partial(_unreadable, one) for one in record.errors),
    ]
    return _fitting("### Left to you", items, room)


def _item(one: Found) -> str:
    at = f" at {code(one.address)}" if one.address else ""
    item = f"- [ ] {code(f'{one.path}:{one.line}')} {plain(one.message)} ({code(one.rule)}{at})"
    if one.is_held:
        item += f"  \n      Held back (tier {one.tier.value}): {plain(one.reason)}"
    elif one.reason:
        item += f"  \n      Not fixed: {plain(one.reason)}"
    if one.advice:
        item += "\n\n" + block(one.advice, indent=6) + "\n"
    return item


def _unreadable(one: FileError) -> str:
    where = f"{one.path}:{one.line}" if one.line else one.path
    return f"- [ ] {code(where)} could not be read: {plain(one.message)}"


def _files(record: Record, room: int) -> list[str]:
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    for one in record.fixed:
        rules[one.path][one.rule] += 1
    items = [partial(_file, one, rules[one.path]) for one in record.diffs]
    return _fitting(f"### {counted(len(record.diffs), 'file', 'files')} changed", items, room)


def _file(one: Diff, rules: Counter[str]) -> str:
    names = [
        code(rule) + (f" × {number}" if number > 1 else "") for rule, number in rules.most_common(_NAMED)
    ]
    if len(rules) > _NAMED:
        names.append(f"{len(rules) - _NAMED} more rules")
    return f"- {code(one.path)} +{one.added} −{one.removed}" + (f": {', '.join(names)}" if names else "")


def _undo(record: Record) -> Iterator[str]:
    yield "### How to undo it"
    yield ""
    yield "- Before the merge: close this pull request and delete its branch; nothing else was touched."
    yield "- After the merge: press “Revert” here."
    if 0 < len(record.commits) <= _COMMITS:
        ids = " ".join(one.id[:12] for one in reversed(record.commits))
        yield f"- Where the commits were merged as they are: {code(f'git revert {ids}')}."


def _fitting(title: str, items: Sequence[Callable[[], str]], room: int) -> list[str]:
    """A title with as many items as there is room for, and a line that counts the others."""
    fitting = [title, ""] if items else []
    for number, item in enumerate(items):
        line = item()
        room -= len(line) + 1
        if room < 0:
            fitting += ["", f"… and {len(items) - number:,} more: the campaign's report lists them all."]
            break
        fitting.append(line)
    return [*fitting, ""] if fitting else []


def _length(lines: Iterable[str]) -> int:
    return sum(len(line) + 1 for line in lines)
