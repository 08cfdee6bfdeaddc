"""How a new block goes along with the instances of another that is repeated by ``count`` or ``for_each``."""

from __future__ import annotations

from tffix import Address, Block

_KEYS = {"count": "count.index", "for_each": "each.key"}


def instance_of(block: Block) -> str:
    """The address of the instance of a block that goes with the instance at hand: ``aws_vpc.main[each.key]``
    where the block is repeated."""
    key = next((key for name, key in _KEYS.items() if block.get(name) is not None), "")
    return f"{Address.of(block)}{f'[{key}]' if key else ''}"


def repetition_of(block: Block) -> str:
    """The line that repeats a new block as often as another, a blank line below it; nothing if there is one
    instance."""
    repeated = next(filter(None, map(block.get, _KEYS)), None)
    return "" if repeated is None else f"  {repeated.name} = {repeated.source.strip()}\n\n"
