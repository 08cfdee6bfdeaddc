"""What is worked out of a module once, for thousands of questions about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from tffix import Module

T = TypeVar("T")


def remembered(module: Module, what: str, make: Callable[[], T]) -> T:
    """What ``make`` gives, until the module changes. ``what`` names it among all that is remembered."""
    store = module.recall(_store)
    if what not in store:
        store[what] = make()
    found: T = store[what]
    return found


def _store(module: Module) -> dict[str, Any]:
    return {}
