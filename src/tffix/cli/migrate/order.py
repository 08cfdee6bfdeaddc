"""What the user asks of `tffix migrate`, as a value, and the options that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from ..options import Colour, Debug, RuleOptions

CampaignFile = Annotated[
    str | None,
    typer.Option("--campaign", "-c", metavar="FILE", help="The campaign file.", show_default="campaign.toml"),
]
ScriptFile = Annotated[
    str | None,
    typer.Option(
        "--script", metavar="FILE", help="Run this migration script instead of what the campaign names."
    ),
]
InRepositories = Annotated[
    list[str] | None,
    typer.Option(
        "--in",
        metavar="PATH",
        help="With --script and without a campaign: local repositories, by path or glob. May be repeated.",
        show_default="the current directory",
    ),
]
JournalFile = Annotated[
    str | None,
    typer.Option(
        "--journal",
        metavar="FILE",
        help="The journal file.",
        show_default="NAME.journal beside the campaign file",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="NAME,...", help="Only these repositories; * and ? are wildcards."),
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="At most this many repositories.")]
Canary = Annotated[
    int,
    typer.Option(
        "--canary", metavar="N", min=0, help="Start with N repositories; go on only if none of them fails."
    ),
]
RetryFailed = Annotated[
    bool, typer.Option("--retry-failed", help="Also repositories that failed or were held back before.")
]
Again = Annotated[
    bool, typer.Option("--again", help="Also repositories that are already planned, as they are now.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        help="The number of repositories at a time.",
        show_default="one for each processor",
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Use the Dask cluster at this address, such as tcp://host:8786.",
    ),
]
Dask = Annotated[bool, typer.Option("--dask", help="Use a Dask cluster on this machine.")]
Scratch = Annotated[
    str | None,
    typer.Option("--scratch", metavar="DIR", help="The folder for clones.", show_default="the user's cache"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Folder = Annotated[
    str | None,
    typer.Option("--folder", metavar="DIR", help="The folder for the report.", show_default="NAME.report"),
]


@dataclass(frozen=True, slots=True)
class Order:
    """The options of the phases and of the report, in the order of the help."""

    campaign: CampaignFile = None
    script: ScriptFile = None
    places: InRepositories = None
    rule_options: RuleOptions = None
    journal: JournalFile = None
    folder: Folder = None
    only: Only = None
    limit: Limit = None
    canary: Canary = 0
    retry_failed: RetryFailed = False
    again: Again = False
    jobs: Jobs = None
    scheduler: Scheduler = None
    dask: Dask = False
    scratch: Scratch = None
    quiet: Quiet = False
    color: Colour = None
    debug: Debug = False
