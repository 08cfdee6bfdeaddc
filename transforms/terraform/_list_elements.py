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
    it, the data source's first: more than one where local values hand the list on."""

    name: str
    number: int
    path: tuple[Reference, ...]

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
    if steps:
        number = _number(steps[0], use, module)
    else:
        number, is_whole = _taken_outside(use, module)
        if is_whole and use.block.type == "locals" and len(path) < 10:
            for other in module.references_to(f"local.{use.attribute.name}"):
                yield from _taken(name, (*path, other), other.node.steps[1:], module)
    if number is not None:
        yield Element(name, number, path)


def _taken_outside(use: Reference, module: Module) -> tuple[int | None, bool]:
    """The number of the element that is taken of a list by what is around it; whether it is a whole value."""
    inner: nodes.Expression = use.node
    for node in _around(use):
        if isinstance(node, nodes.Call) and node.arguments and _is_same(node.arguments[0], inner):
            if node.name == "element":
                return 0, False
            if node.name == "slice" and len(node.arguments) == 3:
                return _last(evaluate(node.arguments[2], module)), False
            if node.name not in _PASSING:
                return None, False
        elif isinstance(node, nodes.Access) and _is_same(node.base, inner):
            return _number(node.steps[0], use, module), False
        elif not isinstance(node, nodes.Parentheses):
            return None, False
        inner = node
    return None, True


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


def _number(step: nodes.Step, use: Reference, module: Module) -> int | None:
    """The greatest number that an index has in the instances of a block, if all are known."""
    if isinstance(step, nodes.LegacyIndex):
        return step.number
    if not isinstance(step, nodes.Index):
        return None
    numbers = [evaluate(step.key, module, scope) for scope in instances(use.block, module)]
    if not numbers or not all(_is_number(number) for number in numbers):
        return None
    return max(map(int, numbers))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _last(end: object) -> int | None:
    return end - 1 if isinstance(end, int) and not isinstance(end, bool) and end > 0 else None
