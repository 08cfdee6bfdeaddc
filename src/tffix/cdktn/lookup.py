"""Finds what is known of a full Python name: what became of it in the bindings that an upgrade moves to."""

from __future__ import annotations

from dataclasses import dataclass

from . import names
from .names import Differences
from .upgrade import Upgrade


@dataclass(frozen=True, slots=True)
class Lookup:
    """``library`` is the minor version of cdktf before."""

    upgrade: Upgrade
    library: str

    def differences(self, name: str) -> tuple[str, Differences] | None:
        """What a package lacks now, with the rest of a name of it, as `eip.Eip`."""
        package, _, key = name.partition(".")
        if not key or names.new_module(package) is None:
            return None
        provider = names.provider_of(package)
        if provider is None:
            found = names.differences(names.OLD_LIBRARY, self.library)
        else:
            move = self.upgrade.moves.get(provider)
            found = names.differences(provider, move.old.provider_major) if move and move.old else None
        return (key, found) if found else None

    def renamed(self, name: str) -> str | None:
        """What a class is called now, in the same module."""
        known = self.differences(name)
        new = known[1].classes.get(known[0]) if known else None
        if not known or not new or new.rpartition(".")[0] != known[0].rpartition(".")[0]:
            return None
        return new.rpartition(".")[2]


__all__ = ["Lookup"]
