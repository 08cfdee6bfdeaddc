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
        else f"::error title=tffix::{_data(one.message)}"
        for one in result.errors
    ]
    lines += [f"::notice title=held back::{_data(str(one))}" for one in held_back(result.found)]
    return "".join(f"{line}\n" for line in lines)


def _command(kind: str, title: str, message: str, at: tuple[str, int, int]) -> str:
    path, line, column = at
    place = f",line={line},col={column}" if line else ""
    return f"::{kind} file={_property(path)}{place},title={_property(title)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
