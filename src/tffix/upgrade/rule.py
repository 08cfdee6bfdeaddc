"""The rule that carries out the tables of one provider, a major at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import ClassVar
from weakref import WeakKeyDictionary

from ..hcl.tree import Attribute, Block
from ..projection import Refused
from ..rules.registry import named
from ..rules.transform import Finding, Impact, Profile, Tier, Transform
from ..terraform.address import Address
from ..terraform.module import Module
from .constraints import asked, put, raised, stale_lock, start
from .retired import leftovers
from .table import Entry, Table
from .verbs import VERBS, Hit, Outcome

_IMPACTS = {Outcome.MOVED: Impact.UPDATE}


class Upgrade(Transform):
    """Carries out what upgrade guides ask for."""

    name = "upgrade"
    impact = Impact.NONE
    tier = Tier.SAFE
    profile = Profile.MIGRATION
    tables: ClassVar[tuple[Table, ...]] = ()
    answers: ClassVar[Mapping[str, str]] = {}

    def __init__(self, options: Mapping[str, object] | None = None) -> None:
        super().__init__(options)
        # What a module asked for at first, and what was found to be demanded of it since.
        self._starts: WeakKeyDictionary[Module, int | None] = WeakKeyDictionary()
        self._demanded: WeakKeyDictionary[Module, int] = WeakKeyDictionary()
        self._refused: dict[tuple[Module, str, str], str] = {}
        self._done: set[tuple[Module, str, str]] = set()  # the places that a fix was made at

    def visit_module(self, module: Module) -> Iterator[Finding]:
        """Findings of the first major whose changes are not all made; then the constraint's; what is to
        decide comes with all of them."""
        first = self._start(module)
        if first is None:
            return
        if first < self.tables[0].major - 1:
            yield from self._gap(module, first)
            return
        for table in self.tables:
            if table.major <= first:
                continue
            hits = [
                (entry, hit) for entry in table.entries for hit in VERBS[entry.verb](entry, table, module)
            ]
            found = [self._finding(entry, hit, table, module) for entry, hit in hits]
            yield from (one for one in found if one is not None)
            if any(one is not None and one.fix is not None for one in found):
                return
        constraints = list(self._constraint(module))
        yield from constraints
        if not constraints:
            yield from self._rules(module, first)

    def _rules(self, module: Module, first: int) -> Iterator[Finding]:
        """What the installed rules find that belong to the majors that were taken."""
        for name in (name for table in self.tables if table.major > first for name in table.rules):
            rule = named(name)()
            for found in rule.find(module):
                outcome = Outcome.DECIDE if found.fix is None else Outcome.MOVED
                message = f"{outcome.value}: {found.message}"
                impact, tier = rule.impact_of(found), rule.tier_of(found)
                yield Finding(found.at, message, found.fix, found.advice, impact, found.within, tier)

    def _start(self, module: Module) -> int | None:
        if self.tables[0].is_retired:
            return self.tables[0].major - 1
        if module not in self._starts:
            self._starts[module] = start(module, self.tables[0].provider)
        return self._starts[module]

    def _gap(self, module: Module, first: int) -> Iterator[Finding]:
        """The finding where what leads from a module's major to the first known one is not known."""
        found, table = asked(module, self.tables[0].provider), self.tables[0]
        if found is not None:
            message = f"{Outcome.DECIDE.value}: {table.provider} {found[1]} is older than {table.major - 1}"
            advice = f"upgrade it to {table.major - 1} by hand first: no table leads there from {first}"
            yield Finding(found[0], message, advice=advice)

    def _findings(self, table: Table, module: Module) -> Iterator[Finding]:
        for entry in table.entries:
            for hit in VERBS[entry.verb](entry, table, module):
                finding = self._finding(entry, hit, table, module)
                if finding is not None:
                    yield finding

    def _finding(self, entry: Entry, hit: Hit, table: Table, module: Module) -> Finding | None:
        message = f"{hit.outcome.value}: {hit.message}"
        key = f"{table.name} {_address(hit)} {entry.told}"
        reason = self._refused.get((module, key, message))
        place = hit.at.name if isinstance(hit.at, Attribute) else hit.at.type
        if hit.fix is None or reason is not None:
            if self.answers.get(key) is not None or (module, key, place) in self._done:
                return None
            advice = f"{reason}: do it by hand" if reason else hit.advice
            told = f"{Outcome.DECIDE.value}: {hit.message}"
            return Finding(hit.at, f"{told} [{key}]", None, advice, within=hit.within)
        fix = partial(self._fix, hit.fix, module, table.major, (key, message, place))
        impact = _IMPACTS.get(hit.outcome, Impact.NONE)
        return Finding(hit.at, message, fix, hit.advice, impact, hit.within, Tier.SAFE)

    def _fix(
        self, work: Callable[[], object], module: Module, major: int, about: tuple[str, str, str]
    ) -> None:
        key, message, place = about
        try:
            work()
        except Refused as error:
            if str(error) != "the expression has changed":  # it is found again
                self._refused[module, key, message] = str(error)
            raise
        self._done.add((module, key, place))
        self._demanded[module] = max(major, self._demanded.get(module, 0))

    def _constraint(self, module: Module) -> Iterator[Finding]:
        table = self.tables[-1]
        if table.is_retired:
            message = f"{Outcome.DONE.value}: nothing uses {table.provider} any more"
            yield from (Finding(at, message, fix) for at, fix in leftovers(module, table.provider))
            return
        is_needed = self._demanded.get(module, 0) == table.major
        found = asked(module, table.provider)
        new = raised(found[1], table.least, is_needed=is_needed) if found is not None else None
        if found is not None and new is not None:
            message = f"{Outcome.DONE.value}: {table.provider} {found[1]} becomes {new}"
            yield Finding(found[0], message, partial(put, module, table.provider, found[1], new))
        lock = stale_lock(module, table.provider, table.major)
        if lock is not None and found is not None:
            message = (
                f"{Outcome.DONE.value}: an older {table.provider} is locked; terraform init locks the new one"
            )
            yield Finding(lock, message, lock.remove)


def _address(hit: Hit) -> str:
    """The top-level block that a hit is in."""
    item: Attribute | Block = hit.at
    while item.parent is not None and item.parent.owner is not None:
        item = item.parent.owner
    if isinstance(item, Attribute):
        return item.name
    return str(Address.of(item) or ".".join((item.type, *item.labels)))


def rule_of(tables: tuple[Table, ...], answers: Mapping[str, str]) -> type[Transform]:
    """The rule for tables of one provider, in the order of their majors."""
    name = f"upgrade-{tables[-1].local_name}-{tables[-1].major}"
    return type("UpgradeOfProvider", (Upgrade,), {"name": name, "tables": tables, "answers": answers})
