"""Finds what must exist before something where one of the two is inside a local module that is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tffix import Address, Attribute, Block, Module, Reference, mentions, nodes, output_of

from ..aws._dependencies import depends, needed
from ._hidden_order import Order
from ._order_ties import applies, arguments, is_needed, known_by, named


@dataclass(frozen=True, slots=True)
class Needed:
    """A resource to depend on; or a call, with the resource inside of it and the called module."""

    block: Block
    inside: Block | None = None
    child: Module | None = None

    def __str__(self) -> str:
        inside = f".{Address.of(self.inside)}" if self.inside is not None else ""
        return f"{Address.of(self.block)}{inside}"


def calls_before(later: Block, order: Order, module: Module) -> list[Needed]:
    """The module calls that a resource should depend on by an order, and does not; only where both have the
    default provider configuration."""
    address = Address.of(later)
    if address is None or not module.children or not _is_simple(order) or later.get("provider") is not None:
        return []
    if not applies(later, order, module):
        return []
    return still_missing(address, _outputs(_tied(later, order), order, module), order, module)


def calls_after(order: Order, module: Module) -> Iterator[tuple[Block, Block, list[Needed]]]:
    """The module calls with a resource inside that should depend on something beside the call by an order,
    and does not: the call, the resource, and what the call should depend on."""
    if not _is_simple(order):
        return
    for call in module.blocks("module"):
        child, name = module.children.get(call.labels[0]), Address.of(call)
        if child is None or name is None or call.get("providers") is not None:
            continue
        for later in child.resources(*order.later):
            given = list(_given(_tied(later, order), call))
            if given and later.get("provider") is None and applies(later, order, child):
                pairs = [*_beside(given, order, module), *_outputs(given, order, module)]
                if missing := still_missing(name, pairs, order, module):
                    yield call, later, missing


def reads_data(call: Block, module: Module) -> bool:
    """Whether there is a data source in a called module, or in those that it calls. With ``depends_on`` it
    would be read only while Terraform applies, and what depends on it be planned as if it changed."""
    stack, seen = [module.children.get(call.labels[0])], set()
    while stack:
        child = stack.pop()
        if child is None or child.blocks("data") or child.unreadable:
            return True
        if child.path not in seen:
            seen.add(child.path)
            stack += (child.children.get(one.labels[0]) for one in child.blocks("module"))
    return False


def _is_simple(order: Order) -> bool:
    """Whether one tie decides, which an argument or output of a module shows."""
    return bool(order.ties) and not order.unless and all(tie.loose for tie in order.ties[1:])


def _tied(later: Block, order: Order) -> Iterator[Attribute]:
    for path in order.ties[0].later:
        if ">" not in path:
            yield from (attribute for attribute, _ in arguments(later, path))


def _given(attributes: Iterable[Attribute], call: Block) -> Iterator[Attribute]:
    """The arguments of a call that are the values of attributes inside of it."""
    for attribute in attributes:
        node = nodes.inside(attribute.expression)
        is_variable = isinstance(node, nodes.Traversal) and node.root == "var" and len(node.names) == 2
        given = call.get(node.names[1]) if isinstance(node, nodes.Traversal) and is_variable else None
        if given is not None:
            yield given


def still_missing(waiting: Address, found: Iterable[Needed], order: Order, module: Module) -> list[Needed]:
    """Of what an address should depend on that which it does not, unless that depends on it."""
    known = list(dict.fromkeys(found))
    if not known:
        return []
    waits = needed(module, waiting)
    missing = [one for one in known if not _is_waited_for(one, waits, module)]
    if order.one_is_enough and len(missing) < len(known):
        return []
    return [one for one in missing if (own := Address.of(one.block)) and not depends(module, own, waiting)]


def _beside(given: Iterable[Attribute], order: Order, module: Module) -> Iterator[Needed]:
    """The resources of a module that belong to what arguments name."""
    index, types = known_by(order, module), order.ties[0].types
    for attribute in given:
        for address, _ in named(attribute, {}, types, module):
            for block, _ in index.get(str(address), ()):
                if block.get("provider") is None and is_needed(block, order, module):
                    yield Needed(block)


def _outputs(given: Iterable[Attribute], order: Order, module: Module) -> Iterator[Needed]:
    """The resources in called modules that belong to what arguments name as an output of the call."""
    for attribute in given:
        for mention in mentions(attribute.source):
            call = module.get(mention.address) if mention.address.parts[0] == "module" else None
            output = re.match(r"\.([\w-]+)", mention.rest)
            child = module.children.get(call.labels[0]) if isinstance(call, Block) else None
            if not isinstance(call, Block) or child is None or output is None or call.get("providers"):
                continue
            declared = next(iter(child.blocks("output", output[1])), None)
            value = declared.get("value") if declared is not None else None
            for one in _beside([value] if value is not None else [], order, child):
                yield Needed(call, one.block, child)


def _is_waited_for(one: Needed, waits: set[Address], module: Module) -> bool:
    """Whether what is depended on already depends on a resource, or on one inside of a call."""
    own = Address.of(one.block)
    if own is None or one.inside is None or one.child is None:
        return own in waits
    address = Address.of(one.inside)
    for reference in module.references_to(own):
        if _holder(reference) in waits:
            output = output_of(reference)
            if output is None or reference.attribute.name == "depends_on":
                return True
            if address in needed(one.child, Address(("output", output))):
                return True
    return False


def _holder(reference: Reference) -> Address | None:
    block = reference.block
    return Address(("local", reference.attribute.name)) if block.type == "locals" else Address.of(block)
