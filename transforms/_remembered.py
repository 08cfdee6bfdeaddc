"""What is worked out of a module once, for thousands of questions about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tffix import Module

T = TypeVar("T")


def remembered(module: Module, what: str, make: Callable[[], T]) -> T:
    """What ``make`` gives, until the module changes. ``what`` names it among all that is remembered."""
    if what not in module.derived:
        module.derived[what] = make()
    found: T = module.derived[what]
    return found
