"""Whether a literal value fits a type constraint, and if not, why."""

from __future__ import annotations

from ..hcl.nodes import Expression
from .conversions import LimitError
from .inference.constraints import constraint
from .inference.converting import convert
from .inference.problems import NotConvertibleError
from .inference.table import literal_value


def default_fault(value: Expression, type_: Expression) -> str:
    """Why a value cannot be converted to a type, as a clause; nothing if it can, or if that is not known."""
    try:
        convert(literal_value(value), constraint(type_, literal_value))
    except NotConvertibleError as error:
        return error.message
    except (LimitError, RecursionError):
        return ""
    return ""


__all__ = ["default_fault"]
