"""Changes of files that are links: what others see through a link of their own must suit them too."""

from __future__ import annotations

import os
from collections import Counter

from ..hcl import HclSyntaxError
from ..projection import read
from .results import Change


def why_not_through_link(change: Change) -> str:
    """Why a change must not be made to the target of a link, as a clause; nothing if it may: the target
    may be shared, or one of several, so that no block is moved, added or taken out to suit one module."""
    if change.old is None or not os.path.islink(change.path):
        return ""
    if _headers(change.old, change.path) == _headers(change.new, change.path):
        return ""
    target = os.path.relpath(os.path.realpath(change.path))
    return f"{change.path} is a link to {target}, whose blocks and requirements other modules may use"


def _headers(data: bytes, path: str) -> Counter[tuple[str, ...]]:
    """The types and labels of the blocks at the top of a file, and what its terraform blocks require; what
    cannot be read has none."""
    try:
        file = read(data, path)
    except HclSyntaxError:
        file = None
    if file is None:
        return Counter()
    found = Counter((block.type, *block.labels) for block in file.blocks())
    for settings in file.blocks():
        if settings.type == "terraform":
            found.update(("terraform", one.name) for one in settings.body.attributes)
            for block in settings.blocks():
                found.update(("terraform", block.type, one.name) for one in block.body.attributes)
    return found
