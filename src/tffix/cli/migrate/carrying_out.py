"""Carries out `tffix migrate`: reads the campaign, runs a phase, shows how it goes and what came of it."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.resources import files
from pathlib import Path

from rich.console import Console

from ...bulk.campaign import Campaign
from ...bulk.campaign_file import NAME, read_campaign, scripted_campaign
from ...bulk.campaign_keys import SCHEMA, template
from ...bulk.checkout import Repository
from ...bulk.driver import CanaryError, Driver, Selection, StaleError, is_unproven
from ...bulk.executors import ClusterError, Workers, dask, processes
from ...bulk.jobs import CampaignSettings
from ...bulk.journal import Journal, Standing
from ...bulk.journal_file import JournalError, in_words
from ...bulk.records import Phase, State, Summary
from ...bulk.report.standing import urgency
from ...bulk.repositories import left_out, repositories
from ...engine.work import processors
from ...report.colour import is_wanted
from ...report.shown import shown
from ...streams import tell
from ...user_error import UserError
from ..options import names
from .order import Order
from .progress import MigrationProgress


def _campaign(order: Order) -> Campaign:
    """The campaign: of its file, or of a script alone. Raises UserError, ConfigError, ScriptError and
    OptionError."""
    path = order.campaign or NAME
    if _has_file(order):
        return read_campaign(path, order.script or "", order.rule_options or ())
    if order.campaign is None and order.script is not None:
        return scripted_campaign(order.script, order.places or (), order.rule_options or ())
    if order.places:
        raise UserError("--in is for a script without a campaign file: name the repositories in the file")
    raise UserError(f"{path}: no such file; 'tffix migrate init' writes one")


def _has_file(order: Order) -> bool:
    return os.path.isfile(order.campaign or NAME) and not order.places


def _journal_of(campaign: Campaign, order: Order) -> Path:
    if order.journal:
        return Path(order.journal)
    if _has_file(order):
        return campaign.directory / f"{campaign.name}.journal"
    # A script alone is often run in the repository that it changes, where a journal would be in the way.
    return _cache() / f"{campaign.name}-{_key(campaign.directory)}.journal"


def _selection(order: Order) -> Selection:
    return Selection(names(order.only), order.limit, order.canary, order.retry_failed, order.again)


def write_campaign(path: str, name: str, with_schema: bool) -> int:
    """Writes a campaign file to begin with, and its JSON schema beside it if wanted. Raises UserError if
    there is one."""
    try:
        with open(path, "x", encoding="utf-8") as stream:
            stream.write((f"#:schema ./{SCHEMA}\n" if with_schema else "") + template(name))
    except FileExistsError as error:
        raise UserError(f"{path}: already exists; not overwritten") from error
    if with_schema:
        Path(path).with_name(SCHEMA).write_bytes(files("tffix.bulk").joinpath(SCHEMA).read_bytes())
    print(f"{path} written: name the repositories and the change in it, then run 'tffix migrate plan'")
    return 0


def run_phase(name: str, order: Order) -> int:
    """Does a phase and shows what it came to. 0: all is done; 1: something is pending or held back; 2: a
    repository failed. Raises UserError and the errors of a campaign file."""
    phase = Phase(name)
    campaign = _campaign(order)
    path = _journal_of(campaign, order)
    try:
        with in_words(path), Journal(path, campaign.name) as journal:
            return _run(phase, campaign, journal, order)
    except (JournalError, ClusterError, CanaryError, StaleError) as error:
        raise UserError(str(error)) from error
    except KeyboardInterrupt as error:
        raise KeyboardInterrupt("interrupted: run the same command again to continue") from error


def _run(phase: Phase, campaign: Campaign, journal: Journal, order: Order) -> int:
    selection = _selection(order)
    found = repositories(campaign)
    if not found and phase is not Phase.UNDO:
        raise UserError("the campaign names no repository")
    if found and not any(selection.takes(one.name) for one in found):
        raise UserError(f"no repository is named like --only: they are {_some(found)}")
    for folder in left_out(campaign):
        tell(f"tffix: {shown(folder)}: left out, as it is not the top of a git repository")
    journal.take_in(found)
    # One date for all commits of a campaign: a job that is done twice makes the same commit.
    started = int(journal.keep("started", os.environ.get("SOURCE_DATE_EPOCH") or str(int(time.time()))))
    settings = CampaignSettings.of(campaign, started, str(_scratch(order.scratch, journal.path)))
    with (
        MigrationProgress(phase, not order.quiet, order.color) as progress,
        _workers(order) as workers,
    ):
        driver = Driver(campaign, journal, settings, workers)
        driver.run(phase, selection, progress.starts, progress.told)
    if not order.quiet:
        _show(campaign, journal, order)
    standings = [
        one for one in journal.repositories() if one.is_present and selection.takes(one.repository.name)
    ]
    _tell_of_barred(phase, campaign, standings)
    return _exit_code(phase, standings)


def _some(found: Sequence[Repository]) -> str:
    names = [one.name for one in found[:5]]
    return ", ".join(names) + (f" and {len(found) - 5} more" if len(found) > 5 else "")


def _tell_of_barred(phase: Phase, campaign: Campaign, standings: Sequence[Standing]) -> None:
    is_applied = [one for one in standings if _state(one, Phase.APPLY) is State.DONE]
    barred = [one.repository for one in is_applied if is_unproven(campaign, one)]
    if phase is Phase.PUSH and barred:
        told = f"not pushed, as 'tffix migrate validate' has not found them sound: {_some(barred)}"
        tell(f"tffix: {shown(told)}")


def _exit_code(phase: Phase, standings: Sequence[Standing]) -> int:
    """How the repositories stand in a phase, whether this run has done it or an earlier one."""
    states = [_state(one, phase) for one in standings]
    if State.FAILED in states:
        return 2
    planned = (_state(one, Phase.PLAN) is State.DONE for one in standings)
    applied = (_state(one, Phase.APPLY) is State.DONE for one in standings)
    waiting = phase is Phase.PLAN and any(
        is_planned > is_applied for is_planned, is_applied in zip(planned, applied, strict=True)
    )
    return int(waiting or State.HELD in states)


def _state(one: Standing, phase: Phase) -> State | None:
    return one.steps[phase].state if phase in one.steps else None


@contextmanager
def _workers(order: Order) -> Iterator[Workers]:
    here = order.jobs or processors()
    if order.scheduler:
        manager = dask(order.scheduler, order.jobs)
    else:
        manager = dask(None, here) if order.dask else processes(here)
    with manager as workers:
        yield workers


def _scratch(wanted: str | None, journal: Path) -> Path:
    """The folder for the clones of a campaign: in the user's cache, if no other place is wanted."""
    return Path(wanted or _cache()).absolute() / f"{journal.stem}-{_key(journal)}"


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tffix" / "migrate"


