"""What depends on what inside a module, and on what the number of its instances depends."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Attribute, Block, Module, Reference


def depends(module: Module, address: Address, on: Address) -> bool:
    """Whether what one address names needs what the other names, at any distance. Everything needs itself."""
    return on in _reached(module, address, on)


def needed(module: Module, address: Address) -> set[Address]:
    """All that what an address names needs, at any distance, and itself."""
    return _reached(module, address, None)


def _reached(module: Module, address: Address, until: Address | None) -> set[Address]:
    stack, seen = [address], {address}
    while stack and until not in seen:
        for other in _needs(stack.pop(), module):
            if other not in seen:
                seen.add(other)
                stack.append(other)
    return seen


def _needs(address: Address, module: Module) -> Iterator[Address]:
    """What the blocks of an address, or its local value, refer to."""
    item = module.get(address)
    declared: list[Block] | list[Attribute] = []
    if isinstance(item, Attribute):
        declared = [item]
    elif item is not None:
        declared = module.blocks(item.type, *item.labels)
    for one in declared:
        yield from (reference.address for reference in module.references_in(one))


def uses(module: Module, address: Address) -> list[Reference]:
    """Where a value of a module is used in it in the end: through local values, but not in them."""
    found: list[Reference] = []
    stack, seen = [address], {address}
    while stack:
        for reference in module.references_to(stack.pop()):
            if reference.block.type != "locals":
                found.append(reference)
            elif (local := Address(("local", reference.attribute.name))) not in seen:
                seen.add(local)
                stack.append(local)
    return found


def decides_instances(module: Module, address: Address, attribute: str = "") -> bool:
    """Whether a ``count`` or ``for_each`` makes use of an address, or of one attribute of it, through local
    values and the modules of the project too: its value must then be known before anything is applied."""
    stack = [(module, address, attribute)]
    seen = {(module.path, address)}
    while stack:
        here, address, attribute = stack.pop()
        for reference in here.references_to(address):
            if attribute and not _reads(reference, attribute):
                continue
            if reference.attribute in map(reference.block.get, ("count", "for_each")):
                return True
            for following in _next(here, reference):
                if (following[0].path, following[1]) not in seen:
                    seen.add((following[0].path, following[1]))
                    stack.append(following)
    return False


def _reads(reference: Reference, attribute: str) -> bool:
    """Whether a reference is to that attribute: ``.name``, ``[0].name``, ``[*].name``, or to the whole of a
    resource where the attribute of it is taken: ``[for role in aws_iam_role.all : role.name]``."""
    if f".{attribute}" in reference.rest:
        return True
    return reference.rest.count(".") == 0 and f".{attribute}" in reference.attribute.source


def _next(module: Module, reference: Reference) -> list[tuple[Module, Address, str]]:
    """Where a value goes on from what a reference stands in."""
    block = reference.block
    if block.type == "locals":
        return [(module, Address(("local", reference.attribute.name)), "")]
    if block.type == "module" and block.labels and block.labels[0] in module.children:
        return [(module.children[block.labels[0]], Address(("var", reference.attribute.name)), "")]
    if block.type == "output":
        return [
            (caller, Address(("module", call.labels[0])), block.labels[0]) for caller, call in module.callers
        ]
    return []


def is_repeated_alike(one: Block, other: Block) -> bool:
    """Whether two blocks have as many instances, by the same keys."""
    return _repetition(one) == _repetition(other)


def _repetition(block: Block) -> tuple[str, str] | None:
    for name in ("count", "for_each"):
        attribute = block.get(name)
        if attribute is not None:
            return name, attribute.source.strip()
    return None
