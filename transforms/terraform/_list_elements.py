"""Elements that are taken of a data source's list by their number, in whatever way that is written.

Facts: Terraform language documentation, "element Function" (the index wraps around, the list may not be
empty) and "slice Function".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tffix import Address, Module, Reference, evaluate, nodes

from ._contexts import instances

_PASSING = frozenset(("compact", "distinct", "reverse", "sort", "tolist"))
"""Functions that give a list with no more elements than they are given."""


@dataclass(frozen=True, slots=True)
class Element:
    """The greatest number of an element that a use takes of a list; ``path`` are the references that lead to
    it, the data source's first: more than one where local values hand the list on. ``is_sure`` is False where
    the value of a variable decides the number, such as its default."""

    name: str
    number: int
    path: tuple[Reference, ...]
    is_sure: bool

    @property
    def use(self) -> Reference:
        return self.path[-1]


def elements(address: Address, lists: Sequence[str], module: Module) -> Iterator[Element]:
    """The elements that a module takes of the lists of a data source."""
    for reference in module.references_to(address):
        steps = reference.node.steps[2:]
        if steps and isinstance(steps[0], nodes.GetAttribute) and steps[0].name in lists:
            yield from _taken(steps[0].name, (reference,), steps[1:], module)


def _taken(
    name: str, path: tuple[Reference, ...], steps: Sequence[nodes.Step], module: Module
) -> Iterator[Element]:
    use = path[-1]
    taker = _step(steps[0]) if steps else _taker(use)
    if isinstance(taker, str):
        if taker == _WHOLE and use.block.type == "locals" and len(path) < 10:
            for other in module.references_to(f"local.{use.attribute.name}"):
                yield from _taken(name, (*path, other), other.node.steps[1:], module)
        return
    node, less = taker
    for defaults in (False, True):
        number = _greatest(node, use, module, defaults)
        if number is not None and number >= less:
            yield Element(name, number - less, path, not defaults)
            return


_NONE, _WHOLE = "none", "whole"
_Taker = tuple[nodes.Expression | int, int] | str
"""What takes an element of a list: its number, and how much that is too great; or that none is taken, or that
the list is a whole value."""


def _step(step: nodes.Step) -> _Taker:
    if isinstance(step, nodes.LegacyIndex):
        return step.number, 0
    return (step.key, 0) if isinstance(step, nodes.Index) else _NONE


def _taker(use: Reference) -> _Taker:
    """What takes an element of a list by what is around it."""
    inner: nodes.Expression = use.node
    for node in _around(use):
        if isinstance(node, nodes.Call) and node.arguments and _is_same(node.arguments[0], inner):
            if node.name == "element":
                return 0, 0
            if node.name == "slice" and len(node.arguments) == 3:
                return node.arguments[2], 1
            if node.name not in _PASSING:
                return _NONE
        elif isinstance(node, nodes.Access) and _is_same(node.base, inner):
            return _step(node.steps[0])
        elif not isinstance(node, nodes.Parentheses):
            return _NONE
        inner = node
    return _WHOLE


def _around(use: Reference) -> list[nodes.Expression]:
    """The nodes that a reference stands in, the nearest first."""
    found = [
        node
        for node in use.attribute.expression.walk()
        if node.start <= use.node.start and use.node.end <= node.end and not _is_same(node, use.node)
    ]
    return sorted(found, key=lambda node: node.end - node.start)


def _is_same(one: nodes.Expression, other: nodes.Expression) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _greatest(node: nodes.Expression | int, use: Reference, module: Module, defaults: bool) -> int | None:
    """The greatest value that a number has in the instances of a block, if all are known."""
    if isinstance(node, int):
        return node
    scopes = instances(use.block, module, defaults=defaults)
    numbers = [evaluate(node, module, scope, defaults=defaults) for scope in scopes]
    if not numbers or not all(_is_number(number) for number in numbers):
        return None
    return max(map(int, numbers))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