def _key(path: Path) -> str:
    """What tells a path from others in a file name."""
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:12]


def _summary(campaign: Campaign, journal: Journal) -> Summary:
    script = campaign.recipe.script
    about = {name: rule.summary() for name, rule in script.transforms.items()} if script else {}
    started = float(journal.value("started") or 0)
    return Summary(campaign.name, campaign.branch, campaign.recipe.rules, started, about)


def _show(campaign: Campaign, journal: Journal, order: Order) -> None:
    from ...bulk.report.tally import Tally
    from ...bulk.report.terminal import show

    console = Console(no_color=not is_wanted(order.color), highlight=False, soft_wrap=False)
    show(console, _summary(campaign, journal), Tally.of(journal.records()), journal.records(urgency))


def write_report(order: Order) -> int:
    """Writes the reports of a campaign as far as it is."""
    from ...bulk.report import write_all

    campaign = _campaign(order)
    target = Path(order.folder) if order.folder else campaign.directory / f"{campaign.name}.report"
    path = _journal_of(campaign, order)
    try:
        with in_words(path), Journal(path, campaign.name, exclusive=False) as journal:
            written = write_all(target, _summary(campaign, journal), partial(journal.records, urgency))
    except JournalError as error:
        raise UserError(str(error)) from error
    if not order.quiet:
        print(f"{len(written)} files written: open {os.path.relpath(target / 'report.html')}")
    return 0
