"""What is left of a retired provider in a module that does not use it any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ..hcl.tree import Attribute, Block
from ..terraform.module import Module
from ..terraform.providers import addresses, local_provider, required_providers


def leftovers(module: Module, provider: str) -> Iterator[tuple[Attribute | Block, Callable[[], object]]]:
    """The provider's configurations and the entries that require it, each with what removes it; none while
    a resource or a data source of it is there."""
    known = addresses(module)

    def is_of(name: str) -> bool:
        return known.get(name, f"hashicorp/{name}") == provider

    if any(is_of(local_provider(block)) for block in (*module.blocks("resource"), *module.blocks("data"))):
        return
    for block in module.blocks("provider"):
        if len(block.labels) == 1 and is_of(block.labels[0]):
            yield block, block.remove
    for one in required_providers(module):
        if one.address == provider:
            yield one.attribute, partial(_remove, one.attribute)


def _remove(entry: Attribute) -> None:
    """Removes an entry, and the blocks around it that are empty without it."""
    body = entry.parent
    entry.remove()
    while body is not None and body.owner is not None and not any(body.attributes) and not any(body.blocks()):
        owner = body.owner
        body = owner.parent
        owner.remove()
