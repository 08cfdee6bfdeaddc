"""Required arguments and blocks that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from tffix import Block, Finding, Impact, Module, Transform, blocks, is_override, schemas

from ._types import told


class SchemaMissingArgument(Transform):
    """An argument or block that the provider requires is missing.

    What:
        Looks, at any depth, for arguments and nested blocks that the provider's schema requires and that are
        not written; a `dynamic` block counts as the block that it makes. This is only reported: which value
        is right is not for a tool to guess.

    Why:
        Terraform stops with "Missing required argument" before it plans anything.

    Example:
        resource "aws_lb_target_group_attachment" "web" {
          target_id = "i-0123456789abcdef0"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Arguments of a provider block may come from the environment and are not asked for. What is set to a
        variable that may be null counts as written. Blocks in override files are not judged. Silent where the
        versions that may be in use differ.

    Source:
        The provider schemas in tffix's facts.
    """

    name = "schema-missing-argument"
    impact = Impact.NONE
    languages = frozenset(("hcl", "json", "python"))
    watches = blocks("resource", "data", "ephemeral")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        found = [one for site in schemas.sites(block, module) for one in _missing(site)]
        if found and not _is_override(block, module):
            yield from found


def _missing(site: schemas.Site) -> Iterator[Finding]:
    there = {schemas.content_of(child)[0] for child in site.body.blocks()}
    there.update(attribute.name for attribute in site.body.attributes)
    for name, known in site.schema.attributes.items():
        if known.required and name not in there and site.attribute(name):
            message = f"{site.inside} needs the argument '{name}' ({site.judged.told})"
            yield Finding(_at(site), message, advice=f"{name} = …  # {told(known.type)}")
    for name, nested in site.schema.blocks.items():
        if nested.required and name not in there and site.block(name):
            message = f"{site.inside} needs a block '{name}' ({site.judged.told})"
            yield Finding(_at(site), message, advice=f"{name} {{ … }}")


def _is_override(block: Block, module: Module) -> bool:
    """Whether a block stands in an override file: what it lacks is in the block that it adds to."""
    return is_override(PurePath(module.file_of(block).path).name)


def _at(site: schemas.Site) -> Block:
    """The block as its reader knows it: a ``dynamic`` block rather than its content."""
    body = site.owner.parent
    if site.owner.type == "content" and body is not None and body.owner is not None:
        return body.owner
    return site.owner
