"""Holds a changed program to what was wanted of it, by viewing it anew: an edit that went astray shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ...hcl.tree import Block
from .. import Refused

Key = tuple[str, ...]


def check(before: Mapping[Key, Block], wanted: Mapping[Key, Block], found: Mapping[Key, Block]) -> None:
    """Raises Refused if a program is not shown as its edited view was: what no edit concerns as it was, what
    was changed or added with the arguments and blocks that it should have. Values are not compared, as what
    stands for a reference in Python may be shown in other words."""
    for key, block in wanted.items():
        if key[0] in ("terraform", "locals"):  # made into constructs and variables of other names
            continue
        shown = found.get(key)
        told = " ".join(key)
        if shown is None:
            raise Refused(f"the program would not make '{told}' as it should")
        is_same = key in before and before[key].text == block.text
        if is_same and shown.text.split() != block.text.split():
            raise Refused(f"the edit would change '{told}', which it does not concern")
        if Counter(_outline(shown)) != Counter(_outline(block)):
            raise Refused(f"the program would not make '{told}' with the arguments that it should have")
    gone = {key for key in before if key not in wanted}
    if any(key in found for key in gone):
        raise Refused("the program would still make what is to go")


def _outline(block: Block, within: Key = ()) -> Iterator[Key]:
    """The names of a block's arguments and blocks, at any depth."""
    for attribute in block.body.attributes:
        yield (*within, attribute.name)
    for inner in block.blocks():
        here = (*within, inner.type, *inner.labels)
        yield here
        yield from _outline(inner, here)
