"""The names that the expressions of a module ask values for, whatever these are, and what they call.

This is for what nothing is known of: a provider without a schema, a module that is not on disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..hcl.nodes import Access, Call, Expression, GetAttribute, Index, Template, Traversal
from ..hcl.parser import parse_expression
from ..hcl.tree import UnreadAttribute
from .address import Address
from .module import Module
from .selections import selections

_ORDERS = frozenset(("depends_on", "ignore_changes", "replace_triggered_by"))
"""Arguments that list addresses, and ask nothing of what they name."""


class _Asked(NamedTuple):
    """What one expression asks."""

    names: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    functions: frozenset[tuple[str, str]]


def names_asked(module: Module) -> Set[str]:
    """Every name that is asked of anything: ``.name`` and ``["name"]``."""
    return module.recall(_names)


def names_after(module: Module) -> Mapping[str, Set[str]]:
    """For a name, those that are asked of what has it, also after an index: ``.rule[0].port``."""
    return module.recall(_names_after)


def names_asked_of(address: Address, module: Module) -> Set[str] | None:
    """The attributes or outputs that are asked of a resource or a module call; None where it goes on as a
    whole, so that it may be asked for anything."""
    found = selections(address, module)
    return None if found.whole else {one.name for one in found.found}


def provider_functions(module: Module) -> Set[tuple[str, str]]:
    """The functions of providers that are called, each with the provider's local name."""
    return {one for asked in _all(module) for one in asked.functions}


def _names(module: Module) -> Set[str]:
    return {name for asked in _all(module) for name in asked.names}


def _names_after(module: Module) -> Mapping[str, Set[str]]:
    found: dict[str, set[str]] = {}
    for asked in _all(module):
        for first, second in asked.pairs:
            found.setdefault(first, set()).add(second)
    return found


def _all(module: Module) -> Iterator[_Asked]:
    for file in module.files.values():
        for body in file.body.walk():
            for attribute in body.attributes:
                if attribute.name not in _ORDERS and not isinstance(attribute, UnreadAttribute):
                    yield _asked(attribute.source)


@lru_cache(maxsize=100_000)
def _asked(source: str) -> _Asked:
    names: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    functions: set[tuple[str, str]] = set()
    for node in parse_expression(source).walk():
        if isinstance(node, Call):
            _, is_of_provider, called = node.name.partition("provider::")
            scope, _, function = called.partition("::")
            if is_of_provider and function:
                functions.add((scope, function))
        elif isinstance(node, Traversal | Access):
            asked = [name for step in node.steps if (name := _name(step)) is not None]
            names.update(asked)
            pairs.update(pairwise((node.root, *asked) if isinstance(node, Traversal) else asked))
    return _Asked(frozenset(names), frozenset(pairs), frozenset(functions))


def _name(step: Expression) -> str | None:
    """The name that a step asks for; None for a number, a splat, and what is only computed."""
    if isinstance(step, Index) and isinstance(step.key, Template):
        return step.key.literal
    return step.name if isinstance(step, GetAttribute) else None


__all__ = ["names_after", "names_asked", "names_asked_of", "provider_functions"]
