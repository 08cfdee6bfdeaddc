"""Blocks that Terraform's own language does not have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Transform, language

from ._language import is_elsewhere, is_misspelling, is_unused, nearest, own_blocks

_PLACES = {
    "backend": "a terraform block",
    "cloud": "a terraform block",
    "required_providers": "a terraform block",
    "provider_meta": "a terraform block",
    "lifecycle": "a resource",
    "provisioner": "a resource",
    "connection": "a resource",
    "validation": "a variable",
    "precondition": "a lifecycle block",
    "postcondition": "a lifecycle block",
    "dynamic": "a block of a resource, data source or provider",
}
"""Where blocks belong that are often put elsewhere."""

_REMOVED = frozenset(("chef", "habitat", "puppet", "salt-masterless"))
"""Provisioners that Terraform 0.15 removed."""


class BlockUnknown(Transform):
    """A block has a type that Terraform does not know in that place.

    What:
        Checks the blocks at the top of each file, and those inside Terraform's own blocks: `terraform`,
        `variable`, `output`, `locals`, `module`, `lifecycle`, `provisioner`, `moved`, `removed`, `import`,
        `check`. A type that is a misspelling of exactly one known type is corrected.

    Why:
        Terraform stops with "Unsupported block type" before it plans anything.

    Example:
        variabel "region" {
          type = string
        }

    Becomes:
        variable "region" {
          type = string
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        What is not a clear misspelling is only reported. The blocks of resources, data sources and providers
        are those of their schemas, and another rule checks them. Blocks that only OpenTofu has are accepted
        in modules that are made for OpenTofu.

    Source:
        Terraform language documentation, "Configuration Syntax" and the reference page of each block.
    """

    name = "terraform-block-unknown"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for own in own_blocks(module):
            if own.kind is None and not is_unused(own, module):
                if not (is_elsewhere(own, own.block.type) and language.is_tofu(module)):
                    yield _finding(own)
            elif own.block.type == "provisioner" and len(own.block.labels) == 1:
                yield from _provisioner(own.block)


def _provisioner(block: Block) -> Iterator[Finding]:
    """The finding at a provisioner that was removed, or is misspelt. Others may be programs of their own."""
    name = block.labels[0]
    if name in _REMOVED:
        message = f"Terraform has no provisioner '{name}' any more"
        yield Finding(block, message, advice="install with the image, or with remote-exec")
        return
    near = nearest(name, language.PROVISIONERS)
    if near and name not in language.PROVISIONERS and is_misspelling(name, near, language.PROVISIONERS):
        fix = partial(block.relabel, near)
        yield Finding(block, f"Terraform has no provisioner '{name}'", fix, f"did you mean '{near}'?")


def _finding(own: language.Own) -> Finding:
    block = own.block
    outer = block.parent.owner if block.parent is not None else None
    where = f"in {_article(outer)}" if outer is not None else "at the top of a file"
    if own.around is not None and block.type in own.around.reserved:
        return Finding(
            block, f"Terraform reserves the block '{block.type}' {where}", advice="remove the block"
        )
    message = f"Terraform has no block '{block.type}' {where}"
    known = own.around.blocks if own.around is not None else language.TOP
    near = nearest(block.type, known)
    if near:
        certain = is_misspelling(block.type, near, known) and len(block.labels) == len(known[near].labels)
        fix = partial(setattr, block, "type", near) if certain else None
        return Finding(block, message, fix, f"did you mean '{near}'?")
    place = _PLACES.get(block.type)
    return Finding(block, message, advice=f"'{block.type}' belongs in {place}" if place else "")


def _article(block: Block) -> str:
    return f"{'an' if block.type[:1] in 'aeiou' else 'a'} {block.type} block"
