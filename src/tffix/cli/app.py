"""The commands and their options. What they do is in the modules beside this one."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

import typer

from .ending import end
from .migrate import migrate
from .options import (
    Colour,
    Debug,
    Output,
    OutputForm,
    Paths,
    Program,
    Proved,
    Quiet,
    ScriptFile,
    Validated,
    read_script,
    takes,
)
from .request import OF_APPLY, OF_REPAIR, Request

app = typer.Typer(
    name="tffix",
    help="Finds and fixes defects in Terraform code, and leaves every other byte as it is.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def tffix(
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and exit.")] = False,
) -> None:
    """Answers `--version`; all else is a command."""
    if version:  # on its own it is answered before this module is loaded
        from .. import __version__

        print(f"tffix {__version__}")
        raise typer.Exit


@app.command()
@takes(Request, without=("command", *OF_REPAIR, *OF_APPLY))
def check(request: Request) -> None:
    """List all findings. Exit code 1 if there are any."""
    _run(replace(request, command="check"))


@app.command()
@takes(Request, without=("command", *OF_APPLY))
def diff(request: Request) -> None:
    """Show what apply would change, without writing it. Exit code 1 if there is a change."""
    _run(replace(request, command="diff"))


@app.command()
@takes(Request, without=("command",))
def apply(request: Request) -> None:
    """Write the fixes. Exit code 1 if findings are left."""
    _run(replace(request, command="apply"))


def _run(request: Request) -> None:
    def run() -> int:
        from .execute import execute

        return execute(request)

    end(run, request.debug)


@app.command()
def validate(
    paths: Paths = None,
    terraform: Program = None,
    output: OutputForm = Output.TEXT,
    quiet: Quiet = False,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """Run terraform validate without providers or network. Exit code 1 if it finds an error."""

    def run() -> int:
        from .validating import run_validate

        return run_validate(tuple(paths or (".",)), terraform, output, color, quiet)

    end(run, debug)


@app.command()
def plan(
    paths: Paths = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="REV|DIR",
            help="Plan against the simulated deployment of this revision or folder.",
            show_default="nothing is deployed",
        ),
    ] = None,
    terraform: Program = None,
    output: Annotated[
        Literal["text", "json", "github", "markdown"],
        typer.Option("--output", help="The format of the plan; json is Terraform's own."),
    ] = "text",
    quiet: Quiet = False,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """Show what Terraform would do, without a cloud, providers, credentials or network.

    Exit code 1 if something changes since --from, 2 if a module cannot be planned.
    """

    def run() -> int:
        from .plan_report import PlanOutput
        from .planning import PlanRequest, run_plan

        form = PlanOutput(output)
        return run_plan(PlanRequest(tuple(paths or (".",)), since, terraform, form, quiet, color))

    end(run, debug)


@app.command()
def upgrade(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PROVIDER[@MAJOR]... [PATH]...",
            help="The upgrades, and what to upgrade.",
            show_default="the current directory",
        ),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write the changes.")] = False,
    commit_each: Annotated[
        bool, typer.Option("--commit-each", help="Write the changes, and commit those of each major.")
    ] = False,
    all_known: Annotated[bool, typer.Option("--all", help="Make every upgrade that is known.")] = False,
    list_known: Annotated[bool, typer.Option("--list", help="List the upgrades that are known.")] = False,
    table: Annotated[
        list[str] | None,
        typer.Option("--table", metavar="FILE", help="Take this table of an upgrade, too. May be repeated."),
    ] = None,
    validate: Validated = False,
    prove: Proved = False,
    output: OutputForm = Output.TEXT,
    quiet: Quiet = False,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """Upgrade to a provider's new major as its guide asks. Shows the changes, or writes them.

    Exit code 1 if there are changes to write, or something is to be decided.
    """

    def run() -> int:
        from .upgrade import UpgradeRequest, list_upgrades, run_upgrade

        tables = tuple(table or ())
        if list_known:
            return list_upgrades(tables)
        asked = tuple(given or ())
        return run_upgrade(
            UpgradeRequest(
                asked, write, commit_each, all_known, tables, validate, prove, output, quiet, color
            )
        )

    end(run, debug)


facts = typer.Typer(no_args_is_help=True, help="List the known provider versions, or add more.")
app.add_typer(facts, name="facts")
app.add_typer(migrate, name="migrate")


@facts.command("list")
def list_facts(debug: Debug = False) -> None:
    """List the provider versions whose schemas are known."""

    def run() -> int:
        from .facts import list_facts

        return list_facts()

    end(run, debug)


@facts.command("update")
def update_facts(
    path: Annotated[
        str,
        typer.Argument(
            metavar="DIR",
            help="An initialised directory, or a file in it with what `providers schema -json` prints.",
        ),
    ] = ".",
    terraform: Program = None,
    debug: Debug = False,
) -> None:
    """Store the schemas of the exact provider versions that a directory uses."""

    def run() -> int:
        from .facts import update_facts

        return update_facts(path, terraform)

    end(run, debug)


@app.command()
def rules(
    output: Annotated[Output, typer.Option("--output", help="text or json.")] = Output.TEXT,
    script: ScriptFile = None,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """List the installed rules, or those of a script."""

    def run() -> int:
        from .catalogue import list_rules

        return list_rules(output, color, read_script(script))

    end(run, debug)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(help="The name of a rule.")],
    script: ScriptFile = None,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """Explain what a rule finds, why it matters, and what its fix does."""

    def run() -> int:
        from .catalogue import explain_rule

        return explain_rule(rule, color, read_script(script))

    end(run, debug)


@app.command()
def golden(
    path: Annotated[
        str | None,
        typer.Argument(
            help="A folder of golden cases, or one case.",
            show_default="golden, beside the script if there is one",
        ),
    ] = None,
    script: ScriptFile = None,
    update: Annotated[
        bool, typer.Option("--update", help="Write the present results as the expected ones.")
    ] = False,
    validate: Annotated[
        bool | None,
        typer.Option(
            "--validate/--no-validate",
            help="Also validate the results with Terraform.",
            show_default="if Terraform is installed",
        ),
    ] = None,
    plan: Annotated[
        bool,
        typer.Option("--plan", help="Also plan the results against simulated deployments of the inputs."),
    ] = False,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """Run golden cases: folders with a module before and after a rule's fixes."""

    def run() -> int:
        from .golden import run_golden

        return run_golden(path, update, validate, color, read_script(script), plan)

    end(run, debug)
