"""Upgrades by command: which are asked for, carried out by the engine, and told."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..engine.results import Found, Result
from ..engine.running import repair
from ..engine.settings import Settings
from ..report import show, show_errors
from ..report.colour import Palette, is_wanted
from ..report.text import findings
from ..streams import put
from ..upgrade.request import Upgrades, asked_upgrades, chain, is_asked, known_tables, read_answers
from ..upgrade.verbs import Outcome
from ..user_error import UserError
from .options import Output
from .proving import proofs_of_modules
from .upgrade_commits import commit_each
from .validating import errors_of_modules

ANSWERS = "upgrade.toml"


@dataclass(frozen=True, slots=True)
class UpgradeRequest:
    """A call of `tffix upgrade`. ``given`` are the names of upgrades and the paths, as they were typed."""

    given: tuple[str, ...]
    write: bool = False
    commit_each: bool = False
    all_known: bool = False
    tables: tuple[str, ...] = ()
    validate: bool = False
    prove: bool = False
    output: Output = Output.TEXT
    quiet: bool = False
    color: bool | None = None

    @property
    def writes(self) -> bool:
        """Whether files are to be changed."""
        return self.write or self.commit_each


def list_upgrades(tables: Sequence[str]) -> int:
    """Prints the upgrades that are known."""
    known = known_tables(tables)
    for majors in known.values():
        for _, table in sorted(majors.items()):
            put(f"{table.name:<16} {len(table.entries):>4} changes  {table.guide}\n")
    return 0


def run_upgrade(request: UpgradeRequest) -> int:
    """Shows or writes an upgrade and returns the exit code. Raises UserError."""
    known = known_tables(request.tables)
    names = [one for one in request.given if is_asked(one, known) and not os.path.exists(one)]
    paths = tuple(one for one in request.given if one not in names) or (".",)
    if request.all_known:
        names = [majors[max(majors)].name for majors in known.values()]
    if not names:
        raise UserError("name an upgrade, as `tffix upgrade aws@6`; `tffix upgrade --list` shows them")
    for name in names:
        chain(name, known)
    upgrades = asked_upgrades(names, request.tables, read_answers(_answers(paths)))
    if request.commit_each:
        result = commit_each(upgrades, paths, lambda one: _run(request, one, paths))
    else:
        result = _run(request, upgrades, paths)
    _report(request, result)
    if result.errors or result.defects:
        return 2
    return int(bool(result.found) or (not request.writes and bool(result.changes)))


def _answers(paths: Sequence[str]) -> str:
    top = paths[0] if os.path.isdir(paths[0]) else os.path.dirname(paths[0])
    return os.path.join(top, ANSWERS)


def _run(request: UpgradeRequest, upgrades: Upgrades, paths: tuple[str, ...]) -> Result:
    settings = Settings(select=tuple(upgrades.transforms), script=upgrades, allow_replace=True)
    return repair(
        paths,
        settings,
        write=request.writes,
        guard=errors_of_modules() if request.validate else None,
        prover=proofs_of_modules() if request.prove else None,
    )


def _report(request: UpgradeRequest, result: Result) -> None:
    if not request.quiet:
        if request.writes and request.output is Output.TEXT:
            put(findings(result.found, Palette(is_wanted(request.color))))
        else:
            show("diff", result, request.output, request.color)
            if request.output is Output.TEXT:
                put(findings(result.found, Palette(is_wanted(request.color))))
        if request.output is Output.TEXT:
            put(summary(result))
    show_errors(result)


def summary(result: Result) -> str:
    """How many places ended in which way."""
    counts = Counter(map(_outcome, (*result.fixed, *result.found)))
    told = [f"{counts[one.value]} {one.value}" for one in Outcome if counts[one.value]]
    return f"{', '.join(told)}\n" if told else "nothing to upgrade\n"


def _outcome(found: Found) -> str:
    return found.message.partition(":")[0]
