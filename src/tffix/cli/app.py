"""The commands and their options. What they do is in the modules beside this one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from .ending import end
from .migrate import migrate
from .request import Output, Request

if TYPE_CHECKING:
    from ..rules.script import Script

app = typer.Typer(
    name="tffix",
    help="Finds and fixes defects in Terraform code, and leaves every other byte as it is.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...",
        help="Directories, which are searched, or files, which mean their module; - is standard input.",
        show_default="the current directory",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE,...", help="Run these rules only. May be repeated."),
]
ProfileName = Annotated[
    Literal["deploy", "security", "best-practice", "all"] | None,
    typer.Option("--profile", help="Run the rules of this profile.", show_default="deploy"),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE,...", help="Skip these rules. May be repeated."),
]
OutputForm = Annotated[Output, typer.Option("--output", help="The format of the report.")]
AllowReplace = Annotated[
    bool,
    typer.Option("--allow-replace", help="Also make fixes that replace, rename or move deployed resources."),
]
State = Annotated[
    list[str] | None,
    typer.Option(
        "--state", metavar="FILE", help="A state file that shows what is deployed. May be repeated."
    ),
]
Plan = Annotated[
    list[str] | None,
    typer.Option("--plan", metavar="FILE", help="The same from the output of `terraform show -json PLAN`."),
]
Prove = Annotated[
    bool,
    typer.Option(
        "--prove",
        help="Only fixes whose plan, against a simulated deployment, does nothing that they do not announce.",
    ),
]
ScriptFile = Annotated[
    str | None,
    typer.Option(
        "--script", metavar="FILE", help="Run the rules of this migration script (docs/migrations.md)."
    ),
]
ConfigFile = Annotated[
    str | None,
    typer.Option(
        "--config", metavar="FILE", help="Use this tffix.toml instead of the one nearest to the path."
    ),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename", metavar="NAME", help="The name of the file that standard input contains."
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="The number of processes for a large tree.", show_default="all"),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Print errors only; the exit code shows the result.")
]
ShowSecrets = Annotated[
    bool,
    typer.Option("--show-secrets", help="Show passwords and keys in diffs and messages instead of ***."),
]
Colour = Annotated[
    bool | None,
    typer.Option(
        "--color/--no-color", help="Use colours. The default: on a terminal, unless NO_COLOR is set."
    ),
]
Program = Annotated[
    str | None,
    typer.Option(
        "--terraform", metavar="PROGRAM", help="The program to run.", show_default="terraform, else tofu"
    ),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show a traceback for errors.")]


@app.callback()
def tffix(
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and exit.")] = False,
) -> None:
    if version:  # on its own it is answered before this module is loaded
        from .. import __version__

        print(f"tffix {__version__}")
        raise typer.Exit


@app.command()
def check(
    paths: Paths = None,
    select: Select = None,
    ignore: Ignore = None,
    profile: ProfileName = None,
    script: ScriptFile = None,
    output: OutputForm = Output.TEXT,
    allow_replace: AllowReplace = False,
    state: State = None,
    plan: Plan = None,
    config: ConfigFile = None,
    stdin_filename: StdinFilename = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    show_secrets: ShowSecrets = False,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """List all findings. Exit code 1 if there are any."""
    _run("check", **locals())


@app.command()
def diff(
    paths: Paths = None,
    select: Select = None,
    ignore: Ignore = None,
    profile: ProfileName = None,
    script: ScriptFile = None,
    output: OutputForm = Output.TEXT,
    prove: Prove = False,
    allow_replace: AllowReplace = False,
    state: State = None,
    plan: Plan = None,
    config: ConfigFile = None,
    stdin_filename: StdinFilename = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    show_secrets: ShowSecrets = False,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """Show what apply would change, without writing it. Exit code 1 if there is a change."""
    _run("diff", **locals())


@app.command()
def apply(
    paths: Paths = None,
    select: Select = None,
    ignore: Ignore = None,
    profile: ProfileName = None,
    script: ScriptFile = None,
    output: OutputForm = Output.TEXT,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Show each fix and ask: yes, no, all or quit.")
    ] = False,
    validate: Annotated[
        bool,
        typer.Option("--validate", help="Write a module only if Terraform finds it as valid as before."),
    ] = False,
    prove: Prove = False,
    allow_replace: AllowReplace = False,
    state: State = None,
    plan: Plan = None,
    config: ConfigFile = None,
    stdin_filename: StdinFilename = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    show_secrets: ShowSecrets = False,
    color: Colour = None,
    debug: Debug = False,
) -> None:
    """Write the fixes. Exit code 1 if findings are left."""
    _run("apply", **locals())


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

        return list_rules(output, color, _script(script))

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

        return explain_rule(rule, color, _script(script))

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

        return run_golden(path, update, validate, color, _script(script), plan)

    end(run, debug)


def _run(
    command: Literal["check", "diff", "apply"],
    *,
    paths: list[str] | None,
    select: list[str] | None,
    ignore: list[str] | None,
    state: list[str] | None,
    plan: list[str] | None,
    script: str | None,
    profile: str | None,
    allow_replace: bool,
    config: str | None,
    jobs: int | None,
    color: bool | None,
    debug: bool,
    **rest: Any,
) -> None:
    def run() -> int:
        from ..engine.settings import Settings
        from .execute import execute

        settings = Settings(
            None if select is None else _names(select),
            _names(ignore or ()),
            profile,
            _script(script),
            allow_replace=allow_replace,
            evidence=(*(state or ()), *(plan or ())),
            config=config,
            jobs=jobs,
        )
        return execute(Request(command, tuple(paths or (".",)), settings, colour=color, **rest))

    end(run, debug)


def _script(path: str | None) -> Script | None:
    """The migration script in a file. Raises ScriptError, or OSError if it cannot be read."""
    if path is None:
        return None
    from ..rules.script import Script

    return Script.read(path)


def _names(lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for one in lists for name in (part.strip() for part in one.split(",")) if name)
