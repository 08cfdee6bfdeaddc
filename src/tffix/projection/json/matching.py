"""Which items of a JSON file's view are which after an edit."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeAlias

from ...hcl.json_spelling import encoded
from ...hcl.json_text import Object
from ...hcl.scanner import scan
from ...hcl.tree import Attribute, Block
from .shapes import Reading, Shape
from .values import label
from .viewing import ShownBlock

Known: TypeAlias = tuple[Block, ShownBlock]
"""A block of the view with what it stands for."""


def matched(
    old: Sequence[Known], new: Sequence[Block]
) -> tuple[list[tuple[Known, Block]], list[Known], list[Block]]:
    """Which new block is which old one; the old ones that are gone, and the new ones that are to be made."""
    found: list[tuple[Known, Block]] = []
    gone: list[Known] = []
    come: list[Block] = []
    by_header: dict[tuple[str, tuple[str, ...]], tuple[list[Known], list[Block]]] = {}
    for one in old:
        by_header.setdefault((one[0].type, one[0].labels), ([], []))[0].append(one)
    for block in new:
        by_header.setdefault((block.type, block.labels), ([], []))[1].append(block)
    for olds, news in by_header.values():
        if len(olds) == len(news):
            found += zip(olds, news, strict=True)
            continue
        matcher = SequenceMatcher(None, [_text(b) for b, _ in olds], [_text(b) for b in news], False)
        for _, a, b, c, d in matcher.get_opcodes():
            pairs = min(b - a, d - c)
            found += zip(olds[a : a + pairs], news[c : c + pairs], strict=True)
            gone += olds[a + pairs : b]
            come += news[c + pairs : d]
    for block in list(come):
        alike = [one for one in gone if one[0].type == block.type and len(one[0].labels) == len(block.labels)]
        same = [one for one in alike if _text(one[0]) == _text(block)]
        near = [one for one in alike if sum(map(str.__ne__, one[0].labels, block.labels)) == 1]
        for candidates in (same, near):
            if block.labels and len(candidates) == 1:
                found.append((candidates[0], block))
                gone.remove(candidates[0])
                come.remove(block)
                break
    return found, gone, come


def renames(before: Attribute, after: Attribute, reading: Reading, shape: Shape) -> bool:
    """Whether an argument seems to be another one by a new name."""
    return words(after.source) == words(before.source) and shape.reading(after.name) is reading


def relabelled(known: ShownBlock, before: Block, after: Block) -> bool:
    """Gives a block other labels where it stands; False if others stand under one of them too."""
    keyed = [(number, holder, entry) for number, (holder, entry) in enumerate(known.path) if entry.key]
    for place, (old, new) in enumerate(zip(before.labels, after.labels, strict=True), 1):
        if old == new:
            continue
        number, holder, _ = keyed[place]
        alone = all(len(inner.entries) == 1 for inner, _ in known.path[number + 1 :])
        if not alone or (isinstance(holder, Object) and holder.get(label(new)) is not None):
            return False
    for place, (old, new) in enumerate(zip(before.labels, after.labels, strict=True), 1):
        if old != new:
            keyed[place][2].key = encoded(label(new))
    return True


def detach(known: ShownBlock) -> None:
    """Takes a block out, and with it what holds nothing any more."""
    for holder, entry in reversed(known.path):
        holder.remove(entry)
        if holder.entries:
            break


@lru_cache(maxsize=4096)
def words(source: str) -> tuple[str, ...]:
    """The tokens of a source text, layout and comments aside."""
    tokens = scan(source + "\n")
    return tuple(
        tokens.text[tokens.starts[i] : tokens.starts[i + 1]]
        for i, kind in enumerate(tokens.kinds)
        if kind not in ("space", "comment", "newline")
    )


def _text(block: Block) -> tuple[str, ...]:
    return words(f"x {{\n{block.body.text}\n}}")
