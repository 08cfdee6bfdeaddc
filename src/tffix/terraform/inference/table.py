"""Which expressions mean what."""

from __future__ import annotations

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
    Template,
    Traversal,
    Tuple,
    Unary,
)
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
