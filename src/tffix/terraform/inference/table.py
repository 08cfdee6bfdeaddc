"""Which expressions mean what."""

from __future__ import annotations

from collections.abc import Sequence

from ...hcl.nodes import (
    Access,
    Binary,
    Call,
    Conditional,
    Expression,
    For,
    Literal,
    Object,
    Parentheses,
    Step,
    Template,
    Traversal,
    Tuple,
    Unary,
)
from .abstract import ANYTHING, Abstract
from .calls import call
from .collections import for_expression, object_, tuple_
from .evaluation import Evaluation, Method, Names
from .operations import access, binary, conditional, literal, parentheses, traversal, unary
from .templates import template

_METHODS: dict[type[Expression], Method] = {
    Access: access,
    Binary: binary,
    Call: call,
    Conditional: conditional,
    For: for_expression,
    Literal: literal,
    Object: object_,
    Parentheses: parentheses,
    Template: template,
    Traversal: traversal,
    Tuple: tuple_,
    Unary: unary,
}


def evaluation(names: Names) -> Evaluation:
    """A new evaluation of expressions, which takes the values of names from ``names``."""
    return Evaluation(names, _METHODS)


class _Nothing:
    """Names that have no value."""

    def named(self, node: Traversal, run: Evaluation) -> tuple[Abstract, Sequence[Step]]:
        """Anything."""
        return ANYTHING, node.steps

    def lacks_provider(self, name: str) -> bool:
        """Nothing is known of providers."""
        return False


NOTHING = _Nothing()


def literal_value(node: Expression) -> Abstract:
    """The value of an expression that may not refer to anything, such as a default."""
    return evaluation(NOTHING).of(node, {})
