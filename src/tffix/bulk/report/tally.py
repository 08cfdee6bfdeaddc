"""What the repositories of a campaign come to together: numbers that stay small however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...rules.registry import transforms
from ...rules.transform import Impact, Tier
from ..records import Record, Summary
from .standing import Standing, standing


@dataclass(slots=True)
class RuleTally:
    """What a rule found, in how many repositories."""

    fixed: int = 0
    left: int = 0
    repositories: int = 0


@dataclass(slots=True)
class Tally:
    """Totals. ``changed`` counts repositories with a diff, ``left`` the findings that a person must see to,
    ``unreadable`` the files that could not be read, ``tiers`` the fixes and ``held`` those held back, by
    tier."""

    repositories: int = 0
    changed: int = 0
    fixed: int = 0
    files: int = 0
    added: int = 0
    removed: int = 0
    left: int = 0
    unreadable: int = 0
    seconds: float = 0.0
    states: Counter[Standing] = field(default_factory=Counter)
    impacts: Counter[Impact] = field(default_factory=Counter)
    tiers: Counter[Tier] = field(default_factory=Counter)
    held: Counter[Tier] = field(default_factory=Counter)
    rules: dict[str, RuleTally] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record]) -> Tally:
        """The sums over some records."""
        tally = cls()
        for record in records:
            tally.add(record)
        return tally

    def add(self, record: Record) -> None:
        """Counts one more repository."""
        self.repositories += 1
        self.changed += bool(record.diffs)
        self.fixed += len(record.fixed)
        self.files += len(record.diffs)
        self.added += record.added
        self.removed += record.removed
        self.left += len(record.found)
        self.unreadable += len(record.errors)
        self.seconds += record.seconds
        self.states[standing(record)] += 1
        self.impacts.update(one.impact for one in record.fixed)
        self.tiers.update(one.tier for one in record.fixed)
        self.held.update(one.tier for one in record.found if one.is_held)
        fixed = Counter(one.rule for one in record.fixed)
        left = Counter(one.rule for one in record.found)
        for name in fixed.keys() | left.keys():
            rule = self.rules.setdefault(name, RuleTally())
            rule.fixed += fixed[name]
            rule.left += left[name]
            rule.repositories += 1

    def by_rule(self) -> list[tuple[str, RuleTally]]:
        """The rules that found something, those with most first."""
        return sorted(self.rules.items(), key=lambda item: (-item[1].fixed - item[1].left, item[0]))

    def by_state(self) -> list[tuple[Standing, int]]:
        """The states that there are, in the order of Standing."""
        return [(state, self.states[state]) for state in Standing if self.states[state]]


def about(summary: Summary, rule: str) -> str:
    """What a rule is for, in a sentence, or nothing where nobody says."""
    known = transforms().get(rule)
    return summary.about.get(rule) or (known.summary() if known else "")


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
