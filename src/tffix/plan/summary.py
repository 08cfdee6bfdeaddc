"""A plan in one line: `1 to add (random_id.suffix), 1 to replace (aws_iam_role.app: name), 0 to change`."""

from __future__ import annotations

from collections.abc import Iterable

from tffix.plan.results import Action, Plan, Verb

_ALWAYS = (
    (Verb.ADD, "to add"),
    (Verb.REPLACE, "to replace"),
    (Verb.UPDATE, "to change"),
    (Verb.DESTROY, "to destroy"),
)
_WHERE_SOME = (
    (Verb.UNCERTAIN, "to update or replace"),
    (Verb.IMPORT, "to import"),
    (Verb.MOVE, "to move"),
    (Verb.FORGET, "to forget"),
)
_SHOWN = 5
"""How many addresses are named of each kind."""


def summary(plan: Plan) -> str:
    """What a plan does, in one line."""
    counts = plan.counts()
    parts = [_part(plan, verb, words) for verb, words in _ALWAYS]
    parts[3:3] = [_part(plan, verb, words) for verb, words in _WHERE_SOME if counts[verb]]
    return ", ".join(parts)


def _part(plan: Plan, verb: Verb, words: str) -> str:
    actions = [one for one in plan.actions if one.verb is verb]
    named = f" ({', '.join(_names(actions))})" if actions else ""
    return f"{len(actions)} {words}{named}"


def _names(actions: list[Action]) -> Iterable[str]:
    for one in actions[:_SHOWN]:
        yield one.address + (f": {', '.join(one.attributes)}" if one.attributes else "")
    if len(actions) > _SHOWN:
        yield f"and {len(actions) - _SHOWN} more"
