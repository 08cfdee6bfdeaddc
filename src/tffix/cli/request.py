"""What the user asks for, as a value, and the error that tells them what is wrong with it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ..rules.script import Script


class UserError(Exception):
    """What stops a command, as one line for the user."""


class Output(enum.StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


@dataclass(frozen=True, slots=True)
class Request:
    """A call of check, diff or apply. ``colour`` is None for where the output goes to decide; ``jobs`` is
    None for as many as there are processors. ``named`` are the rules that the user has named, where that is
    not all that is selected."""

    command: Literal["check", "diff", "apply"]
    paths: tuple[str, ...] = (".",)
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    output: Output = Output.TEXT
    allow_replace: bool = False
    evidence: tuple[str, ...] = ()
    named: tuple[str, ...] | None = None
    config: str | None = None
    stdin_filename: str | None = None
    interactive: bool = False
    validate: bool = False
    jobs: int | None = None
    profile: str | None = None
    script: Script | None = None
    quiet: bool = False
    colour: bool | None = None
    show_secrets: bool = False
