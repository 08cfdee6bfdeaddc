"""Which arguments of AWS resources must fit each other, as cfn-lint has it.

Facts: `relations.json`, which tools/build_relations.py writes, with its sources. Where all of ``when`` is
true, ``need`` must be true. Both are formulas: lists that begin with a verb.

- ``["all", …]``, ``["any", …]``: of formulas
- ``["set", path]``, ``["unset", path]``; ``["written", path]``, ``["unwritten", path]``: of an argument
  that is there, whatever its value is, and whatever the provider may compute without it
- ``["in", path, values]``, ``["out", path, values]``: the value as a text is one of these, or none
- ``["like", path, pattern]``, ``["unlike", path, pattern]``: the pattern occurs in the text
- ``["least", path, number]``, ``["most", …]``, ``["over", …]``, ``["under", …]``, ``["multiple", …]``
- ``["has", path, values]``, ``["lacks", path, values]``: one of these is an element of the list
- ``["items_least", path, number]``, ``["items_most", …]``: of a list, or of nested blocks
- ``["each_like", path, pattern]``: the pattern occurs in each element of the list; or ``ipv4``, ``ipv6``:
  each is an address
- ``["keys_out", path, values]``: none of these is a key of the map
- ``["same", path, path]``, ``["least_of", path, path]``: equal to another value, or not less than it
- ``["apart", path, path, number]``: greater than another value by so much at least

Paths are dotted, and begin at the block that the relation is about. That of an argument of another resource
is behind the argument that refers to it: ``event_source_arn>aws_sqs_queue>fifo_queue``. ``=`` and a text
behind a path is the value where nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

FILE_NAME = "relations.json"

Formula = list[Any]


@dataclass(frozen=True, slots=True)
class Relation:
    """What must be true of the arguments of a resource, or of nested blocks at a path inside of it."""

    at: tuple[str, ...]
    when: tuple[Formula, ...]
    need: Formula
    source: str  # the rule of cfn-lint that says so, or `schema`: AWS's own for CloudFormation


def relations(resource_type: str) -> tuple[Relation, ...]:
    """The relations of a resource type; none where none are known."""
    return _relations().get(resource_type, ())


def types() -> frozenset[str]:
    """The resource types that have relations."""
    return frozenset(_relations())


@cache
def _relations() -> Mapping[str, tuple[Relation, ...]]:
    content = json.loads(resources.files("tffix.facts").joinpath(FILE_NAME).read_text("utf-8"))
    lists = {
        name: [f"{before}.{one}" for before, after in values.items() for one in after.split()]
        for name, values in content["lists"].items()
    }
    return {
        name: tuple(_relation(one, lists) for one in records)
        for name, records in content["relations"].items()
    }


def _relation(record: Any, lists: dict[str, list[str]]) -> Relation:
    at = tuple(filter(None, record["at"].split(".")))
    when = tuple(_whole(one, lists) for one in record["when"])
    return Relation(at, when, _whole(record["need"], lists), record["by"])


def _whole(formula: Formula, lists: dict[str, list[str]]) -> Formula:
    """A formula with long lists where their names are."""
    return [
        _whole(one, lists) if isinstance(one, list) else lists.get(one, one) if isinstance(one, str) else one
        for one in formula
    ]
