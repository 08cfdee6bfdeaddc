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
    parse_block,
    why_unsure,
)

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_HISTORY = ("moved", "removed")
"""Blocks that tell of the past, in which old names stay."""


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
    if _is_quoted(address, module):
        return "a string names it"
    if _needs_moved(address) and not knows(">= 1.1", module):
        return "the module asks for a Terraform that knows no moved blocks"
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
    module.changed()


def _source(reference: Reference, target: Address) -> str:
    prefix = "resource." if reference.node.root == "resource" else ""
    return f"{prefix}{target}{reference.rest}"


def _tell_moved(block: Block, address: Address, target: Address, module: Module) -> None:
    moved = parse_block(f"moved {{\n  from = {address}\n  to   = {target}\n}}\n")
    assert block.parent is not None
    file = module.files.get("moved.tf")
    if file is None:
        block.parent.insert_after(block, moved)
    else:
        file.body.append(moved)


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


def _is_quoted(address: Address, module: Module) -> bool:
    """Whether a string names the address, as in ``depends_on`` before Terraform 0.12."""
    quoted = re.compile(rf'"(?:\$\{{)?{re.escape(str(address))}["\.\[}}]')
    for file in module.files.values():
        if any(quoted.search(text) for text in _reference_texts(file.body.text)):
            return True
    return False


def _reference_texts(text: str) -> list[str]:
    return re.findall(r"(?:depends_on|replace_triggered_by)\s*=\s*\[[^\]]*\]", text)


__all__ = ["obstacle", "rename", "renamed"]
