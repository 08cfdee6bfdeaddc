"""What a value that nobody declares looks like, as far as its uses show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

A_KEY: Final = "example"
"""A key of a map of which nothing else is known."""


@dataclass(slots=True, eq=False)
class Shape:
    """What is known of a value: its members by name, its elements, and what else it is used as."""

    members: dict[str, Shape] = field(default_factory=dict)
    element: Shape | None = None
    key: Shape | None = None
    decoded: Shape | None = None
    """What is in it, where it is a text in JSON or YAML."""
    kinds: set[str] = field(default_factory=set)
    types: list[Any] = field(default_factory=list)
    """Types of what it is given to, in Terraform's JSON form."""
    least: int = 0
    """How many elements it has at least, as far as they are asked for by number."""
    choices: list[str] = field(default_factory=list)
    """Texts that it is compared with, or that are keys of what it is a key of."""

    def member(self, name: str) -> Shape:
        return self.members.setdefault(name, Shape())

    def item(self) -> Shape:
        if self.element is None:
            self.element = Shape()
        return self.element

    def key_shape(self) -> Shape:
        if self.key is None:
            self.key = Shape()
        return self.key

    def decode(self) -> Shape:
        if self.decoded is None:
            self.decoded = Shape()
        return self.decoded

    @property
    def map_keys(self) -> list[str]:
        """Keys of a map of which no member is named."""
        if self.key is not None and self.key.choices:
            return list(dict.fromkeys(one for one in self.key.choices if one)) or [A_KEY]
        return ["0" if self.key is not None and "number" in self.key.kinds else A_KEY]

    @property
    def is_map(self) -> bool:
        return "map" in self.kinds or (self.key is not None and bool(self.key.kinds or self.key.choices))

    @property
    def type(self) -> Any:
        """The type that is known best; None if none is."""
        known = [one for one in self.types if one != "dynamic"]
        whole = (one for one in known if "dynamic" not in str(one))
        return next(whole, known[0] if known else None)

    def absorb(self, other: Shape, seen: set[tuple[int, int]] | None = None) -> None:
        """Takes over what is known of another value, which is this one by another name."""
        seen = set() if seen is None else seen
        if other is self or (id(self), id(other)) in seen:
            return
        seen.add((id(self), id(other)))
        for name, member in list(other.members.items()):
            self.member(name).absorb(member, seen)
        if other.element is not None:
            self.item().absorb(other.element, seen)
        if other.key is not None:
            self.key_shape().absorb(other.key, seen)
        if other.decoded is not None:
            self.decode().absorb(other.decoded, seen)
        self.kinds |= other.kinds
        self.least = max(self.least, other.least)
        self.types += [one for one in other.types if one not in self.types]
        self.choices += [one for one in other.choices if one not in self.choices]


Used = tuple[Mapping[str, re.Pattern[str]], Shape]
"""An object of a module: what its arguments match that are texts, and how it is used."""


def used_like(config: Mapping[str, Any], among: Iterable[Used]) -> Shape:
    """How an object is used: as those of its type whose texts are its own, and of these the most alike."""
    fitting = [
        (sum(len(pattern.pattern) for pattern in texts.values()), shape)
        for texts, shape in among
        if all(_matches(config.get(name), pattern) for name, pattern in texts.items())
    ]
    most = max((size for size, _ in fitting), default=0)
    whole = Shape()
    for size, shape in fitting:
        if size == most:
            whole.absorb(shape)
    return whole


def _matches(value: Any, pattern: re.Pattern[str]) -> bool:
    return value is None or (isinstance(value, str) and pattern.fullmatch(value) is not None)
