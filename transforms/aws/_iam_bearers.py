"""Which blocks of a module bear which hard-coded names of IAM entities."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from tffix import Block, Module

from ._iam_kinds import KINDS
from ._iam_names import hard_coded


def bearers_of(type_: str, name: str, module: Module) -> list[Block]:
    """The blocks of a type that bear a hard-coded name."""
    alone = module.index(_bearers, _itself).get((type_, name))
    return alone + module.recall(_repeated_bearers).get((type_, name), [])


def _bearers(block: Block) -> Iterator[tuple[Hashable, Block]]:
    """A block by its type and name; by its type alone one with many instances or a name of local values,
    as these are decided elsewhere."""
    if block.type != "resource" or block.labels[0] not in KINDS:
        return
    name = block.get("name")
    is_local = name is not None and "local." in name.source
    if is_local or block.get("count") is not None or block.get("for_each") is not None:
        yield block.labels[0], block
    elif found := hard_coded(block, None, KINDS[block.labels[0]]):
        yield from (((block.labels[0], name), block) for name in found.instances)


def _repeated_bearers(module: Module) -> dict[tuple[str, str], list[Block]]:
    found: dict[tuple[str, str], list[Block]] = {}
    for type_, kind in KINDS.items():
        for block in module.index(_bearers, _itself).get(type_):
            name = hard_coded(block, module, kind)
            for one in name.instances if name is not None else ():
                found.setdefault((type_, one), []).append(block)
    return found


def _itself(block: Block) -> Block:
    return block
