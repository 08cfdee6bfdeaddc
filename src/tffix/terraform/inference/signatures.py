"""The signatures of Terraform's functions: parameters, their types, and what is returned.

Facts: `signatures.json`, which tools/build_functions.py writes from what Terraform says of itself; of
OpenTofu's own functions, opentofu.org/docs/language/functions.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .types import Type, from_json

OPENTOFU = frozenset(("base64gunzip", "cidrcontains", "urldecode"))
"""Functions that only OpenTofu has."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a function; null is an argument only where it is ``nullable``."""

    name: str
    type: Type
    nullable: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """How a function is called. ``more`` is the parameter that any number of further arguments have."""

    parameters: tuple[Parameter, ...]
    more: Parameter | None
    returns: Type

    def parameter(self, number: int) -> Parameter | None:
        """The parameter of the argument at a position."""
        return self.parameters[number] if number < len(self.parameters) else self.more


@cache
def signatures() -> dict[str, Signature]:
    """All functions of Terraform by name."""
    text = resources.files(__package__).joinpath("signatures.json").read_text("utf-8")
    return {
        name: Signature(
            tuple(_parameter(one) for one in told["parameters"]),
            _parameter(told["more"]) if told["more"] else None,
            from_json(told["returns"]),
        )
        for name, told in json.loads(text)["functions"].items()
    }


def _parameter(told: list[object]) -> Parameter:
    name, type_, nullable = told
    assert isinstance(type_, str | list)
    return Parameter(str(name), from_json(type_), bool(nullable))
