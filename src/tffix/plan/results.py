"""A plan as a value: what it does to each resource, and how many it adds, changes, replaces and destroys."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tffix.plan.disarming import PROVIDER
from tffix.plan.replacing import is_certain


class Verb(enum.Enum):
    """What is done to a resource."""

    ADD = "add"
    UPDATE = "update"
    UNCERTAIN = "update or replace"  # nothing is known of how the provider makes this change
    REPLACE = "replace"
    DESTROY = "destroy"
    IMPORT = "import"
    FORGET = "forget"
    MOVE = "move"


_VERBS = {
    ("create",): Verb.ADD,
    ("update",): Verb.UPDATE,
    ("delete",): Verb.DESTROY,
    ("delete", "create"): Verb.REPLACE,
    ("create", "delete"): Verb.REPLACE,
    ("forget",): Verb.FORGET,
    ("create", "forget"): Verb.REPLACE,
}
_STATES = ("before", "after", "after_unknown")
_STAND_IN_TYPE = f"{PROVIDER}_module"
_STAND_IN = f".{_STAND_IN_TYPE}.inputs"


@dataclass(frozen=True, slots=True)
class Action:
    """What a plan does to one resource: `attributes` are the arguments with which it changes, and of these
    `unknown` those whose new value is known only after the apply; `former` is its address until now."""

    verb: Verb
    address: str
    type: str
    attributes: tuple[str, ...] = ()
    unknown: frozenset[str] = frozenset()
    former: str = ""

    def __str__(self) -> str:
        detail = ", ".join(self.attributes)
        where = f"{self.former} to {self.address}" if self.verb is Verb.MOVE else self.address
        return f"{self.verb.value} {where}" + (f" ({detail})" if detail else "")

    @property
    def is_module(self) -> bool:
        """Whether it is a module that is not on the disk, of which only the inputs are seen."""
        return self.type == _STAND_IN_TYPE


@dataclass(frozen=True)
class Plan:
    """`document` is what `terraform show -json` prints of it; `notes` say in a line each what it does not
    cover: modules that are not on the disk, providers whose schemas are not known. `directories` has that of
    each module, by the names on the way to it (`network.subnets`; the root's is empty)."""

    module: Path
    document: Mapping[str, Any]
    notes: tuple[str, ...] = ()
    directories: Mapping[str, Path] = field(default_factory=dict)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """What is done, in the order of addresses; reading data is not among it."""
        found = [action for one in self.document.get("resource_changes", ()) for action in _actions(one)]
        return tuple(sorted(found, key=lambda one: (one.address, one.verb.value)))

    @cached_property
    def outputs(self) -> tuple[str, ...]:
        """The outputs of the root module that change."""
        changes = self.document.get("output_changes", {})
        return tuple(sorted(name for name, one in changes.items() if one.get("actions") != ["no-op"]))

    @property
    def is_empty(self) -> bool:
        """Whether nothing happens to any resource; a new address alone is not something that happens."""
        return all(one.verb is Verb.MOVE for one in self.actions)

    def counts(self) -> Counter[Verb]:
        return Counter(one.verb for one in self.actions)


def _actions(resource: Mapping[str, Any]) -> Iterator[Action]:
    change = resource["change"]
    if resource.get("mode") != "managed":
        return
    address = str(resource["address"]).removesuffix(_STAND_IN)
    former, type_name = (
        str(resource.get("previous_address", "")).removesuffix(_STAND_IN),
        str(resource["type"]),
    )
    if former and former != address:
        yield Action(Verb.MOVE, address, type_name, former=former)
    if change.get("importing") is not None:
        yield Action(Verb.IMPORT, address, type_name)
    verb = _VERBS.get(tuple(change["actions"]))
    if verb is None:
        return
    attributes: tuple[str, ...] = ()
    unknown: frozenset[str] = frozenset()
    if verb in (Verb.UPDATE, Verb.REPLACE):
        attributes, unknown = _differences(change)
    if verb is Verb.REPLACE and (paths := change.get("replace_paths")):
        attributes = tuple(sorted({str(path[0]) for path in paths if path}))
    if type_name == _STAND_IN_TYPE and "inputs" in attributes:
        given, pending = _differences({key: (change.get(key) or {}).get("inputs") for key in _STATES})
        attributes = tuple(sorted({*attributes, *given} - {"inputs"}))
        unknown = unknown - {"inputs"} | pending
    if verb is Verb.UPDATE and not is_certain(type_name, _paths(change)):
        verb = Verb.UNCERTAIN
    yield Action(verb, address, type_name, attributes, unknown, former)


def _differences(change: Mapping[str, Any]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The arguments that differ, and those of them that are not known yet, wholly or in part."""
    before, after = change.get("before") or {}, change.get("after") or {}
    pending = change.get("after_unknown") or {}
    unknown = {name for name, value in pending.items() if _has_true(value)}
    names = {name for name in {*before, *after} if before.get(name) != after.get(name)} | unknown
    return tuple(sorted(names)), frozenset(unknown)


def _paths(change: Mapping[str, Any]) -> list[str]:
    """The dotted paths of what differs, into blocks and through lists."""
    pending = change.get("after_unknown") or {}
    return list(_deep(change.get("before") or {}, change.get("after") or {}, pending))


def _deep(before: Any, after: Any, pending: Any) -> Iterator[str]:
    for name in sorted({*before, *after, *(pending if isinstance(pending, dict) else ())}):
        old, new = before.get(name), after.get(name)
        waits = pending.get(name) if isinstance(pending, dict) else None
        if old == new and not _has_true(waits):
            continue
        pairs = _blocks(old, new)
        if pairs is None or _has_true(waits):
            yield name
            continue
        for one, other in pairs:
            yield from (f"{name}.{path}" for path in _deep(one, other, {}))


def _blocks(old: Any, new: Any) -> list[tuple[Any, Any]] | None:
    """The objects of two lists in pairs; None for anything else."""
    if not isinstance(old, list) or not isinstance(new, list) or len(old) != len(new):
        return None
    pairs = list(zip(old, new, strict=True))
    return pairs if all(isinstance(one, dict) for pair in pairs for one in pair) else None


def _has_true(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_true, value.values()))
    if isinstance(value, list):
        return any(map(_has_true, value))
    return value is True
