"""Reads relations.txt: the relations that no schema states, each with where it is written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from relation_formulas import Formula

TABLE = Path(__file__).with_name("relations.txt")
_LISTS = ("in", "out", "has", "lacks")
_NUMBERS = ("least", "most", "over", "under", "multiple", "items_least", "items_most")


def added(text: str) -> dict[str, list[Any]]:
    """The relations of a table by type, as records of the facts."""
    found: dict[str, list[Any]] = {}
    source = ""
    for line in text.splitlines():
        if line.startswith("= "):
            source = line.removeprefix("= ")
        elif line and not line.startswith("#"):
            where, _, rule = line.partition(": ")
            type_name, _, at = where.partition(" ")
            conditions, _, need = rule.rpartition(" => ")
            when = [_formula(one) for one in conditions.split(" & ")] if conditions else []
            found.setdefault(type_name, []).append(
                {"at": at, "when": when, "need": _formula(need), "by": source}
            )
    return found


def _formula(text: str) -> Formula:
    alternatives = [_atom(one) for one in text.split(" or ")]
    return alternatives[0] if len(alternatives) == 1 else ["any", *alternatives]


def _atom(text: str) -> Formula:
    path, verb, *operands = text.split(" ")
    if verb in _LISTS:
        return [verb, path, operands[0].split(",")]
    if verb in _NUMBERS:
        return [verb, path, int(operands[0])]
    return [verb, path, *(int(one) if re.fullmatch(r"\d+", one) else one for one in operands)]
