"""Which attributes of resources and data sources are sensitive.

Facts: `sensitive.json`, which tools/build_sensitive.py writes from the schemas of providers.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources


def sensitive(kind: str, type_name: str) -> frozenset[str]:
    """The attributes of a type of ``resource`` or ``data`` that are sensitive in every version of which that
    is known."""
    return frozenset(_table().get(kind, {}).get(type_name, ()))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = resources.files("tffix.facts").joinpath("sensitive.json").read_text("utf-8")
    table = json.loads(text)
    return {kind: table[kind] for kind in ("resource", "data")}
