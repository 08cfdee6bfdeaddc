"""What is at hand while a program is edited: its view before and after, and the edits so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...hcl import parse
from ...hcl.tree import Block
from .constructs import Construct
from .importing import Imports
from .placing import Place
from .source import Edit
from .viewing import ShownBody, View

Key = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Altered:
    """A block of the edited view that the program has, with its form before."""

    made: Construct
    body: ShownBody
    old: Block
    new: Block


@dataclass(slots=True, eq=False)
class New:
    """A statement to be written. ``like`` is the construct whose ways it follows; ``instead`` one whose
    statement it takes."""

    key: Key
    block: Block
    place: Place
    like: Construct
    target: str = ""
    instead: Construct | None = None
    is_written: bool = False


class Draft:
    """One program that is being edited so that its view becomes another text."""

    def __init__(self, view: View, text: str) -> None:
        self.view = view
        self.program = view.program
        self.source = view.source
        self.imports = Imports(self.program)
        self.edits: list[Edit] = []
        self.before = keyed(view.hcl, self.source.path)
        self.after = keyed(text, self.source.path)
        self.removed = [view.shown[key][0] for key in self.before if key not in self.after]
        self.added = {key: block for key, block in self.after.items() if key not in self.before}

    def altered(self) -> list[Altered]:
        """The blocks that stay and are not as they were; the settings of Terraform left out."""
        return [
            Altered(*self.view.shown[key], self.before[key], block)
            for key, block in self.after.items()
            if key in self.before and key[0] != "terraform" and self.before[key].text != block.text
        ]

    def library(self) -> str:
        """``cdktf`` or ``cdktn``, whichever the program imports."""
        found = Counter(path.partition(".")[0] for path in self.program.bindings.names.values())
        return "cdktn" if found["cdktn"] > found["cdktf"] else "cdktf"


def keyed(hcl: str, path: str) -> dict[Key, Block]:
    """The blocks of a view by type and labels; those that have them in common are told apart by order."""
    found: dict[Key, Block] = {}
    for block in parse(hcl.encode("utf-8"), path).body.blocks():
        key: Key = (block.type, *block.labels)
        while key in found:
            key = (*key, "")
        found[key] = block
    return found
