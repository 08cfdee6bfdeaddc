"""What a tree is a view of, where the file is in another language: made in tffix.projection."""

from __future__ import annotations

from typing import Protocol


class Projection(Protocol):
    """A file in another language."""

    @property
    def path(self) -> str: ...

    @property
    def data(self) -> bytes:
        """The file as it is; empty, after an edit, if nothing is left in it."""

    @property
    def hcl(self) -> str:
        """Its view as HCL."""

    @property
    def language(self) -> str:
        """The name that ``Transform.languages`` knows its language by."""

    @property
    def generated(self) -> str:
        """Why nothing is to be changed in a file that a program writes; empty for any other."""

    @property
    def hidden(self) -> str:
        """Text of the file that the view does not show, in which something of it may be mentioned."""

    others: str
    """Text of other programs of the same application, in which something of this one may be named; set by
    who knows them."""

    @property
    def is_root(self) -> bool:
        """Whether it is, or makes, a configuration of its own, and no part of one."""

    def put_back(self, edited: str) -> Projection:
        """The file after the edits that lead from ``hcl`` to ``edited``: bytes that no edit concerns stay.
        Raises Refused for an edit that the language has no place for."""

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, in the original file of what stands at an offset of ``hcl``."""
