"""Static values: what an expression evaluates to, as far as that is known without running Terraform.

`evaluate` answers with plain Python data or with UNKNOWN, and never raises. It is sure or says UNKNOWN:
where Terraform would report an error, where a provider, a file or the clock decides, and where this
module does not follow Terraform's rules to the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..hcl.encoding import is_broken
from ..hcl.errors import SyntaxFault
from ..hcl.nodes import (
    Access,
    Binary,
    Call,
    Conditional,
    Expression,
    For,
    ForDirective,
    GetAttribute,
    IfDirective,
    Index,
    Interpolation,
    LegacyIndex,
    Literal,
    Object,
    ObjectItem,
    Parentheses,
    Splat,
    Step,
    Template,
    TemplateLiteral,
    Traversal,
    Tuple,
    Unary,
)
from ..hcl.templates import literal_texts
from . import operators
from .conversions import (
    MAX_SIZE,
    UNKNOWN,
    InvalidError,
    LimitError,
    Set,
    Unknown,
    Value,
    has_unknown,
    is_settled,
    one_type,
    to_bool,
    to_number,
    to_string,
)
from .module import Module
from .type_constraints import constrained

MAX_DEPTH = 100
"""Expressions and chains of local values deeper than this are not followed."""

_MAX_STEPS = 50_000
Scope = Mapping[str, Value]


def evaluate(
    expression: Expression,
    module: Module | None = None,
    scope: Scope | None = None,
    *,
    defaults: bool = False,
    partial: bool = False,
    known: dict[str, Value] | None = None,
) -> Value:
    """The value of an expression in a module, or UNKNOWN.

    ``scope`` gives values to names, like ``{"each": {"key": "a", "value": 1}}``. With ``defaults`` a
    variable is worth its default, else it is unknown. With ``partial`` the answer may be a collection that
    has UNKNOWN in it; without, it is then UNKNOWN altogether. ``known`` takes the local values and variables
    that are worked out, for the next call on the same module while that stays as it is.
    """
    run = _Evaluation(module, defaults, {} if known is None else known)
    try:
        value = run.value(expression, scope or {})
        return value if partial or not has_unknown(value) else UNKNOWN
    except (InvalidError, LimitError, RecursionError):
        return UNKNOWN


class _Evaluation:
    """One run. Raises InvalidError where Terraform reports an error, LimitError where it gives up."""

    def __init__(self, module: Module | None, defaults: bool, known: dict[str, Value]) -> None:
        self.module = module
        self.defaults = defaults
        self.depth = 0
        self.steps = 0
        self.known = known  # local values and variables by address
        self.open: set[str] = set()  # those that are being evaluated

    def value(self, node: Expression, scope: Scope) -> Value:
        self.steps += 1
        if self.depth >= MAX_DEPTH or self.steps > _MAX_STEPS:
            raise LimitError
        self.depth += 1
        try:
            method = _METHODS.get(type(node))
            return method(self, node, scope) if method else UNKNOWN
        finally:
            self.depth -= 1

    def literal(self, node: Literal, scope: Scope) -> Value:
        value = node.value
        return (
            to_number(node.text) if isinstance(value, int | float) and not isinstance(value, bool) else value
        )

    # -- templates ---------------------------------------------------------------------------------------

    def template(self, node: Template, scope: Scope) -> Value:
        if len(node.parts) == 1 and isinstance(node.parts[0], Interpolation):
            return self.value(node.parts[0].expression, scope)
        return self.joined(node.parts, literal_texts(node), scope)

    def joined(self, parts: Sequence[Expression], texts: dict[TemplateLiteral, str], scope: Scope) -> Value:
        found = [self.part(part, texts, scope) for part in parts]
        if UNKNOWN in found:
            return UNKNOWN
        if sum(map(len, found)) > 10 * MAX_SIZE:
            raise LimitError
        return to_string("".join(found))

    def part(self, part: Expression, texts: dict[TemplateLiteral, str], scope: Scope) -> Value:
        if isinstance(part, TemplateLiteral):
            text = texts.get(part, "")
            return UNKNOWN if is_broken(text) else text
        if isinstance(part, Interpolation):
            return required(to_string(self.value(part.expression, scope)))
        if isinstance(part, IfDirective):
            condition = required(to_bool(self.value(part.condition, scope)))
            if condition is UNKNOWN:
                return UNKNOWN
            return self.joined(part.yes if condition else part.no, texts, scope)
        assert isinstance(part, ForDirective)
        names = (part.value,) if part.key is None else (part.key, part.value)
        scopes = self.scopes(part.collection, names, scope)
        if scopes is UNKNOWN:
            return UNKNOWN
        found = [self.joined(part.parts, texts, inner) for inner in scopes]
        return UNKNOWN if UNKNOWN in found else "".join(found)

    # -- names -------------------------------------------------------------------------------------------

    def traversal(self, node: Traversal, scope: Scope) -> Value:
        if node.root in scope:
            return self.follow(scope[node.root], node.steps, scope)
        if node.root in ("local", "var") and node.steps and isinstance(node.steps[0], GetAttribute):
            return self.follow(self.named(node.root, node.steps[0].name), node.steps[1:], scope)
        return UNKNOWN

    def named(self, root: str, name: str) -> Value:
        """The value of ``local.name`` or ``var.name``."""
        address = f"{root}.{name}"
        if address not in self.known:
            if address in self.open:
                return UNKNOWN
            self.open.add(address)
            self.known[address] = self.local(name) if root == "local" else self.variable(name)
            self.open.discard(address)
        return self.known[address]

    def local(self, name: str) -> Value:
        attribute = self.module.locals.get(name) if self.module else None
        try:
            return self.value(attribute.expression, {}) if attribute else UNKNOWN
        except (SyntaxFault, InvalidError):
            return UNKNOWN

    def variable(self, name: str) -> Value:
        block = self.module.variable(name) if self.module and self.defaults else None
        default = block.get("default") if block else None
        constraint = block.get("type") if block else None
        try:
            if default is None:
                return UNKNOWN
            value = self.value(default.expression, {})
            if constraint is None:
                return value
            return constrained(value, constraint.expression, lambda node: self.value(node, {}))
        except (SyntaxFault, InvalidError):
            return UNKNOWN

    def follow(self, value: Value, steps: Sequence[Step], scope: Scope) -> Value:
        """What ``steps`` lead to from ``value``."""
        for number, step in enumerate(steps):
            if isinstance(step, Splat):
                return self.splat(value, step, steps[number + 1 :], scope)
            if isinstance(step, GetAttribute):
                value = operators.attribute(value, step.name)
            elif isinstance(step, LegacyIndex):
                value = operators.index(value, step.number)
            elif isinstance(step, Index):
                value = operators.index(value, self.value(step.key, scope))
        return value

    def splat(self, value: Value, splat: Splat, steps: Sequence[Step], scope: Scope) -> Value:
        if value is UNKNOWN:
            return UNKNOWN
        each, after = steps, steps[:0]
        if not splat.full:
            end = 0
            while end < len(steps) and isinstance(steps[end], GetAttribute | LegacyIndex):
                end += 1
            each, after = steps[:end], steps[end:]
        items = value if isinstance(value, list) else [] if value is None else [value]
        self.depth += 1
        if self.depth >= MAX_DEPTH:
            raise LimitError
        self.steps += len(items)
        found = [self.follow(item, each, scope) for item in items]
        self.depth -= 1
        return self.follow(found, after, scope)

    def access(self, node: Access, scope: Scope) -> Value:
        return self.follow(self.value(node.base, scope), node.steps, scope)

    # -- operations --------------------------------------------------------------------------------------

    def parentheses(self, node: Parentheses, scope: Scope) -> Value:
        return self.value(node.inner, scope)

    def unary(self, node: Unary, scope: Scope) -> Value:
        return operators.unary(node.operator, self.value(node.operand, scope))

    def binary(self, node: Binary, scope: Scope) -> Value:
        chain = [node]  # long sums lean to the left
        while isinstance(node.left, Binary):
            node = node.left
            chain.append(node)
        value = self.value(node.left, scope)
        for operation in reversed(chain):
            value = operators.binary(operation.operator, value, self.value(operation.right, scope))
        return value

    def conditional(self, node: Conditional, scope: Scope) -> Value:
        condition = required(to_bool(self.value(node.condition, scope)))
        if condition is UNKNOWN:
            return UNKNOWN
        taken, other = (node.yes, node.no) if condition else (node.no, node.yes)
        result = self.value(taken, scope)
        try:
            against = self.value(other, scope)
        except InvalidError:
            against = UNKNOWN
        if has_unknown(against):
            return result if is_settled(result) else UNKNOWN
        return one_type(result, against)[0]

    def call(self, node: Call, scope: Scope) -> Value:
        if node.name in ("try", "can") and not node.expanded:
            return self.attempt(node, scope)
        arguments = [self.value(argument, scope) for argument in node.arguments]
        if node.expanded:
            last = arguments.pop()
            if last is UNKNOWN:
                return UNKNOWN
            if not isinstance(last, list):
                raise InvalidError("only a list can be expanded into arguments")
            arguments += last
        from . import functions  # late: most runs of tffix evaluate no call

        return functions.call(node.name, arguments)

    def attempt(self, node: Call, scope: Scope) -> Value:
        for argument in node.arguments:
            try:
                value = self.value(argument, scope)
            except InvalidError:
                if node.name == "can":
                    return False
                continue
            if has_unknown(value):
                return UNKNOWN
            return True if node.name == "can" else value
        raise InvalidError("no expression succeeded")

    # -- collections -------------------------------------------------------------------------------------

    def tuple(self, node: Tuple, scope: Scope) -> Value:
        return [self.value(item, scope) for item in node.items]

    def object(self, node: Object, scope: Scope) -> Value:
        result: dict[str, Value] = {}
        for item in node.items:
            key = self.key(item, scope)
            if key is UNKNOWN:
                return UNKNOWN
            result[key] = self.value(item.value, scope)
        return result

    def key(self, item: ObjectItem, scope: Scope) -> Value:
        key = item.key
        if isinstance(key, Traversal) and not key.steps:
            return key.root
        if isinstance(key, Literal) and (key.value is None or isinstance(key.value, bool)):
            return key.text
        if isinstance(key, Traversal):
            raise InvalidError("a reference as a key needs parentheses")
        return required(to_string(self.value(key, scope)))

    def scopes(self, collection: Expression, names: Sequence[str], scope: Scope) -> Any:
        """The scopes of the rounds of a for-expression, or UNKNOWN."""
        value = self.value(collection, scope)
        if value is UNKNOWN:
            return UNKNOWN
        if not isinstance(value, list | dict):
            raise InvalidError("only a collection can be gone through")
        if isinstance(value, dict):
            rounds: Iterator[tuple[Value, Value]] = ((key, value[key]) for key in sorted(value))
        else:
            rounds = zip(value, value, strict=True) if isinstance(value, Set) else iter(enumerate(value))
        return [{**scope, **dict(zip(names, pair[-len(names) :], strict=True))} for pair in rounds]

    def for_expression(self, node: For, scope: Scope) -> Value:
        scopes = self.scopes(node.collection, node.names, scope)
        pairs: list[tuple[Value, Value]] = []
        for inner in () if scopes is UNKNOWN else scopes:
            if node.condition is not None:
                condition = required(to_bool(self.value(node.condition, inner)))
                if condition is UNKNOWN:
                    return UNKNOWN
                if not condition:
                    continue
            key = None if node.key is None else required(to_string(self.value(node.key, inner)))
            if key is UNKNOWN:
                return UNKNOWN
            pairs.append((key, self.value(node.value, inner)))
        if scopes is UNKNOWN:
            return UNKNOWN
        if node.key is None:
            return [value for _, value in pairs]
        grouped: dict[str, list[Value]] = {}
        for key, value in pairs:
            grouped.setdefault(key, []).append(value)
        if node.grouped:
            return grouped
        if len(grouped) < len(pairs):
            raise InvalidError("a key occurs twice")
        return dict(pairs)


def required(value: Value) -> Value:
    if value is None:
        raise InvalidError("null is not allowed here")
    return value


_METHODS: dict[type[Expression], Callable[[_Evaluation, Any, Scope], Value]] = {
    Literal: _Evaluation.literal,
    Template: _Evaluation.template,
    Traversal: _Evaluation.traversal,
    Access: _Evaluation.access,
    Parentheses: _Evaluation.parentheses,
    Unary: _Evaluation.unary,
    Binary: _Evaluation.binary,
    Conditional: _Evaluation.conditional,
    Call: _Evaluation.call,
    Tuple: _Evaluation.tuple,
    Object: _Evaluation.object,
    For: _Evaluation.for_expression,
}

__all__ = ["UNKNOWN", "Unknown", "Value", "evaluate"]
