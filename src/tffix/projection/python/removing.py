"""Takes statements out of a program."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from .. import Refused
from .bindings import dotted
from .constructs import Construct, mentions
from .placing import lead
from .program import Program
from .source import Edit, Source


def stands_alone(made: Construct) -> bool:
    """Whether a statement does nothing but make a construct, for one name at most."""
    statement = made.statement
    if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
        return False
    small = statement.body[0]
    if isinstance(small, cst.Assign | cst.AnnAssign):
        return small.value is made.call and made.target is not None
    return isinstance(small, cst.Expr) and small.value is made.call


def removal(made: Construct, source: Source) -> Edit:
    """The edit that takes out the statement that makes a construct. Raises Refused."""
    statement = made.statement
    if not stands_alone(made):
        raise Refused(f"'{made.label}' is made in the midst of other code")
    if len(made.suite.statements) == 1:
        raise Refused(f"nothing would be left around '{made.label}'")
    start, end = lead(statement, source), source.line_end(source.end(statement))
    above = source.data[source.line_start(start - 1) : start].strip() if start else b"x"
    below = source.data[end : source.line_end(end)].strip()
    if not above and not below and end < len(source.data):
        end = source.line_end(end)
    return Edit(start, end, "")


def check_unused(made: Construct, edits: list[Edit], program: Program, others: str) -> None:
    """Raises Refused if a construct that is taken away is, or may be, named in what stays."""
    if made.target is None:
        return
    holder, _, name = made.target.rpartition(".")
    if holder and re.search(rf"\.{name}\b", others):
        raise Refused(f"'{made.target}' may be used in another file")
    source = program.source
    gone = [(edit.start, edit.end) for edit in edits if edit.end > edit.start]
    for node in (*mentions(made, source), *_from_outside(made, program)):
        start = source.start(node)
        if not any(first <= start < last for first, last in gone):
            raise Refused(f"'{made.target}' is still used")


def _from_outside(made: Construct, program: Program) -> Iterator[cst.CSTNode]:
    """Where an attribute is named that may be the construct's: by a subclass, or through the object. A class
    with an attribute of its own by that name means that one."""
    assert made.target is not None
    holder, _, name = made.target.rpartition(".")
    own = {one.node for one in program.suites if (id(one), made.target) in program.assigned}
    stack: list[tuple[cst.CSTNode, bool]] = [(program.source.tree, False)] if holder else []
    while stack:
        node, is_own = stack.pop()
        is_own = node in own if isinstance(node, cst.ClassDef) else is_own
        is_named = isinstance(node, cst.Attribute) and node.attr.value == name
        if is_named and not (is_own and dotted(node) == made.target):
            yield node
        stack.extend((child, is_own) for child in node.children)
