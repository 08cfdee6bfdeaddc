"""Finds what must exist before a resource inside the local modules that are called beside it."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Module, Reference, mentions, output_of

from ..aws._dependencies import depends, needed
from ._hidden_orders import Order
from ._order_ties import applies, arguments, is_needed, known_by, named


def calls_before(later: Block, order: Order, module: Module) -> Iterator[tuple[Block, Block]]:
    """The module calls that a resource should depend on by an order, and does not, each with a resource in
    the called module that must exist before; only where both have the default provider configuration."""
    address = Address.of(later)
    if address is None or not module.children or not _is_simple(order) or not applies(later, order, module):
        return
    outputs = dict.fromkeys(_outputs(later, order, module))
    waits = needed(module, address) if outputs else set()
    for call, output in outputs:
        name = Address.of(call)
        child = module.children.get(call.labels[0])
        if child is None or name is None or call.get("providers") is not None or later.get("provider"):
            continue
        sooner = list(_inside(output, order, child))
        there = [one for one in sooner if _waits(one, name, child, waits, module)]
        missing = [one for one in sooner if one not in there]
        if missing and not (there and order.one_is_enough) and not depends(module, name, address):
            yield call, missing[0]


def _is_simple(order: Order) -> bool:
    """Whether one tie decides, which an output of a module shows."""
    return bool(order.ties) and not order.unless and all(tie.loose for tie in order.ties[1:])


def _outputs(later: Block, order: Order, module: Module) -> Iterator[tuple[Block, str]]:
    """The calls and their outputs that the arguments of a resource name."""
    for path in order.ties[0].later:
        for attribute, _ in arguments(later, path) if ">" not in path else ():
            for mention in mentions(attribute.source):
                call = module.get(mention.address) if mention.address.parts[0] == "module" else None
                output = mention.rest.removeprefix(".").split(".")[0].split("[")[0]
                if isinstance(call, Block) and output and mention.rest.startswith("."):
                    yield call, output


def _inside(output: str, order: Order, child: Module) -> Iterator[Block]:
    """The resources of a called module that belong to what one of its outputs is."""
    tie = order.ties[0]
    declared = next(iter(child.blocks("output", output)), None)
    value = declared.get("value") if declared is not None else None
    if value is None:
        return
    index = known_by(order, child)
    found = (block for one, _ in named(value, {}, tie.types, child) for block, _ in index.get(str(one), ()))
    for block in dict.fromkeys(found):
        if block.get("provider") is None and is_needed(block, order, child):
            yield block


def _waits(sooner: Block, call: Address, child: Module, waits: set[Address], module: Module) -> bool:
    """Whether what is depended on already depends on a resource of a called module."""
    address = Address.of(sooner)
    for reference in module.references_to(call):
        if not _is_of(reference, waits):
            continue
        output = output_of(reference)
        if output is None or reference.attribute.name == "depends_on":
            return True
        if address in needed(child, Address(("output", output))):
            return True
    return False


def _is_of(reference: Reference, waits: set[Address]) -> bool:
    block = reference.block
    own = Address(("local", reference.attribute.name)) if block.type == "locals" else Address.of(block)
    return own in waits
