"""Renames what a module declares, with everything that refers to it.

Facts: Terraform language documentation, "Refactoring" (moved blocks, since Terraform 1.1).
"""

from __future__ import annotations

import re

from tffix import (
    Address,
    Attribute,
    Block,
    Module,
    Reference,
    Refused,
    hidden_mention,
    knows,
    mentioned_around,
    parse_block,
    why_unsure,
)

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_HISTORY = ("moved", "removed")
"""Blocks that tell of the past, in which old names stay."""


def one_of(number: int) -> str:
    """How many names of a module are to be changed, for the end of a message."""
    return f" (one of {number} to rename)" if number > 1 else ""


def too_many(number: int, most: object) -> str:
    """Why so many names are not changed at once, as a clause, or nothing."""
    return f"more than {most} would be renamed at once" if isinstance(most, int) and number > most else ""


def renamed(address: Address, name: str) -> Address:
    """An address with another name at its end."""
    return Address((*address.parts[:-1], name))


def obstacle(address: Address, name: str, module: Module) -> str:
    """Why a resource, data source, module call or local value cannot be renamed, as a clause, or nothing."""
    target, old = renamed(address, name), address.parts[-1]
    if not _IDENTIFIER.fullmatch(name):
        return f"'{name}' is no name"
    if unsure := why_unsure(module):
        return unsure
    if len(_declarations(address, module)) != 1:
        return "it is declared more than once"
    if module.get(target) is not None or module.references_to(target):
        return f"{target} is taken"
    if file := hidden_mention(old, module):
        return f"{file} mentions it"
    if place := mentioned_around(address, module):
        return f"{place} mentions it"
    if _needs_moved(address) and not knows(">= 1.1", module):
        return "the module asks for a Terraform that knows no moved blocks"
    if address not in module.renamed and _moves_to(address, module):
        return "a moved block gives it this name, and another would make a chain of two"
    return ""


def rename(address: Address, name: str, module: Module) -> None:
    """Gives a declaration another name, with all references to it; a resource or module call gets a
    ``moved`` block after it. There must be no obstacle."""
    item = module.get(address)
    if item is None:
        raise Refused(f"{address} is not declared as Terraform wants it")
    target = renamed(address, name)
    references = [one for one in module.references_to(address) if one.block.type not in _HISTORY]
    module.redirect(references, lambda one: _source(one, target))
    if isinstance(item, Attribute):
        item.rename(name)
    else:
        item.relabel(*item.labels[:-1], name)
        if _needs_moved(address):
            _tell_moved(item, address, target, module)


def _source(reference: Reference, target: Address) -> str:
    prefix = "resource." if reference.node.root == "resource" else ""
    return f"{prefix}{target}{reference.rest}"


def _tell_moved(block: Block, address: Address, target: Address, module: Module) -> None:
    """Writes the ``moved`` block; one that this run has written is led on, so that there is no chain."""
    former = module.renamed.pop(address, None)
    known = _moves_to(address, module) if former is not None else None
    module.renamed[target] = former if known is not None and former is not None else address
    if known is not None:
        if former == target:
            known.remove()
        else:
            known.body.set("to", str(target))
        return
    moved = parse_block(f"moved {{\n  from = {address}\n  to   = {target}\n}}\n")
    assert block.parent is not None
    file = module.files.get("moved.tf")
    if file is None:
        block.parent.insert_after(block, moved)
    else:
        file.body.append(moved)


def _moves_to(address: Address, module: Module) -> Block | None:
    """The ``moved`` block that leads to an address."""
    for block in module.blocks("moved"):
        to = block.get("to")
        if to is not None and to.source.strip() == str(address):
            return block
    return None


def _declarations(address: Address, module: Module) -> list[Block | Attribute]:
    if address.parts[0] == "local":
        return [a for b in module.blocks("locals") for a in b.body.attributes if a.name == address.parts[1]]
    return [
        block
        for file in module.files.values()
        for block in module.accepted(file)
        if block.type in ("resource", "data", "module") and Address.of(block) == address
    ]


def _needs_moved(address: Address) -> bool:
    return address.is_resource or address.parts[0] == "module"


__all__ = ["obstacle", "one_of", "rename", "renamed", "too_many"]
