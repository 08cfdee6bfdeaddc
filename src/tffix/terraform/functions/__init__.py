"""Terraform's pure functions on static values.

Facts: Terraform language documentation, "Functions"; what it leaves open is as `terraform console` 1.11
answers.
"""

from __future__ import annotations

from ..conversions import UNKNOWN, Value
from . import collections, encodings, networks, numbers, strings
from .signature import Function

TABLE: dict[str, Function] = {
    **strings.TABLE,
    **numbers.TABLE,
    **collections.TABLE,
    **encodings.TABLE,
    **networks.TABLE,
}


def call(name: str, arguments: list[Value]) -> Value:
    """What a function returns; UNKNOWN for one that is not in the table. Raises InvalidError, LimitError."""
    function = TABLE.get(name.removeprefix("core::"))
    return function(arguments) if function else UNKNOWN
