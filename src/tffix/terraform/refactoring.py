"""Blocks that tell Terraform what became of what is deployed: ``moved``, ``import``, ``removed``.

Facts: Terraform language documentation, "Refactoring" (moved blocks, since Terraform 1.1), "Import" (1.5),
"Removing Resources" (1.7).
"""

from __future__ import annotations

from ..hcl.source import parse_block
from ..hcl.tree import Block
from .address import Address
from .module import Module
from .references import Reference


def moved_block(old: Address | str, new: Address | str) -> Block:
    """A block that says that what was at an address is at another one now."""
    return parse_block(f"moved {{\n  from = {old}\n  to   = {new}\n}}\n")


def import_block(to: Address | str, identifier: str, provider: str = "") -> Block:
    """A block that takes what exists into the state. ``identifier`` is the source text of an expression, as
    is the name of a provider configuration: ``import_block("aws_s3_bucket.logs", '"acme-logs"', "aws.x")``.
    Raises SyntaxFault for what is none."""
    line = f"  provider = {provider}\n" if provider else ""
    return parse_block(f"import {{\n{line}  to = {to}\n  id = {identifier}\n}}\n")


def removed_block(old: Address | str, *, destroy: bool = False) -> Block:
    """A block that takes what was at an address out of the state; ``destroy``: and destroys it."""
    lifecycle = f"  lifecycle {{\n    destroy = {'true' if destroy else 'false'}\n  }}\n"
    return parse_block(f"removed {{\n  from = {old}\n\n{lifecycle}}}\n")


def moves(address: Address, module: Module, end: str) -> list[Reference]:
    """The references of ``moved`` blocks that name an address, or what is in it, at one of their ends
    (``from``, ``to``)."""
    found = module.references_to(address)
    return [one for one in found if one.block.type == "moved" and one.attribute.name == end]


def move_to(address: Address, module: Module) -> Block | None:
    """The ``moved`` block that leads to an address, and not only to an instance of it."""
    return next((one.block for one in moves(address, module, "to") if not one.rest), None)


def add_moved(old: Address, new: Address, module: Module, *, after: Block | None = None) -> None:
    """Tells Terraform that what was at an address is at another one now.

    A ``moved`` block that leads to the old address is led on to the new one, so that there is never a chain
    of two; it goes if that brings back the first name. A new block goes into ``moved.tf`` if the module has
    that file, or else after the block given, or into a new ``moved.tf``.
    """
    known = move_to(old, module)
    first = old
    if known is not None:
        begin = known.get("from")
        first = Address.parse(begin.source.strip()) if begin is not None else old
        if first == new:
            known.remove()
        else:
            known.body.set("to", str(new))
    elif after is not None and after.parent is not None and "moved.tf" not in module.files:
        after.parent.insert_after(after, moved_block(old, new))
    else:
        module.file("moved.tf").body.append(moved_block(old, new))
    module.renamed.pop(old, None)
    module.renamed[new] = first


__all__ = ["add_moved", "import_block", "move_to", "moved_block", "moves", "removed_block"]
