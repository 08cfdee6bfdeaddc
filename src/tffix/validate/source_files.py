"""A configuration file as Terraform gets it, and where in its text each item of its tree is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tffix.hcl.encoding import encoded
from tffix.hcl.tree import Attribute, Block, File, Gap, UnreadAttribute
from tffix.projection import read_leniently
from tffix.projection.json import JsonProjection
from tffix.terraform.module import Module

NOWHERE: Final = -1
_JSON: Final = json.JSONDecoder()


@dataclass(slots=True)
class SourceFile:
    """A configuration file of a module. `text` is what Terraform gets, changed in place at most, so that all
    places stay what they are; `tree` is what can be read of it, None if nothing can."""

    path: Path
    text: str
    tree: File | None
    module: Module
    changed: bool = False

    def replace(self, text: str) -> None:
        """Gives it another text, and reads that."""
        self.text, self.changed = text, True
        self.tree = read_leniently(encoded(text), str(self.path))
        others = {name: file for name, file in self.module.files.items() if name != self.path.name}
        self.module.files = others | ({self.path.name: self.tree} if self.tree else {})

    @property
    def is_json(self) -> bool:
        """Whether it is in JSON, whose places are known, and where nothing is changed."""
        return self._json is not None

    @property
    def _json(self) -> JsonProjection | None:
        projection = self.tree.projection if self.tree else None
        return projection if isinstance(projection, JsonProjection) else None

    # -- where items are ---------------------------------------------------------------------------------

    def start(self, item: Attribute | Block) -> int:
        """Where an item begins in the text."""
        return self._place(item.offset)

    def value(self, attribute: Attribute) -> int:
        """Where the value of an attribute begins."""
        return self._place(attribute.value_offset)

    def brace(self, block: Block) -> int:
        """Where the opening brace of a block is; in JSON, where the block begins."""
        return self.start(block) + (0 if self.is_json else len(block.type) + block.brace)

    def end(self, item: Attribute | Block) -> int:
        """Where an item ends: past its value, or its closing brace."""
        if self.is_json:
            return _end_of_json(self.text, self.start(item))
        if isinstance(item, Attribute):
            return self.value(item) + len(item.source)
        inside = len(item.type) + len(item.opening) + len(item.body.text) + len(item.closing)
        return self.start(item) + inside

    def path_to(self, offset: int) -> tuple[list[Block], Attribute | None]:
        """The blocks around a place, outermost first, and the argument that it is in."""
        inside: list[Block] = []
        body = self.tree.body if self.tree else None
        while body is not None:
            found: Attribute | Block | None = None
            for item in body.items:
                if not isinstance(item, Gap):
                    if self.start(item) > offset:
                        break
                    found = item
            if found is None or offset >= self._reach(found):
                break
            if isinstance(found, Attribute):
                return inside, found
            inside.append(found)
            body = found.body
        return inside, None

    def _reach(self, item: Attribute | Block) -> int:
        """Past what is said of an item: what an expression lacks is missing at the end of its line."""
        more = len(item.trailing) if isinstance(item, UnreadAttribute) else 0
        return max(self.end(item) + more, self.start(item) + 1)

    def _place(self, offset: int | None) -> int:
        """The place in the text of what is at an offset of the tree's source."""
        if self.tree is None or offset is None:
            return NOWHERE
        found = self._json
        return found.origin(offset) if found is not None else offset + self.tree.has_bom


def _end_of_json(text: str, start: int) -> int:
    """Past a value that begins at a place, or past a member whose key does."""
    try:
        _, end = _JSON.raw_decode(text, start)
        after = len(text) - len(text[end:].lstrip())
        if text.startswith(":", after):
            value = len(text) - len(text[after + 1 :].lstrip())
            _, end = _JSON.raw_decode(text, value)
    except ValueError:
        return start + 1  # a number with more digits than Python reads
    return end
