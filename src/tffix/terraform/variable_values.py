"""The values that variables are given: whether they fit the declared type and pass the validations.

Facts: Terraform language documentation, "Input Variables" and "Custom Conditions".
"""

from __future__ import annotations

from collections.abc import Iterator

from ..hcl.nodes import Call, Expression, For, Object, Traversal
from ..hcl.tree import Attribute, Block, File
from .address import mentions
from .conversions import UNKNOWN, LimitError, Value
from .inference.abstract import lifted, plain
from .inference.converting import convert
from .inference.module_values import declared_type
from .inference.problems import NotConvertibleError
from .module import Module
from .test_files import VALUES, documents
from .values import evaluate


def files_of_values(module: Module) -> list[tuple[str, File]]:
    """The files of variable values beside a module that can be parsed, by name."""
    return list(documents(module, VALUES))


def what_is_not_literal(expression: Expression) -> Expression | None:
    """The first part of an expression that Terraform does not accept in a file of values: a reference or a
    call of a function. Names of keys, and what a for-expression binds, are no references."""
    nodes = list(expression.walk())
    keys = {item.key for node in nodes if isinstance(node, Object) for item in node.items}
    bound = {name for node in nodes if isinstance(node, For) for name in node.names}
    for node in nodes:
        is_name = isinstance(node, Traversal) and (node in keys or node.root in bound)
        if isinstance(node, Call) or (isinstance(node, Traversal) and not is_name):
            return node
    return None


def value_of(attribute: Attribute) -> Value:
    """The value that a file of values sets; UNKNOWN if it is not accepted there."""
    node = attribute.expression
    return UNKNOWN if what_is_not_literal(node) is not None else evaluate(node)


def misfit(value: Value, variable: Block) -> str:
    """Why a variable does not take a value, as a clause; nothing if it does, or it is not certain."""
    is_nullable = variable.get("nullable")
    if value is None:
        refuses = is_nullable is not None and is_nullable.boolean is False
        return "it cannot be null" if refuses and variable.get("default") is None else ""
    try:
        _typed(value, variable)
    except NotConvertibleError as error:
        return error.message
    except LimitError:
        return ""
    return ""


def failed_validations(value: Value, variable: Block, module: Module) -> Iterator[Block]:
    """The validations of a variable that a value certainly fails."""
    try:
        typed = _typed(value, variable)
    except (NotConvertibleError, LimitError):
        return
    if typed is UNKNOWN or len(variable.labels) != 1:
        return
    own = variable.labels[0]
    for validation in variable.blocks("validation"):
        condition = validation.get("condition")
        if condition is None or any(
            _is_another(one.address.parts, own) for one in mentions(condition.source)
        ):
            continue
        if evaluate(condition.expression, module, {"var": {own: typed}}) is False:
            yield validation


def _is_another(parts: tuple[str, ...], own: str) -> bool:
    """Whether a condition depends on more than the value of its own variable and what is constant."""
    return parts != ("var", own) and parts[0] != "local"


def _typed(value: Value, variable: Block) -> Value:
    """A value as a variable makes it. Raises NotConvertibleError and LimitError."""
    if value is None and variable.get("default") is not None:
        is_nullable, default = variable.get("nullable"), variable.get("default")
        if is_nullable is not None and is_nullable.boolean is False and default is not None:
            value = evaluate(default.expression)
    return plain(convert(lifted(value), declared_type(variable)))


__all__ = ["failed_validations", "files_of_values", "misfit", "value_of", "what_is_not_literal"]
