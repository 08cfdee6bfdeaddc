"""Nested blocks that are written more often than the provider allows."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform, blocks, facts, schemas


class SchemaBlockRepeated(Transform):
    """A block is written twice where the provider allows it once.

    What:
        Counts, at any depth, the nested blocks that the provider's schema allows once. This is only reported:
        which of the blocks is meant, or what of each, is not for a tool to guess.

    Why:
        Terraform stops with "Too many … blocks" before it plans anything.

    Example:
        resource "aws_s3_bucket_versioning" "logs" {
          bucket = "logs"

          versioning_configuration {
            status = "Enabled"
          }

          versioning_configuration {
            status = "Suspended"
          }
        }

    Impact:
        None: nothing is changed.

    Limits:
        A `dynamic` block makes any number of blocks, and is not counted. Silent where the versions that may
        be in use differ.

    Source:
        The provider schemas in tffix's facts.
    """

    name = "schema-block-repeated"
    impact = Impact.NONE
    watches = blocks("resource", "data", "ephemeral", "provider")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for site in schemas.sites(block, module):
            yield from _repeated(site)


def _repeated(site: schemas.Site) -> Iterator[Finding]:
    seen = set[str]()
    for child in site.body.blocks():
        if child.type in seen and all(_is_once(child.type, one) for one in site.schemas):
            message = f"{site.inside} may have one block '{child.type}', and has another one above"
            yield Finding(child, f"{message} ({site.judged.told})", advice="merge them, or remove one")
        seen.add(child.type)


def _is_once(name: str, schema: facts.schemas.BlockSchema) -> bool:
    known = schema.blocks.get(name)
    return known is not None and (known.max_items == 1 or known.nesting in ("single", "group"))
