"""Which changes of a resource replace it, and which are made in place: mostly what AWS's schemas say.

The table is replacements.txt, with its sources at the top; `tools/build_replacements.py` writes it. What is
not in it is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

FILE_NAME = "replacements.txt"

_REPLACES, _CHANGES = "!", "~"


def replaces(resource_type: str, path: str) -> bool | None:
    """Whether a change of an argument, by its dotted path, replaces the resource; None where not known."""
    known = _table().get(resource_type, {})
    steps = path.split(".")
    paths = (".".join(steps[:count]) for count in range(len(steps), 0, -1))
    return next((known[one] for one in (*paths, "*") if one in known), None)


@cache
def _table() -> Mapping[str, Mapping[str, bool]]:
    text = resources.files("tffix.facts").joinpath(FILE_NAME).read_text("utf-8")
    return {
        words[0]: dict(_marked(words[1:]))
        for line in text.splitlines()
        if not line.startswith("#") and (words := line.split())
    }


def _marked(words: list[str]) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    replaced = False
    for word in words:
        if word in (_REPLACES, _CHANGES):
            replaced = word == _REPLACES
        else:
            found.append((word, replaced))
    return found
