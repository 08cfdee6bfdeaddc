"""What a provider keeps about an object beside its values: Terraform stores it, and hands it back unread."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tffix.json_data import read_json
from tffix.plan.protocol import Object


@dataclass(frozen=True, slots=True)
class Memory:
    """`given` are the arguments that the configuration has set, `imported` the type and id of an object that
    is imported and not known yet."""

    given: frozenset[str] = frozenset()
    imported: tuple[str, str] | None = None

    @classmethod
    def read(cls, private: bytes) -> Memory:
        """Nothing is remembered of an object that another provider has made."""
        try:
            found = read_json(private)
            imported = found["imported"]
            return cls(frozenset(found["given"]), (str(imported[0]), str(imported[1])) if imported else None)
        except (ValueError, KeyError, TypeError, IndexError):
            return cls()

    @property
    def private(self) -> bytes:
        return json.dumps({"given": sorted(self.given), "imported": self.imported}).encode()


def given_in(config: Object | None) -> frozenset[str]:
    """The arguments that a configuration sets."""
    return frozenset(name for name, value in (config or {}).items() if value is not None)
