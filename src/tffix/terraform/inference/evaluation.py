"""One abstract evaluation: what it has found to be wrong, and how certain that is where it is.

What the kinds of expressions mean is in files of their own; `table.py` brings them together.
Facts: HCL native syntax specification; Terraform language documentation, "Expressions"; for what they leave
open, what `terraform validate` and `terraform console` 1.11 say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, Protocol

from ...hcl.nodes import Expression, Step, Traversal
from ..conversions import LimitError
from .abstract import ANYTHING, Abstract, unknown
from .converting import convert
from .following import follow
from .problems import Certainty, Kind, NotConvertibleError, Problem
from .types import Type, told

Scope = Mapping[str, Abstract]
MAX_DEPTH = 100
"""Expressions deeper than this are not followed."""
MAX_STEPS = 20_000
"""Nodes that one evaluation looks at; loops over long lists take many."""


class Names(Protocol):
    """Gives the values of names: of variables, local values, resources, module calls."""

    def named(self, node: Traversal, run: Evaluation) -> tuple[Abstract, Sequence[Step]]:
        """The value that the first names of a traversal have, and the steps that follow them."""

    def lacks_provider(self, name: str) -> bool:
        """Whether it is certain that no provider of a name is required."""


Method = Callable[["Evaluation", Any, Scope], Abstract]


class Evaluation:
    """One evaluation. ``problems`` is what was found to be wrong, in the order of the evaluation."""

    depth: ClassVar[int] = 0
    """How deep evaluations are inside one another: that of a reference is part of the one that asks."""

    def __init__(self, names: Names, methods: Mapping[type[Expression], Method]) -> None:
        self.names = names
        self.methods = methods
        self.problems: dict[tuple[Expression, str], Problem] = {}
        self._limit = Certainty.VALUE  # problems that are less certain than this are not reported
        self._is_silent = False
        self._steps = 0

    def of(self, node: Expression, scope: Scope) -> Abstract:
        """What is known of the value of an expression. Raises LimitError where that is too much work."""
        self._steps += 1
        if Evaluation.depth >= MAX_DEPTH or self._steps > MAX_STEPS:
            raise LimitError
        method = self.methods.get(type(node))
        if method is None:
            return ANYTHING
        Evaluation.depth += 1
        try:
            return method(self, node, scope)
        finally:
            Evaluation.depth -= 1

    def report(self, problem: Problem) -> None:
        """Notes a problem, unless it is too uncertain for the place where it was found."""
        if not self._is_silent and problem.certainty <= self._limit:
            self.problems.setdefault((problem.node, problem.message), problem)

    def wrong(self, node: Expression, kind: Kind, message: str, certainty: Certainty) -> None:
        """Notes a problem by its parts."""
        self.report(Problem(node, kind, message, certainty))

    @contextmanager
    def only(self, limit: Certainty | None) -> Iterator[None]:
        """Notes only problems of some certainty meanwhile; with None, none at all."""
        before = self._limit, self._is_silent
        if limit is None:
            self._is_silent = True
        else:
            self._limit = min(self._limit, limit)
        try:
            yield
        finally:
            self._limit, self._is_silent = before

    def tried(self, node: Expression, scope: Scope) -> tuple[Abstract, bool]:
        """What is known of a value, and whether something is wrong with it, which is not reported."""
        before = self.problems, self._limit, self._is_silent
        self.problems, self._limit, self._is_silent = {}, Certainty.VALUE, False
        try:
            value = self.of(node, scope)
            return value, any(problem.is_error for problem in self.problems.values())
        finally:
            self.problems, self._limit, self._is_silent = before

    def operand(self, node: Expression, scope: Scope, wanted: Type, what: str) -> Abstract:
        """The value of an operand, as one of a type; where it cannot be, that is reported."""
        return self.required(node, self.of(node, scope), wanted, what)

    def required(self, node: Expression, value: Abstract, wanted: Type, what: str) -> Abstract:
        """A value as one of a type that is not null; where it cannot be, that is reported."""
        try:
            value = convert(value, wanted)
        except NotConvertibleError as error:
            is_type = error.certainty is Certainty.TYPE
            subject = f"{what} is {told(value.type)}" if is_type else what
            self.wrong(node, Kind.OPERAND, f"{subject}: {error.message}", error.certainty)
            return unknown(wanted, value.marks, value.is_later)
        if value.is_null:
            self.wrong(node, Kind.OPERAND, f"{what} is null", Certainty.VALUE)
            return unknown(wanted, value.marks)
        return value

    def follow(self, value: Abstract, steps: Sequence[Step], scope: Scope) -> Abstract:
        """What steps lead to from a value."""
        if not steps:
            return value
        return follow(value, steps, lambda node: self.of(node, scope), self.report)


def branch(condition: Abstract) -> Certainty:
    """What is certain in a branch: only types, where it is not known whether it is taken."""
    return Certainty.VALUE if condition.is_known else Certainty.TYPE
