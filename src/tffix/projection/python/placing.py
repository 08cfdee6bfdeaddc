"""Where new statements of a program go, and what can be named from where."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable
from dataclasses import dataclass

import libcst as cst

from .. import Refused
from .constructs import Construct, Suite
from .program import Program
from .source import Source


@dataclass(frozen=True, slots=True)
class Place:
    """Before or after a statement of a suite."""

    suite: Suite
    anchor: cst.CSTNode
    is_before: bool
    source: Source

    @property
    def order(self) -> int:
        start = self.source.start(self.anchor)
        return 2 * start - 1 if self.is_before else 2 * start + 1

    @property
    def at(self) -> int:
        """Where in the file the text of a new statement goes."""
        if not self.is_before:
            return self.source.line_end(self.source.end(self.anchor))
        return lead(self.anchor, self.source)

    @property
    def indent(self) -> str:
        return self.source.indent(self.source.start(self.anchor))


def lead(statement: cst.CSTNode, source: Source) -> int:
    """Where the lines of a statement begin, with the comments directly above it."""
    at = source.line_start(source.start(statement))
    while at:
        before = source.line_start(at - 1)
        if not source.data[before:at].strip().startswith(b"#") or not before:
            break
        at = before
    return at


def statement_in(suite: Suite, statement: cst.CSTNode, source: Source) -> cst.BaseStatement:
    """The statement of a suite that another statement is or lies in."""
    start = source.start(statement)
    for one in suite.statements:
        if source.start(one) <= start < source.end(one):
            return one
    raise Refused("there is no place for a new statement")


def before_all(users: Iterable[tuple[Suite, cst.CSTNode]], source: Source) -> Place:
    """The place before the first of some statements, in the innermost suite that all are in and that runs
    once."""
    found = list(users)
    suites, _ = found[0]
    common = next(
        (one for one in suites.chain if all(one in suite.chain for suite, _ in found) and not one.repeats),
        None,
    )
    is_outside = common is not None and common.kind in ("class", "module")
    if common is None or (is_outside and any(suite.frame is not common for suite, _ in found)):
        raise Refused("what is to use it is in several functions")
    anchors = [statement_in(common, statement, source) for _, statement in found]
    return Place(common, min(anchors, key=source.start), True, source)


def reaches(suite: Suite, order: int, use_suite: Suite, use_start: int) -> bool:
    """Whether what stands in a suite has run whenever a use runs."""
    return suite in use_suite.chain and suite.frame is use_suite.frame and order < 2 * use_start


def write(made: Construct, program: Program, use_suite: Suite, use_start: int) -> str:
    """How a use names an existing construct. Raises Refused."""
    target = made.target
    if target is None:
        raise Refused(
            f"{made.bound.name if made.bound else made.kind} '{made.label}' has no name to refer to it by"
        )
    if program.named(cst.parse_expression(target), made.suite) is not made:
        raise Refused(f"'{target}' means several things")
    start = program.source.start(made.statement)
    if reaches(made.suite, 2 * start, use_suite, use_start) and start < use_start:
        return target
    own, other = made.suite.around("class"), use_suite.around("class")
    if target.startswith("self.") and own is other and own is not None:
        function = use_suite.around("function")
        text = program.source.text(function.node) if function is not None else ""
        if function is not made.suite.around("function") and re.search(rf"\b{re.escape(target)}\b", text):
            return target
    raise Refused(f"'{target}' is not known where it is to be used")


def free_name(stem: str, program: Program, taken: set[str], is_attribute: bool = False) -> str:
    """A name for a variable, or an attribute of ``self``, that the program does not have."""
    present = program.bindings.attributes if is_attribute else program.bindings.taken
    base = re.sub(r"\W+", "_", stem).strip("_") or "it"
    base = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", base).lower()
    base = base if base.isidentifier() else f"_{base}"
    base = f"{base}_" if keyword.iskeyword(base) or hasattr(builtins, base) else base
    name, number = base, 1
    while name in present or name in taken:
        number += 1
        name = f"{base}_{number}"
    taken.add(name)
    return name
