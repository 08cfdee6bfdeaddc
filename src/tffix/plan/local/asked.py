"""An object of a provider that computes on the machine, and what all of them compute with."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from tffix.plan.protocol import Object
from tffix.plan.values import Maker


@dataclass(frozen=True, slots=True)
class Asked:
    """Its configuration, a maker of values for it, and the directory that paths count from."""

    config: Object
    maker: Maker
    directory: Path

    def path(self, name: str) -> Path | None:
        """The file or folder that an argument names, if it is there."""
        given = self.config.get(name)
        found = self.directory / given if isinstance(given, str) and given else None
        return found if found is not None and found.exists() else None

    def number(self, name: str, otherwise: int) -> int:
        given = self.config.get(name)
        return int(given) if isinstance(given, int | float) else otherwise

    def bytes(self, count: int) -> bytes:
        """As many bytes as an object of this configuration has, which look random."""
        return hashlib.shake_256(self.maker.digest(()).encode()).digest(max(0, min(count, 4096)))

    def letters(self, count: int) -> str:
        return "".join(chr(ord("a") + one % 26) for one in self.bytes(count))


def base64_of(data: bytes) -> str:
    return base64.b64encode(data).decode()
