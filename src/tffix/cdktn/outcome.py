"""What becomes of one file of a project."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..rules.codemod import Note


@dataclass(slots=True)
class Outcome:
    """``edits`` says what is changed in ``data``, ``notes`` what is left to a person."""

    data: bytes
    edits: list[Note] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


__all__ = ["Outcome"]
