"""Literals, names, operators and conditions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...hcl.nodes import Access, Binary, Conditional, Expression, Literal, Parentheses, Traversal, Unary
from .. import operators
from ..conversions import UNKNOWN, InvalidError, LimitError, to_number
from .abstract import NULL, Abstract, Marks, plain, primitive, together, unknown
from .conversion import unify
from .converting import quietly
from .evaluation import Evaluation, Scope, branch
from .problems import Certainty, Kind
from .types import ANY, BOOL, NUMBER, Collection, Type, is_primitive, told


def literal(run: Evaluation, node: Literal, scope: Scope) -> Abstract:
    """A number, a bool or null."""
    if node.value is None:
        return NULL
    if isinstance(node.value, bool):
        return primitive(node.value)
    number = to_number(node.text)
    return unknown(NUMBER) if number is UNKNOWN else primitive(number)


def traversal(run: Evaluation, node: Traversal, scope: Scope) -> Abstract:
    """A name and the steps after it."""
    if node.root in scope:
        return run.follow(scope[node.root], node.steps, scope)
    value, steps = run.names.named(node, run)
    return run.follow(value, steps, scope)


def access(run: Evaluation, node: Access, scope: Scope) -> Abstract:
    """Steps after something that is no name."""
    return run.follow(run.of(node.base, scope), node.steps, scope)


def parentheses(run: Evaluation, node: Parentheses, scope: Scope) -> Abstract:
    """What is in parentheses."""
    return run.of(node.inner, scope)


def unary(run: Evaluation, node: Unary, scope: Scope) -> Abstract:
    """`-` or `!` before an operand."""
    wanted = BOOL if node.operator == "!" else NUMBER
    value = run.operand(node.operand, scope, wanted, f"the operand of {node.operator}")
    if not value.is_known:
        return value
    return _computed(wanted, lambda: operators.unary(node.operator, value.value), value.marks)


def binary(run: Evaluation, node: Binary, scope: Scope) -> Abstract:
    """An operator between two operands."""
    chain = [node]  # long sums lean to the left
    while isinstance(node.left, Binary):
        node = node.left
        chain.append(node)
    value, at = run.of(node.left, scope), node.left
    for operation in reversed(chain):
        value, at = _operation(run, operation, at, value, scope), operation
    return value


def _operation(run: Evaluation, node: Binary, at: Expression, left: Abstract, scope: Scope) -> Abstract:
    operator = node.operator
    if operator in ("==", "!="):
        right = run.of(node.right, scope)
        if reason := never_equal(left, right):
            run.wrong(node, Kind.COMPARISON, reason, Certainty.TYPE)
            return Abstract(BOOL, operator == "!=", left.all_marks() | right.all_marks())
        return _comparison(operator, left, right)
    is_logical = operator in ("&&", "||")
    wanted, what = (BOOL if is_logical else NUMBER), f"an operand of {operator}"
    left = run.required(at, left, wanted, what)
    # What is on the right of && and || may not be evaluated.
    with run.only(Certainty.TYPE if is_logical else Certainty.VALUE):
        right = run.operand(node.right, scope, wanted, what)
    marks, is_later = together((left, right))
    result = NUMBER if operator in "+-*/%" else BOOL
    if is_logical and not (left.is_known and right.is_known):
        decisive = operator == "||"
        return (
            Abstract(BOOL, decisive, marks)
            if decisive in (left.value, right.value)
            else unknown(BOOL, marks, is_later)
        )
    if left.is_known and right.is_known:
        return _computed(result, lambda: operators.binary(operator, left.value, right.value), marks)
    return unknown(result, marks, is_later)


def _comparison(operator: str, left: Abstract, right: Abstract) -> Abstract:
    marks = left.all_marks() | right.all_marks()
    try:
        found = operators.binary(operator, plain(left), plain(right))
    except (InvalidError, LimitError):
        found = UNKNOWN
    if found is UNKNOWN:
        return unknown(BOOL, marks, left.is_later or right.is_later)
    return Abstract(BOOL, found, marks)


def never_equal(left: Abstract, right: Abstract) -> str:
    """Why two values are never equal: their types differ, and values are not converted to be compared.
    Nothing where they may be, or where one is null."""
    one, other = left.type, right.type
    if left.is_null or right.is_null:
        return ""
    if is_primitive(one) and is_primitive(other):
        return f"{told(one)} is never equal to {told(other)}" if one is not other else ""
    for type_, beside in ((one, right), (other, left)):
        if (
            isinstance(type_, Collection)
            and not isinstance(beside.type, Collection)
            and beside.value in ([], {})
        ):
            return f"{told(type_)} is never equal to {'[]' if beside.value == [] else '{}'}"
    return ""


def conditional(run: Evaluation, node: Conditional, scope: Scope) -> Abstract:
    """`condition ? yes : no`: both results become values of one type."""
    condition = run.operand(node.condition, scope, BOOL, "the condition")
    with run.only(None if condition.value is False else branch(condition)):
        yes = run.of(node.yes, scope)
    with run.only(None if condition.value is True else branch(condition)):
        no = run.of(node.no, scope)
    type_: Type | None = unify([one.type for one in (yes, no) if not _is_bare_null(one)])
    if type_ is None:
        message = f"one result of the condition is {told(yes.type)}, the other {told(no.type)}"
        run.wrong(node, Kind.OPERAND, message, Certainty.TYPE)
        return unknown(ANY, condition.marks)
    marks = condition.marks | yes.marks | no.marks
    if condition.is_known:
        return quietly(yes if condition.value else no, type_).marked(marks)
    is_later = condition.is_later or yes.is_later or no.is_later
    return unknown(type_, marks, is_later)


def _computed(type_: Type, work: Callable[[], Any], marks: Marks) -> Abstract:
    try:
        value = work()
    except (InvalidError, LimitError):
        value = UNKNOWN
    return Abstract(type_, value, marks)


def _is_bare_null(value: Abstract) -> bool:
    return value.is_null and value.type is ANY
