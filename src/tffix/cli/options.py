"""The options of commands: what each takes and is for, and how a command gets its own as one value."""

from __future__ import annotations

import enum
import inspect
from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, get_type_hints

import typer

if TYPE_CHECKING:
    from ..rules.script import Script

OptionsT = TypeVar("OptionsT")


class Output(enum.StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


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
PlanFile = Annotated[
    list[str] | None,
    typer.Option("--plan", metavar="FILE", help="The same from the output of `terraform show -json PLAN`."),
]
ScriptFile = Annotated[
    str | None,
    typer.Option(
        "--script", metavar="FILE", help="Run the rules of this migration script (docs/migrations.md)."
    ),
]
RuleOptions = Annotated[
    list[str] | None,
    typer.Option(
        "--option",
        metavar="RULE.KEY=VALUE",
        help="Set an option of a rule for this run. May be repeated.",
    ),
]
Interactive = Annotated[
    bool, typer.Option("--interactive", "-i", help="Show each fix and ask: yes, no, all or quit.")
]
Validated = Annotated[
    bool,
    typer.Option("--validate", help="Write a module only if Terraform finds it as valid as before."),
]
Proved = Annotated[
    bool,
    typer.Option(
        "--prove",
        help="Only fixes whose plan, against a simulated deployment, does nothing that they do not announce.",
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


def takes(
    options: type[OptionsT], *, without: Iterable[str] = ()
) -> Callable[[Callable[[OptionsT], None]], Callable[..., None]]:
    """Gives a command the fields of a dataclass as its options, in their order, less some. The command is
    called with one value of that class."""
    hints = get_type_hints(options, include_extras=True)
    left_out = frozenset(without)
    parameters = [
        inspect.Parameter(
            one.name, inspect.Parameter.KEYWORD_ONLY, default=one.default, annotation=hints[one.name]
        )
        for one in fields(options)  # type: ignore[arg-type]
        if one.name not in left_out
    ]

    def decorate(run: Callable[[OptionsT], None]) -> Callable[..., None]:
        def command(**given: Any) -> None:
            run(options(**given))

        command.__name__, command.__doc__ = run.__name__, run.__doc__
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {one.name: one.annotation for one in parameters}
        return command

    return decorate


def names(lists: Iterable[str] | None) -> tuple[str, ...]:
    """The names in lists with commas between."""
    return tuple(name for one in lists or () for name in (part.strip() for part in one.split(",")) if name)


def read_script(path: str | None) -> Script | None:
    """The migration script in a file. Raises ScriptError, or OSError if it cannot be read."""
    if path is None:
        return None
    from ..rules.script import Script

    return Script.read(path)
