"""Static values: what an expression evaluates to, as far as that is known without running Terraform.

`evaluate` answers with plain Python data or with UNKNOWN, and never raises. It is sure or says UNKNOWN:
where Terraform would report an error, where a provider, a file or the clock decides, and where this
module does not follow Terraform's rules to the end.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..hcl.nodes import Expression
from .conversions import UNKNOWN, LimitError, Unknown, Value, has_unknown
from .inference.abstract import lifted, plain
from .inference.module_values import NO_SCHEMAS, module_values
from .inference.table import NOTHING, evaluation
from .module import Module

Scope = Mapping[str, Value]


def evaluate(
    expression: Expression,
    module: Module | None = None,
    scope: Scope | None = None,
    *,
    defaults: bool = False,
    partial: bool = False,
) -> Value:
    """The value of an expression in a module, or UNKNOWN.

    ``scope`` gives values to names, like ``{"each": {"key": "a", "value": 1}}``. With ``defaults`` a
    variable is worth what its callers give it, or its default, else it is unknown. With ``partial`` the
    answer may be a collection that has UNKNOWN in it; without, it is then UNKNOWN altogether.
    """
    names = NOTHING if module is None else module_values(module, NO_SCHEMAS, defaults=defaults)
    run = evaluation(names)
    try:
        found = run.of(expression, {name: lifted(value) for name, value in (scope or {}).items()})
        if any(problem.is_error for problem in run.problems.values()):
            return UNKNOWN
        value = plain(found)
        return value if partial or not has_unknown(value) else UNKNOWN
    except (LimitError, RecursionError):
        return UNKNOWN


__all__ = ["UNKNOWN", "Unknown", "Value", "evaluate"]
