"""Where the rest of the repository names an IAM entity: other roots, Terragrunt, workflows, scripts, data."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from tffix import SILENT, Module

from ._iam_bearers import bearers_of
from ._iam_mentions import find_mentions, named
from ._iam_names import HardCoded

_CONFIGURATION = (".tf", ".tofu", ".tf.json", ".tofu.json")
_TELLING = re.compile(r"[^A-Za-z]|[a-z][A-Z]")
"""What makes a name more than a word, so that wherever it stands it is likely the name."""


def mentioned_around(found: HardCoded, module: Module) -> str:
    """The places in the repository that name the entity, as a clause; nothing if there are none. The modules
    that calls tie to this one are left out."""
    if module.repository is None:
        return ""
    if not module.repository.is_complete:
        return "the repository is too large to look through for the name"
    places = list(dict.fromkeys(_places(found, module)))
    if not places:
        return ""
    more = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
    return f"{places[0]}{more} names it too"


def makes_its_own(found: HardCoded, other: Module) -> bool:
    """Whether a module makes an entity of the same name and means that: a copy of a root for another
    environment, as a rule."""
    return any(bearers_of(found.block.labels[0], name, other) for name in found.instances)


def _places(found: HardCoded, module: Module) -> Iterator[str]:
    repository = module.repository
    assert repository is not None
    looked_at = set()
    for name in found.instances:
        for place in repository.mentions(name, but=module.group.files):
            if place.path.endswith(SILENT):
                continue
            folder, file = os.path.split(place.path)
            other = repository.module(folder) if file.endswith(_CONFIGURATION) else None
            if other is not None and file not in other.unreadable:
                if folder not in looked_at:
                    looked_at.add(folder)
                    yield from _of_another_root(found, other)
            elif _TELLING.search(name) or re.search(found.kind.hint, place.text, re.IGNORECASE):
                yield str(place)


def _of_another_root(found: HardCoded, other: Module) -> Iterator[str]:
    """The mentions in a module of its own, unless it makes an entity of that name itself."""
    if makes_its_own(found, other):
        return
    for mention in find_mentions(named(found), other):
        path, line, _ = other.place(mention.attribute)
        yield f"{path}:{line}"
