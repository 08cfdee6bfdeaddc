"""Findings as workflow commands, which GitHub shows as annotations of a pull request.

Facts: GitHub Actions documentation, "Workflow commands".
"""

from __future__ import annotations

from ..engine.results import Result
from .held import held_back


def workflow_commands(result: Result) -> str:
    """The findings that are left, and the files that could not be read, a line each."""
    lines = [
        _command("warning", one.rule, "\n".join(filter(None, (one.message, one.reason, one.advice))), at)
        for one in result.found
        for at in [(one.path, one.line, one.column)]
    ]
    lines += [
        _command("error", "syntax-error", one.message, (one.path, one.line, one.column))
        if one.path
        else f"::error title=tffix::{escaped(one.message)}"
        for one in result.errors
    ]
    lines += [f"::notice title=held back::{escaped(str(one))}" for one in held_back(result.found)]
    lines += [
        f"::notice title=Plan of {escaped_property(root)}::{escaped(told)}"
        for root, told in result.plans.items()
    ]
    return "".join(f"{line}\n" for line in lines)


def _command(kind: str, title: str, message: str, at: tuple[str, int, int]) -> str:
    path, line, column = at
    place = f",line={line},col={column}" if line else ""
    return (
        f"::{kind} file={escaped_property(path)}{place},title={escaped_property(title)}::{escaped(message)}"
    )


def escaped(text: str) -> str:
    """A text as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """A text as a property of a command."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
