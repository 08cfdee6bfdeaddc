"""An index of a module's top-level blocks that follows edits: only what was edited is looked at again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import islice
from typing import Generic, TypeVar

from ..hcl.tree import Block

V = TypeVar("V")


class Index(Generic[V]):
    """Values by key, in the order of the files.

    ``work`` yields the keys and values of a block, of which it looks at nothing else; ``owner`` gives the
    block of a value; ``counts`` tells whether a block is looked at at all. Until something is edited, the
    values of a key are a list; then those of a key that an edit concerns become a dictionary by block, of
    which it costs nothing to change one.
    """

    def __init__(
        self,
        work: Callable[[Block], Iterable[tuple[Hashable, V]]],
        owner: Callable[[V], Block],
        counts: Callable[[Block], bool],
        blocks: Iterable[Block],
    ) -> None:
        self._work, self._owner, self._counts = work, owner, counts
        self._lists: dict[Hashable, list[V]] = {}
        self._parted: dict[Hashable, dict[Block, list[V]]] = {}
        self._keys: dict[Block, set[Hashable]] = {}  # known from the first edit on
        self._unsorted: set[Hashable] = set()
        self._place: Callable[[Block], tuple[int, int]] = lambda block: (0, 0)
        for block in filter(counts, blocks):
            for key, value in work(block):
                self._lists.setdefault(key, []).append(value)

    def get(self, key: Hashable) -> list[V]:
        """The values of a key; the list is the caller's."""
        if not self._parted:
            found = self._lists.get(key)
            return found.copy() if found else []
        if key in self._unsorted:
            self._unsorted.remove(key)
            self._parted[key] = {
                block: self._parted[key][block] for block in sorted(self._parted[key], key=self._place)
            }
        if key in self._parted:
            return [value for values in self._parted[key].values() for value in values]
        return list(self._lists.get(key, ()))

    def last(self, key: Hashable) -> V | None:
        """The last value of a key; it takes no time to find, however many there are."""
        if key in self._unsorted or key not in self._parted:
            found = self._lists.get(key) or self.get(key)
            return found[-1] if found else None
        return next((values[-1] for values in reversed(self._parted[key].values())), None)

    def follow(
        self,
        edited: Mapping[Block, bool],
        is_there: Callable[[Block], bool],
        place: Callable[[Block], tuple[int, int]],
    ) -> None:
        """Takes in what edits did. ``edited`` are the blocks that they concern, with whether they may stand
        somewhere else now; ``place`` tells where a block stands among the others."""
        self._place = place
        if not self._keys:
            for key, values in self._lists.items():
                for value in values:
                    self._keys.setdefault(self._owner(value), set()).add(key)
        for block, is_moved in edited.items():
            found: dict[Hashable, list[V]] = {}
            for key, value in self._work(block) if is_there(block) and self._counts(block) else ():
                found.setdefault(key, []).append(value)
            before = self._keys.pop(block, set())
            for key in before - found.keys():
                self._part(key).pop(block)
            for key, values in found.items():
                parted = self._part(key)
                if is_moved or key not in before:
                    parted.pop(block, None)
                    if any(place(block) < place(last) for last in islice(reversed(parted), 1)):
                        self._unsorted.add(key)
                parted[block] = values
            self._keys[block] = set(found)

    def _part(self, key: Hashable) -> dict[Block, list[V]]:
        """The values of a key by block."""
        if key not in self._parted:
            parted = self._parted[key] = {}
            for value in self._lists.pop(key, ()):
                parted.setdefault(self._owner(value), []).append(value)
        return self._parted[key]
