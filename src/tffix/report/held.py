"""The fixes that are held back, told together: how many, why, and what makes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..engine.results import Found
from ..rules.transform import Tier

_REASONS = 3


@dataclass(frozen=True, slots=True)
class Held:
    """Fixes of one tier that the same option releases; none does if ``release`` is empty. ``reasons`` has
    the most frequent first."""

    tier: Tier
    fixes: int
    reasons: tuple[str, ...]
    release: str

    def __str__(self) -> str:
        told = "; ".join(self.reasons[:_REASONS])
        if len(self.reasons) > _REASONS:
            told += f"; and {len(self.reasons) - _REASONS} more like it"
        one = self.fixes == 1
        head = f"{self.fixes} {'fix is' if one else 'fixes are'} held back (tier {self.tier.value}): {told}."
        return head + (f" Use {self.release} to make {'it' if one else 'them'}." if self.release else "")


def held_back(found: Iterable[Found]) -> list[Held]:
    """What is held back among some findings."""
    groups: dict[tuple[Tier, str], Counter[str]] = {}
    for one in found:
        if one.is_held:
            groups.setdefault((one.tier, one.release), Counter())[one.reason] += 1
    order = sorted(groups.items(), key=lambda item: (list(Tier).index(item[0][0]), item[0][1]))
    return [
        Held(tier, reasons.total(), tuple(reason for reason, _ in reasons.most_common()), release)
        for (tier, release), reasons in order
    ]


__all__ = ["Held", "held_back"]
