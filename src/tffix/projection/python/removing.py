"""Takes statements out of a program."""

from __future__ import annotations

import libcst as cst

from .. import Refused
from .constructs import Construct, mentions
from .placing import lead
from .source import Edit, Source


def removal(made: Construct, source: Source) -> Edit:
    """The edit that takes out the statement that makes a construct. Raises Refused."""
    statement = made.statement
    if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
        raise Refused(f"'{made.label}' is made in the midst of other code")
    small = statement.body[0]
    value = getattr(small, "value", None)
    if value is not made.call or isinstance(small, cst.Return):
        raise Refused(f"'{made.label}' is made in the midst of other code")
    if len(made.suite.statements) == 1:
        raise Refused(f"nothing would be left around '{made.label}'")
    start, end = lead(statement, source), source.line_end(source.end(statement))
    above = source.data[source.line_start(start - 1) : start].strip() if start else b"x"
    below = source.data[end : source.line_end(end)].strip()
    if not above and not below and end < len(source.data):
        end = source.line_end(end)
    return Edit(start, end, "")


def check_unused(made: Construct, edits: list[Edit], source: Source) -> None:
    """Raises Refused if a construct that is taken away is named in what stays."""
    if made.target is None:
        return
    gone = [(edit.start, edit.end) for edit in edits if edit.end > edit.start]
    for node in mentions(made, source):
        start = source.start(node)
        if not any(first <= start < last for first, last in gone):
            raise Refused(f"'{made.target}' is still used")
