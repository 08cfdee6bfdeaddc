"""The commands of `tffix migrate`. Their options are in order.py, what they do in carrying_out.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Annotated

import typer

from ..ending import end
from ..options import Debug, RuleOptions, takes
from .order import InRepositories, Order, ScriptFile

migrate = typer.Typer(
    help="Make a change in many repositories, in phases that can be stopped, resumed and undone.",
    invoke_without_command=True,
)


@migrate.callback()
def start(
    context: typer.Context,
    script: ScriptFile = None,
    places: InRepositories = None,
    rule_options: RuleOptions = None,
) -> None:
    """Plans the migration of a script, where no phase is named."""
    if context.invoked_subcommand is None:
        if script is None:
            print(context.get_help())
            raise typer.Exit
        _run("plan", Order(script=script, places=places, rule_options=rule_options))
    elif script is not None or places is not None or rule_options is not None:
        raise typer.BadParameter(
            "put --script, --in and --option after the command: tffix migrate plan --script FILE"
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
    """Write a campaign file to start from."""

    def run() -> int:
        from .carrying_out import write_campaign

        return write_campaign(file, name, schema)

    end(run, debug)


def _phase(phase: str, about: str, *without: str) -> Callable[..., None]:
    """A command that does a phase."""

    @takes(Order, without=("folder", *without))
    def command(order: Order) -> None:
        _run(phase, order)

    command.__doc__ = about
    return migrate.command(phase)(command)


def _run(phase: str, order: Order) -> None:
    def run() -> int:
        from .carrying_out import run_phase

        return run_phase(phase, order)

    end(run, order.debug)


_phase("plan", "Show what would change, without writing. Exit code 1 if there is a change.")
_phase("apply", "Commit the planned changes, on a branch in each repository.", "again")
_phase("validate", "Validate the commits with Terraform, offline.", "again")
_phase("push", "Push the commits.", "again")
_phase("undo", "Restore repositories that nobody has changed since.", "again")

OF_REPORT = ("campaign", "script", "rule_options", "journal", "folder", "quiet", "color", "debug")


@migrate.command()
@takes(Order, without=[one.name for one in fields(Order) if one.name not in OF_REPORT])
def report(order: Order) -> None:
    """Write reports: HTML, JSON, CSV, SARIF, and a text for each pull request."""

    def run() -> int:
        from .carrying_out import write_report

        return write_report(order)

    end(run, order.debug)
