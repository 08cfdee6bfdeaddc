"""Whether a literal value fits a type constraint, and if not, why."""

from __future__ import annotations

from ..hcl.nodes import Expression
from .conversions import UNKNOWN, InvalidError, LimitError, has_unknown
from .type_constraints import constrained
from .values import evaluate


def default_fault(value: Expression, constraint: Expression) -> str:
    """Why a value cannot be converted to a type, as a clause; nothing if it can, or if that is not known."""
    known = evaluate(value)
    try:
        if known is UNKNOWN or has_unknown(known):
            return ""
        constrained(known, constraint, evaluate)
    except InvalidError as error:
        return str(error)
    except LimitError:
        return ""
    return ""


__all__ = ["default_fault"]
