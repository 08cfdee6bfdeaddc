"""What the verbs of a table do, one file each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ...terraform.module import Module
from ..table import Entry, Table
from .argument import argument
from .ask import ask
from .blocks import blocks
from .default import default
from .duplicate import duplicate
from .hit import Hit, Outcome
from .identify import identify
from .inline import inline
from .lift import lift
from .move import move
from .reference import reference
from .remove import remove
from .rename import rename
from .replace import replace
from .split import split
from .switch import switch
from .template import template
from .unwrap import unwrap
from .value import value

Verb = Callable[[Entry, Table, Module], Iterator[Hit]]

VERBS: Mapping[str, Verb] = {
    "argument": argument,
    "ask": ask,
    "blocks": blocks,
    "default": default,
    "duplicate": duplicate,
    "identify": identify,
    "inline": inline,
    "lift": lift,
    "move": move,
    "reference": reference,
    "remove": remove,
    "rename": rename,
    "replace": replace,
    "split": split,
    "switch": switch,
    "template": template,
    "unwrap": unwrap,
    "value": value,
}

__all__ = ["VERBS", "Hit", "Outcome"]
