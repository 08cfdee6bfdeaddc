"""The commands of `tffix migrate` and their options. What they do is in migrating.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from ..ending import end

migrate = typer.Typer(
    help="Carries a change through many repositories, in phases that can be stopped, resumed and undone.",
    invoke_without_command=True,
)

CampaignFile = Annotated[
    str | None,
    typer.Option("--campaign", "-c", metavar="FILE", help="The campaign.", show_default="campaign.toml"),
]
ScriptFile = Annotated[
    str | None,
    typer.Option("--script", metavar="FILE", help="Run this migration script, not what the campaign names."),
]
InRepositories = Annotated[
    list[str] | None,
    typer.Option(
        "--in",
        metavar="PATH",
        help="With --script and no campaign: local repositories, by path or glob. May be repeated.",
        show_default="the current directory",
    ),
]
JournalFile = Annotated[
    str | None,
    typer.Option(
        "--journal", metavar="FILE", help="The journal.", show_default="NAME.journal beside the campaign file"
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="NAME,...", help="These repositories only; may hold * and ?."),
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="So many repositories at most.")]
Canary = Annotated[
    int, typer.Option("--canary", metavar="N", min=0, help="N first; the others only if none of them fails.")
]
RetryFailed = Annotated[
    bool, typer.Option("--retry-failed", help="Also those that failed or were held back before.")
]
Again = Annotated[bool, typer.Option("--again", help="Also those that are planned already, as they are now.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="How many at once.", show_default="one a processor"),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="Work on the Dask cluster there, like tcp://host:8786."
    ),
]
Dask = Annotated[bool, typer.Option("--dask", help="Work on a Dask cluster made here.")]
Scratch = Annotated[
    str | None,
    typer.Option("--scratch", metavar="DIR", help="Where clones are kept.", show_default="the user's cache"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Colour = Annotated[
    bool | None,
    typer.Option("--color/--no-color", help="Colours; by default on a terminal, unless NO_COLOR is set."),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show where in tffix an error comes from.")]


@migrate.callback()
def start(
    context: typer.Context,
    script: ScriptFile = None,
    places: InRepositories = None,
) -> None:
    if context.invoked_subcommand is None:
        if script is None:
            print(context.get_help())
            raise typer.Exit
        _phase("plan", {"script": script, "places": places})
    elif script is not None or places is not None:
        raise typer.BadParameter(
            "--script and --in stand after the command, as in: tffix migrate plan --script"
        )


@migrate.command()
def init(
    file: Annotated[str, typer.Argument(help="The file to write.")] = "campaign.toml",
    name: Annotated[str, typer.Option("--name", help="The name of the campaign.")] = "my-campaign",
    schema: Annotated[
        bool, typer.Option("--schema", help="Also write the JSON schema beside it, for editors.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Write a campaign file to begin with."""

    def run() -> int:
        from .carrying_out import write_campaign

        return write_campaign(file, name, schema)

    end(run, debug)


def _phase_command(phase: str, about: str) -> Callable[..., None]:
    """A command that does a phase; all of them have the same options."""

    def command(
        campaign: CampaignFile = None,
        script: ScriptFile = None,
        places: InRepositories = None,
        journal: JournalFile = None,
        only: Only = None,
        limit: Limit = None,
        canary: Canary = 0,
        retry_failed: RetryFailed = False,
        jobs: Jobs = None,
        scheduler: Scheduler = None,
        dask: Dask = False,
        scratch: Scratch = None,
        quiet: Quiet = False,
        color: Colour = None,
        debug: Debug = False,
    ) -> None:
        _phase(phase, locals())

    command.__doc__ = about
    return migrate.command(phase)(command)


def _phase(phase: str, options: dict[str, Any]) -> None:
    def run() -> int:
        from .carrying_out import Order, run_phase

        known = {name: value for name, value in options.items() if name in Order.__dataclass_fields__}
        return run_phase(phase, Order(**known))

    end(run, bool(options.get("debug")))


@migrate.command()
def plan(
    campaign: CampaignFile = None,
    script: ScriptFile = None,
    places: InRepositories = None,
    journal: JournalFile = None,
    only: Only = None,
    limit: Limit = None,
    canary: Canary = 0,
    retry_failed: RetryFailed = False,
    again: Again = False,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    dask: Dask = False,
    scratch: Scratch = None,
    quiet: Quiet = False,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """Look at what would change; no repository is written to. Exit code 1 if something would."""
    _phase("plan", locals())


apply = _phase_command("apply", "Commit what was planned, on a branch in each repository.")
validate = _phase_command("validate", "Validate what was committed, by Terraform, offline.")
push = _phase_command("push", "Push what was committed.")
undo = _phase_command("undo", "Return repositories to where they were, where nobody has touched them since.")


@migrate.command()
def report(
    campaign: CampaignFile = None,
    script: ScriptFile = None,
    journal: JournalFile = None,
    folder: Annotated[
        str | None,
        typer.Option("--folder", metavar="DIR", help="Where to write.", show_default="NAME.report"),
    ] = None,
    quiet: Quiet = False,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """Write the report: HTML, JSON, CSV, SARIF, and a text for each pull request."""
    options = locals()

    def run() -> int:
        from .carrying_out import Order, write_report

        known = {name: value for name, value in options.items() if name in Order.__dataclass_fields__}
        return write_report(Order(**known), folder)

    end(run, debug)
