"""The blocks of Terraform's own language in a module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...hcl.tree import Block
from ..module import Module
from .table import CONNECTION, DYNAMIC, IDLE_CONNECTION, OTHER_CONNECTION, TOP, Kind


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """A block of Terraform's language in a module: what kind it is (None: of none that there is), the kind of
    the block around it (None at the top), the top-level block that it is in, and whether its file overrides
    others."""

    block: Block
    kind: Kind | None
    around: Kind | None
    top: Block
    is_override: bool


def own_blocks(tops: Iterable[tuple[Block, bool]]) -> Iterator[Own]:
    """Every block of Terraform's own language in and among top-level blocks, outer ones first. The second of
    each pair says whether the block's file overrides others."""
    for top, is_override in tops:
        stack = [Own(top, TOP.get(top.type), None, top, is_override)]
        while stack:
            own = stack.pop()
            yield own
            if own.kind is not None:
                stack.extend(reversed(list(_nested(own, own.kind))))


def _nested(own: Own, kind: Kind) -> Iterator[Own]:
    """The blocks directly in a block that Terraform itself decides on."""
    for inner in own.block.body.blocks():
        known = kind.blocks.get(inner.type)
        if known is CONNECTION:
            known = _connection(own)
        is_made = inner.type == "dynamic" and inner.labels[:1] and inner.labels[0] in kind.blocks
        if known is not None or is_made or inner.type in kind.reserved or not kind.blocks_open:
            yield Own(inner, known, kind, own.top, own.is_override)
        else:
            yield from (Own(one, DYNAMIC, kind, own.top, own.is_override) for one in _dynamic(inner))


def _dynamic(block: Block) -> Iterator[Block]:
    """The outermost dynamic blocks among a block of a provider's and those in it."""
    if block.type == "dynamic":
        yield block
        return
    for inner in block.body.blocks():
        yield from _dynamic(inner)


def _connection(own: Own) -> Kind:
    """The kind of a connection that is directly in a block."""
    if own.block is own.top:
        return CONNECTION if any(own.block.blocks("provisioner")) else IDLE_CONNECTION
    return OTHER_CONNECTION if any(own.top.blocks("connection")) else CONNECTION


def is_tofu(module: Module) -> bool:
    """Whether a module is made for OpenTofu: a file of its own kind, its registry in the lock file, or a
    block that only OpenTofu has."""
    if any(name.endswith((".tofu", ".tofu.json")) for name in module.files):
        return True
    if "registry.opentofu.org" in module.opaque.get(".terraform.lock.hcl", ""):
        return True
    return any(next(block.blocks("encryption"), None) for block in module.blocks("terraform"))
