"""Calls of functions: which there are, what they take and what they return."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...hcl.nodes import Call, Expression
from ..conversions import UNKNOWN, InvalidError, LimitError
from .abstract import ANYTHING, SENSITIVE, Abstract, has_later, is_whole, lifted, plain, primitive, unknown
from .converting import convert, quietly
from .evaluation import Evaluation, Scope
from .problems import Certainty, Kind, NotConvertibleError, Problem
from .returned import RETURNED, UnsuitableError
from .signatures import OPENTOFU, Signature, signatures
from .types import ANY, BOOL, Collection, TupleType, Type, told

_TIMES = {"formatdate": (1,), "timeadd": (0,), "timecmp": (0, 1)}
"""Arguments that are times."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_REMOVED = ("list", "map")  # terraform-function-removed reports and mends them
_KEEPING = "concat element flatten keys length lookup merge one reverse slice tolist tomap toset values"
_KEEPING_MARKS_INSIDE = frozenset(_KEEPING.split())
"""Functions whose results are not as sensitive as the most sensitive thing in their arguments."""


def call(run: Evaluation, node: Call, scope: Scope) -> Abstract:
    """What a function returns."""
    name = node.name.removeprefix("core::")
    signature = signatures().get(name)
    if name in ("try", "can"):
        return _attempt(run, node, scope)
    arguments = [run.of(argument, scope) for argument in node.arguments]
    if signature is None:
        _unknown_function(run, node)
        return ANYTHING
    places: list[Expression] = list(node.arguments)
    if node.expanded:
        expanded = _expanded(run, arguments.pop(), places.pop())
        if expanded is None:
            return unknown(_returned(name, signature, ()), is_later=any(one.is_later for one in arguments))
        places += [node.arguments[-1]] * len(expanded)
        arguments += expanded
    if not _counts(run, node, signature, len(arguments)):
        return unknown(signature.returns)
    return _applied(run, node, name, signature, arguments, places)


def _unknown_function(run: Evaluation, node: Call) -> None:
    if node.name.startswith("provider::") and run.names.lacks_provider(node.name.split("::")[1]):
        message = f"the provider of {node.name} is not in required_providers"
        run.wrong(node, Kind.FUNCTION, message, Certainty.TEXT)
    is_providers = "::" in node.name and not node.name.startswith("core::")
    if is_providers or node.name in OPENTOFU or node.name in _REMOVED:
        return
    message = f"there is no function '{node.name}'"
    run.report(Problem(node, Kind.FUNCTION, message, Certainty.TEXT, node.name, signatures()))


def _expanded(run: Evaluation, last: Abstract, place: Expression) -> list[Abstract] | None:
    """The arguments that ``...`` makes of the last one; None where their number is not known."""
    type_ = last.type
    is_sequence = isinstance(type_, TupleType) or (isinstance(type_, Collection) and type_.kind != "map")
    if type_ is not ANY and not is_sequence:
        run.wrong(place, Kind.FUNCTION, f"only a list can be expanded, not {told(type_)}", Certainty.TYPE)
        return None
    if last.is_null:
        run.wrong(place, Kind.FUNCTION, "only a list can be expanded, not null", Certainty.VALUE)
        return None
    if isinstance(last.value, list):
        return [item.marked(last.marks) for item in last.value]
    if isinstance(type_, TupleType):
        return [unknown(one, last.marks, last.is_later) for one in type_.items]
    return None


def _counts(run: Evaluation, node: Call, signature: Signature, number: int) -> bool:
    """Whether the number of arguments is right; where it is not, that is reported."""
    least, most = len(signature.parameters), None if signature.more else len(signature.parameters)
    if number >= least and (most is None or number <= most):
        return True
    wanted = f"{'at least ' if most is None else ''}{least} argument{'s' if least != 1 else ''}"
    certainty = Certainty.VALUE if node.expanded else Certainty.TEXT
    place = node if number < least or node.expanded else node.arguments[most or 0]
    run.wrong(place, Kind.FUNCTION, f"{node.name} takes {wanted}, not {number}", certainty)
    return False


def _applied(
    run: Evaluation,
    node: Call,
    name: str,
    signature: Signature,
    arguments: list[Abstract],
    places: Sequence[Expression],
) -> Abstract:
    taken: list[Abstract] = []
    for number, (argument, place) in enumerate(zip(arguments, places, strict=True)):
        parameter = signature.parameter(number)
        assert parameter is not None
        what = f"argument {parameter.name} of {node.name}"
        try:
            taken.append(convert(argument, parameter.type))
        except NotConvertibleError as error:
            run.wrong(place, Kind.FUNCTION, f"{what}: {error.message}", error.certainty)
            return unknown(signature.returns)
        if argument.is_null and not parameter.nullable:
            run.wrong(place, Kind.FUNCTION, f"{what} is null", Certainty.VALUE)
            return unknown(signature.returns)
        if number in _TIMES.get(name, ()) and _is_no_time(argument):
            run.wrong(place, Kind.FUNCTION, f"{what} is not a time as RFC 3339 has it", Certainty.VALUE)
            return unknown(signature.returns)
    try:
        type_ = _returned(name, signature, taken)
    except UnsuitableError as error:
        what = f"argument {error.position + 1} of {node.name}" if places else node.name
        place = places[error.position] if error.position < len(places) else node
        run.wrong(place, Kind.FUNCTION, f"{what}: {error.wanted}", Certainty.TYPE)
        return unknown(signature.returns)
    return _result(run, node, name, type_, taken)


def _is_no_time(argument: Abstract) -> bool:
    return isinstance(argument.value, str) and _TIME.fullmatch(argument.value) is None


def _returned(name: str, signature: Signature, arguments: Sequence[Abstract]) -> Type:
    work = RETURNED.get(name)
    return work(arguments) if work and arguments else signature.returns


def _result(run: Evaluation, node: Call, name: str, type_: Type, arguments: list[Abstract]) -> Abstract:
    keeps = name in _KEEPING_MARKS_INSIDE
    marks = frozenset().union(*(one.marks if keeps else one.all_marks() for one in arguments))
    is_later = any(has_later(one) for one in arguments)
    if name == "nonsensitive":
        return arguments[0].unmarked(SENSITIVE)
    if name == "sensitive":
        return arguments[0].marked(frozenset((SENSITIVE,)))
    if name == "issensitive":
        return unknown(BOOL)
    from .. import functions  # late: many modules call none

    try:
        value = functions.call(name, [plain(one) for one in arguments])
    except InvalidError as error:
        run.wrong(node, Kind.FUNCTION, f"{node.name} fails: {error}", Certainty.VALUE)
        return unknown(type_, marks)
    except LimitError:
        value = UNKNOWN
    if value is UNKNOWN:
        return unknown(type_, marks, is_later)
    return quietly(lifted(value, is_later), signatures()[name].returns).marked(marks)


def _attempt(run: Evaluation, node: Call, scope: Scope) -> Abstract:
    """``try`` and ``can``: what is wrong in their arguments is what they are there for."""
    results: list[Abstract] = []
    for argument in node.arguments:
        value, failed = run.tried(argument, scope)
        if node.name == "can":
            if not failed and not is_whole(value):
                return unknown(BOOL)
            return primitive(not failed)
        if not failed:
            results.append(value)
            if is_whole(value):
                break
    if len(results) == 1 and is_whole(results[0]):
        return results[0]
    types = {one.type for one in results}
    return unknown(types.pop() if len(types) == 1 and len(results) == len(node.arguments) else ANY)
