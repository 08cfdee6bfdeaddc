"""A place that an entry of a table concerns, and what becomes of it."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from ...hcl.nodes import Expression
from ...hcl.tree import Attribute, Block


class Outcome(enum.Enum):
    """How a place ends. Each place that a guide concerns ends as one of these."""

    DONE = "done"  # it says the same for the new major
    KEPT = "kept"  # the old default is written out, so that nothing changes
    MOVED = "moved"  # a moved, import or removed block says what becomes of what is deployed
    DECIDE = "to decide"  # a person must say what is meant


@dataclass(frozen=True, slots=True)
class Hit:
    """One place. ``fix`` edits the module's trees; one that is to decide has none, and its ``advice`` names
    the choices."""

    outcome: Outcome
    at: Attribute | Block
    message: str
    fix: Callable[[], object] | None = None
    advice: str = ""
    within: Expression | None = None


def to_decide(
    at: Attribute | Block, question: str, advice: str = "", within: Expression | None = None
) -> Hit:
    """A place that a person must decide about."""
    return Hit(Outcome.DECIDE, at, question, None, advice, within)
