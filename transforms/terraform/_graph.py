"""What waits for what in a module and in the local modules that it calls, and the circles in that.

As Terraform does it: resources, local values, variables and outputs are nodes; a module call is none, only
its `count`, `for_each` and `depends_on` are, for which everything in the module waits.

Facts: Terraform internals documentation, "Resource Graph".
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tffix import Address, Module, Reference, nodes

from ._groups import groups, has_circle

_REPEATED = ("count", "for_each", "depends_on")
_AFTERWARDS = ("connection", "lifecycle", "provisioner")
_NOT_IN_GRAPH = ("source", "version")
_CALLS, _LEVELS = 1000, 40  # what people write has fewer; two calls a level are 2^40
_SEARCHES = 20  # each looks through the whole group


@dataclass(frozen=True, slots=True)
class Node:
    """What an address names in one of the modules; ``path`` are the calls that lead to it."""

    path: tuple[str, ...]
    address: Address

    def __str__(self) -> str:
        return "".join(f"module.{name}." for name in self.path) + str(self.address)


@dataclass(frozen=True, slots=True)
class Edge:
    """That one node waits for another, and the reference that says so; None for what is inside a call."""

    waiting: Node
    needed: Node
    reference: Reference | None

    @property
    def is_explicit(self) -> bool:
        """Whether nothing but ``depends_on`` makes it."""
        return self.reference is not None and self.reference.attribute.name == "depends_on"


def edges(module: Module) -> list[Edge]:
    """All edges of a module and of the modules below it, if these are not too many; none where there is no
    circle in the module even if each of the modules that it calls counts as one node."""
    if not _may_have_circles(module):
        return []
    return list(_edges(module, ()) if _is_vast(module) else _all_edges(module, ()))


def _is_vast(module: Module) -> bool:
    """Whether the calls below a module are too many or too deep to follow, or have no end."""
    level, count = [module], 0
    for _ in range(_LEVELS):
        level = [child for one in level for child in one.children.values()]
        count += len(level)
        if not level or count > _CALLS:
            break
    return bool(level)


def _may_have_circles(module: Module) -> bool:
    needs: dict[Address, set[Address]] = {}
    for reference in module.references:
        block = reference.block
        local = Address(("local", reference.attribute.name)) if block.type == "locals" else None
        waiting = local or Address.of(block)
        if waiting is not None and block.type != "variable":
            needs.setdefault(waiting, set()).add(reference.address)
    return has_circle(needs)


def _edges(module: Module, path: tuple[str, ...]) -> Iterator[Edge]:
    for reference in module.references:
        waiting = _waiting(reference, module, path)
        if waiting is not None:
            for needed in _needed(reference, module, path):
                if waiting != needed or not _may_name_itself(reference):
                    yield Edge(waiting, needed, reference)


def _all_edges(module: Module, path: tuple[str, ...]) -> Iterator[Edge]:
    yield from _edges(module, path)
    for name, child in module.children.items():
        inner = (*path, name)
        if any(call.get(one) for call in module.blocks("module", name) for one in _REPEATED):
            for node in _contents(child, inner):
                yield Edge(node, Node(path, Address(("module", name))), None)
        yield from _all_edges(child, inner)


def _waiting(reference: Reference, module: Module, path: tuple[str, ...]) -> Node | None:
    """The node that a reference stands in."""
    block, attribute = reference.block, reference.attribute
    if block.type == "locals":
        return Node(path, Address(("local", attribute.name)))
    if block.type in ("resource", "data", "ephemeral", "output"):
        address = Address.of(block)
        return Node(path, address) if address is not None else None
    if block.type != "module" or block.labels[0] not in module.children or attribute.name in _NOT_IN_GRAPH:
        return None
    if attribute.name in _REPEATED:
        return Node(path, Address(("module", block.labels[0])))
    return Node((*path, block.labels[0]), Address(("var", attribute.name)))


def _may_name_itself(reference: Reference) -> bool:
    """Whether Terraform accepts there that a resource names itself: its provisioners run after it is made."""
    body = reference.attribute.parent
    while body is not None and body.owner is not None and body.owner is not reference.block:
        if body.owner.type in _AFTERWARDS:
            return True
        body = body.owner.parent
    return reference.attribute.name == "depends_on"


def _needed(reference: Reference, module: Module, path: tuple[str, ...]) -> Iterator[Node]:
    """The nodes that a reference names; none in modules that are not known."""
    address = reference.address
    if address.parts[0] != "module":
        if module.get(address) is not None:
            yield Node(path, address)
        return
    name = address.parts[1]
    child, inner = module.children.get(name), (*path, name)
    if child is None:
        return
    steps = reference.node.steps[1:]
    output = next((step.name for step in steps if isinstance(step, nodes.GetAttribute)), None)
    if output is not None:
        yield Node(inner, Address(("output", output)))
        return
    yield from (Node(inner, Address(("output", block.labels[0]))) for block in child.blocks("output"))
    if reference.attribute.name == "depends_on":
        yield from _contents(child, inner)


def _contents(module: Module, path: tuple[str, ...]) -> Iterator[Node]:
    for type_ in ("resource", "data"):
        for block in module.blocks(type_):
            address = Address.of(block)
            if address is not None:
                yield Node(path, address)


def circles(found: Sequence[Edge]) -> Iterator[tuple[list[Edge], list[Edge]]]:
    """Each group of nodes that wait for each other, as a short circle (the shortest of those that the first
    edges of the group lie on) and all edges of the group."""
    by_group: dict[int, list[Edge]] = {}
    group_of = groups(needs_of(found))
    for edge in found:
        if group_of[edge.waiting] == group_of[edge.needed]:
            by_group.setdefault(group_of[edge.waiting], []).append(edge)
    for group in by_group.values():
        yield _short_circle(group), group


def needs_of(found: Iterable[Edge]) -> dict[Node, set[Node]]:
    """What each node waits for."""
    needs: dict[Node, set[Node]] = {}
    for edge in found:
        needs.setdefault(edge.waiting, set()).add(edge.needed)
    return needs


def _short_circle(group: Sequence[Edge]) -> list[Edge]:
    leaving: dict[Node, list[Edge]] = {}
    for edge in group:
        leaving.setdefault(edge.waiting, []).append(edge)
    return min((_circle_from(edge, leaving) for edge in group[:_SEARCHES]), key=len)


def _circle_from(first: Edge, leaving: Mapping[Node, Sequence[Edge]]) -> list[Edge]:
    """The shortest way back to where an edge begins; there is one in a group."""
    came_by, queue = {first.needed: first}, deque([first.needed])
    while first.waiting not in came_by:
        for edge in leaving[queue.popleft()]:
            if edge.needed not in came_by:
                came_by[edge.needed] = edge
                queue.append(edge.needed)
    way = [came_by[first.waiting]]
    while way[-1] is not first:
        way.append(came_by[way[-1].waiting])
    return way[::-1]
