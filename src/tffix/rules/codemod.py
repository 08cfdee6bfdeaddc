"""Codemods: transforms that rewrite files of any kind, a project at a time, from bytes to bytes.

What other transforms do to a module's trees, a codemod does to all files that it asks for by name. It never
opens one itself. What it changes is written together or not at all.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from .transform import Impact, Profile, Transform


@dataclass(frozen=True, slots=True)
class Note:
    """A place in a file. Lines and columns count from 1. ``holds``: while this stands, nothing is changed in
    the project that the file belongs to."""

    path: str
    line: int
    column: int
    message: str
    advice: str = ""
    holds: bool = False


@dataclass(slots=True)
class Rewriting:
    """What a codemod makes of some files: ``files`` are those that change, as they are then. ``edits`` says
    what is changed where, ``notes`` what is left to a person; ``held`` has the files whose edits are not
    made, with the reason."""

    files: dict[str, bytes] = field(default_factory=dict)
    edits: list[Note] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    held: dict[str, str] = field(default_factory=dict)


class Codemod(Transform, ABC):
    """Base of codemods. They belong to no profile that runs unless it is asked for."""

    profile: ClassVar[Profile] = Profile.MIGRATION
    impact: ClassVar[Impact] = Impact.NONE

    @abstractmethod
    def reads(self, path: str) -> bool:
        """Whether a file of this name has a part in it."""

    @abstractmethod
    def rewrite(self, files: Mapping[str, bytes]) -> Rewriting:
        """What becomes of the files, which are given by paths with `/`."""


def codemods(transforms: Sequence[Transform]) -> list[Codemod]:
    """Those transforms that are codemods."""
    return [one for one in transforms if isinstance(one, Codemod)]


__all__ = ["Codemod", "Note", "Rewriting", "codemods"]
