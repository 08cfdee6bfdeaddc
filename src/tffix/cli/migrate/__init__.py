"""The commands of `tffix migrate` and their options. What they do is in migrating.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from ..ending import end

migrate = typer.Typer(
    help="Make a change in many repositories, in phases that can be stopped, resumed and undone.",
    invoke_without_command=True,
)

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
Colour = Annotated[
    bool | None,
    typer.Option(
        "--color/--no-color", help="Use colours. The default: on a terminal, unless NO_COLOR is set."
    ),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show a traceback for errors.")]


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
        raise typer.BadParameter("put --script and --in after the command: tffix migrate plan --script FILE")


@migrate.command()
def init(
    file: Annotated[str, typer.Argument(help="The file to write.")] = "campaign.toml",
    name: Annotated[str, typer.Option("--name", help="The name of the campaign.")] = "my-campaign",
    schema: Annotated[
        bool, typer.Option("--schema", help="Also write the JSON schema beside it, for editors.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Write a campaign file to start from."""

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
    """Show what would change, without writing. Exit code 1 if there is a change."""
    _phase("plan", locals())


apply = _phase_command("apply", "Commit the planned changes, on a branch in each repository.")
validate = _phase_command("validate", "Validate the commits with Terraform, offline.")
push = _phase_command("push", "Push the commits.")
undo = _phase_command("undo", "Restore repositories that nobody has changed since.")


@migrate.command()
def report(
    campaign: CampaignFile = None,
    script: ScriptFile = None,
    journal: JournalFile = None,
    folder: Annotated[
        str | None,
        typer.Option(
            "--folder", metavar="DIR", help="The folder for the report.", show_default="NAME.report"
        ),
    ] = None,
    quiet: Quiet = False,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """Write reports: HTML, JSON, CSV, SARIF, and a text for each pull request."""
    options = locals()

    def run() -> int:
        from .carrying_out import Order, write_report

        known = {name: value for name, value in options.items() if name in Order.__dataclass_fields__}
        return write_report(Order(**known), folder)

    end(run, debug)
