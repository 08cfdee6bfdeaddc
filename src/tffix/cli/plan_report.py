"""What `tffix plan` prints: for people, for programs, for GitHub, and as Markdown for a pull request."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..plan import Action, Plan, Verb, summary
from ..plan.masking import masked
from ..report.colour import Palette, is_wanted
from ..report.github import escaped, escaped_property
from ..report.shown import json_text, shown
from ..report.text import PLAN_LIMITS
from ..validate import Diagnostic


class PlanOutput(enum.StrEnum):
    """The forms of a plan."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Planned:
    """A module with its plan, or with the reason why it has none and what Terraform said."""

    module: str
    plan: Plan | None
    reason: str
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changes(self) -> bool:
        return self.plan is not None and not self.plan.is_empty


_SIGNS = {
    Verb.ADD: "+",
    Verb.UPDATE: "~",
    Verb.UNCERTAIN: "?",
    Verb.REPLACE: "-/+",
    Verb.DESTROY: "-",
    Verb.IMPORT: "<-",
    Verb.FORGET: "x",
    Verb.MOVE: "->",
}
_LONGEST = 80
"""Of a value in a tree, in characters."""


def report(
    planned: Sequence[Planned],
    output: PlanOutput,
    since: str | None,
    notes: Sequence[str] = (),
    colour: bool | None = None,
) -> str:
    """``since`` is what the modules are compared with; None for plans of what is not deployed."""
    if output is PlanOutput.JSON:
        return _json(planned) + "\n"
    if output is PlanOutput.GITHUB:
        lines = [line for one in planned for line in _github(one)]
    elif output is PlanOutput.MARKDOWN:
        lines = [line for one in planned for line in _markdown(one, since)] + [f"_{PLAN_LIMITS}_"]
    else:
        palette = Palette(is_wanted(colour))
        lines = [line for one in planned for line in _text(one, since, palette)]
        lines += [palette.dim(shown(one)) for one in (*notes, PLAN_LIMITS)]
    return "".join(f"{line}\n" for line in lines)


def _json(planned: Sequence[Planned]) -> str:
    """Terraform's own format for one module; several are in a list, with their directories."""
    if len(planned) == 1 and planned[0].plan is not None:
        return json_text(masked(planned[0].plan.document))
    modules = [
        {
            "module": one.module,
            "plan": masked(one.plan.document) if one.plan is not None else None,
            "not_planned": one.reason,
        }
        for one in planned
    ]
    return json_text({"modules": modules})


def _github(one: Planned) -> Iterator[str]:
    if one.plan is None:
        yield f"::error title=Not planned::{escaped(shown(f'{one.module}: {one.reason}'))}"
    else:
        level = "notice" if one.plan.is_empty else "warning"
        title = escaped_property(shown(f"Plan of {one.module}"))
        yield f"::{level} title={title}::{escaped(shown(summary(one.plan)))}"


def _markdown(one: Planned, since: str | None) -> Iterator[str]:
    yield f"### `{shown(one.module)}`"
    yield ""
    if one.plan is None:
        yield f"Not planned: {shown(one.reason)}"
    else:
        yield _counted(one.plan, since)
        yield ""
        for action in one.plan.actions:
            yield f"- {_SIGNS[action.verb]} `{shown(str(action))}`"
        yield from (f"- not covered: {shown(note)}" for note in one.plan.notes)
    yield ""


def _counted(plan: Plan, since: str | None) -> str:
    counts = plan.counts()
    if plan.is_empty and since is not None:
        return f"No changes since {shown(since)}."
    told = [
        f"{number} to {verb.value}" for verb, number in sorted(counts.items(), key=lambda one: one[0].name)
    ]
    return ", ".join(told) + "." if told else "No resources."


def _text(one: Planned, since: str | None, palette: Palette) -> Iterator[str]:
    if one.plan is None:
        yield f"{palette.bold(shown(one.module))}: {palette.red('not planned')}: {shown(one.reason)}"
        for other in one.diagnostics[1:]:
            yield f"  {shown(f'{other.summary}: {other.detail}')}"
        return
    yield f"{palette.bold(shown(one.module))}: {_counted(one.plan, since)}"
    values = _changes(one.plan.document)
    for action in one.plan.actions:
        yield _coloured(action, palette)
        if action.verb is not Verb.MOVE:
            yield from _values(action, values.get(action.address, {}))
    for note in one.plan.notes:
        yield palette.dim(f"  not covered: {shown(note)}")


def _coloured(action: Action, palette: Palette) -> str:
    paint = {Verb.ADD: palette.green, Verb.IMPORT: palette.green, Verb.MOVE: palette.cyan}.get(
        action.verb, palette.red if action.verb in (Verb.REPLACE, Verb.DESTROY) else palette.yellow
    )
    what = action.address if action.verb is Verb.ADD else str(action)
    return paint(f"  {_SIGNS[action.verb]} {shown(what)}")


def _changes(document: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    found = masked(document).get("resource_changes", [])
    return {str(one["address"]): one["change"] for one in found}


def _values(action: Action, change: Mapping[str, Any]) -> Iterator[str]:
    """What is set in a new object; in another one, what differs."""
    before, after = change.get("before") or {}, change.get("after") or {}
    unknown = change.get("after_unknown") or {}
    if action.verb in (Verb.DESTROY, Verb.FORGET, Verb.IMPORT):
        return
    for name in sorted({*after, *action.attributes}):
        old, new = before.get(name), after.get(name)
        pending = unknown.get(name) is True
        if action.verb is Verb.ADD:
            if new not in (None, [], {}, ""):
                yield f"      {shown(name)} = {_value(new)}"
        elif old != new or pending:
            yield f"      {shown(name)}: {_value(old)} -> {'(known after apply)' if pending else _value(new)}"


def _value(value: Any) -> str:
    text = shown(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
