"""What is wrong with an expression, and how certain that is."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Collection
from dataclasses import dataclass

from ...hcl.nodes import Expression


class Kind(enum.Enum):
    """What a problem is about; each kind has a rule."""

    FUNCTION = "function"  # an unknown function, or arguments that it does not take
    OPERAND = "operand"  # a value that an operator, a template or a loop cannot work with
    ATTRIBUTE = "attribute"  # an attribute or element that is not there
    KEY = "key"  # an object with the same key twice
    COMPARISON = "comparison"  # a comparison of values whose types differ, so that they are never equal


class Certainty(enum.IntEnum):
    """What a problem depends on. One that depends on values is none in a branch that is not taken."""

    TEXT = 1  # whatever the values are, and whether or not the part is evaluated
    TYPE = 2  # whatever the values are, if the part is evaluated
    VALUE = 3  # the values that are known


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a part of an expression. Where it is a ``name`` that is not there, ``known`` are those that
    are."""

    node: Expression
    kind: Kind
    message: str
    certainty: Certainty
    name: str = ""
    known: Collection[str] = ()

    @property
    def near(self) -> str:
        """The name that was probably meant, if one is near."""
        found = difflib.get_close_matches(self.name, list(self.known), 1) if self.name else []
        return found[0] if found else ""

    @property
    def is_error(self) -> bool:
        """Whether Terraform stops at it."""
        return self.kind not in (Kind.KEY, Kind.COMPARISON)


class NotConvertibleError(Exception):
    """A value that cannot become one of the type that is wanted."""

    def __init__(self, message: str, certainty: Certainty) -> None:
        super().__init__(message)
        self.message = message
        self.certainty = certainty
