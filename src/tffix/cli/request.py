"""What the user asks for, as a value."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..user_error import UserError

if TYPE_CHECKING:
    from ..engine.settings import Settings


class Output(enum.StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


@dataclass(frozen=True, slots=True)
class Request:
    """A call of check, diff or apply. ``colour`` is None for where the output goes to decide."""

    command: Literal["check", "diff", "apply"]
    paths: tuple[str, ...]
    settings: Settings
    output: Output = Output.TEXT
    stdin_filename: str | None = None
    interactive: bool = False
    validate: bool = False
    prove: bool = False
    quiet: bool = False
    colour: bool | None = None
    show_secrets: bool = False


__all__ = ["Output", "Request", "UserError"]
