"""Proves fixes: plans a module with them against its deployment without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from tffix.plan.errors import NotPlanned
from tffix.plan.results import Action, Plan, Verb
from tffix.plan.session import Deployment, Tree
from tffix.plan.summary import summary

Impact = Literal["none", "update", "create", "replace"]

_CHANGES: Final = (Verb.UPDATE, Verb.UNCERTAIN)
_STEP: Final = re.compile(r"module\.([\w-]+)(?:\[[^\]]*\])?\.")
_HARMLESS: Final = ("random_", "time_", "terraform_data", "null_resource")
"""Types that stand for nothing in a cloud: a fix may add them to make a name."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a fix says: in the module of a directory, at an address (of a resource or of anything else)."""

    directory: Path
    address: str
    impact: Impact


def prove(
    deployment: Deployment, contents: Mapping[Path, bytes], fixes: Sequence[Announcement]
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """What the plan of a module with changed files does, in one line and one by one, and what of that no fix
    announces."""
    old = deployment.module
    try:
        plan = deployment.plan(Tree(old.directory, contents))
    except NotPlanned as error:
        return "", (), (f"it cannot be planned any more: {error}",)
    strange = beyond_usual(deployment, unannounced(plan, fixes))
    return summary(plan), tuple(map(str, plan.actions)), tuple(map(str, strange))


def beyond_usual(deployment: Deployment, strange: list[Action]) -> list[Action]:
    """What of these actions a module does not do at every plan, as with `timestamp()`."""
    if not strange:
        return []
    usual = {(one.verb, one.address) for one in deployment.plan(deployment.module).actions}
    return [one for one in strange if (one.verb, one.address) not in usual]


def unannounced(plan: Plan, fixes: Sequence[Announcement]) -> list[Action]:
    """The actions of a plan that none of the fixes announces."""
    return [one for one in plan.actions if not _is_announced(one, plan, fixes)]


def _is_announced(action: Action, plan: Plan, fixes: Sequence[Announcement]) -> bool:
    if action.verb in (Verb.MOVE, Verb.IMPORT):
        return True  # nothing happens to the object
    impacts = {one.impact for one in fixes}
    if action.verb is Verb.ADD:
        return action.type.startswith(_HARMLESS) or "create" in impacts or _takes_a_place(plan, fixes)
    if _is_consequence(action) and impacts - {"none"}:
        return True
    own = set(_impacts_at(action, plan, fixes))
    if action.verb in _CHANGES:
        return bool(own & {"update", "replace"})
    return "replace" in own


def _takes_a_place(plan: Plan, fixes: Sequence[Announcement]) -> bool:
    """Whether something is changed as a fix announces that replaces it: what is made instead may have another
    address."""
    others = (one for one in plan.actions if one.verb not in (Verb.ADD, Verb.MOVE))
    return any("replace" in _impacts_at(one, plan, fixes) for one in others)


def _is_consequence(action: Action) -> bool:
    """Whether an object changes only because another one does, whose new attributes are not known yet."""
    return bool(action.attributes) and set(action.attributes) <= action.unknown


def _impacts_at(action: Action, plan: Plan, fixes: Iterable[Announcement]) -> Iterator[Impact]:
    """The impacts of the fixes that name the object of an action; one that names no resource may mean any in
    its module and below."""
    for address in filter(None, (action.address, action.former)):
        keys, own = _steps(address)
        directories = [plan.directories.get(".".join(keys[:count])) for count in range(len(keys) + 1)]
        for fix in fixes:
            is_here = fix.directory == directories[-1]
            if (is_here and fix.address == own) or (
                fix.directory in directories and not _names_resource(fix.address)
            ):
                yield fix.impact


def _steps(address: str) -> tuple[list[str], str]:
    """The names of the modules on the way to an object, and its address in the last, without indexes."""
    keys: list[str] = []
    while match := _STEP.match(f"{address}."):
        keys.append(match[1])
        address = address[match.end() :]
    return keys, re.sub(r"\[.*\]$", "", address)


def _names_resource(address: str) -> bool:
    first = address.partition(".")[0]
    return first not in ("", "var", "local", "locals", "output", "module", "provider", "terraform", "data")
