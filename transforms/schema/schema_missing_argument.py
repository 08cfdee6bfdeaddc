"""Required arguments and blocks that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePath

from tffix import (
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    blocks,
    is_override,
    library_evidence,
    parse_block,
    root_evidence,
    schemas,
)

from ._types import told

_PROVIDER_BLOCKS = {"hashicorp/azurerm": "features"}
"""Blocks that a provider asks for, whether or not its schema says so, and that may be empty."""


class SchemaMissingArgument(Transform):
    """An argument or block that the provider requires is missing.

    What:
        Looks, at any depth, for arguments and nested blocks that the provider's schema requires and that are
        not written; a `dynamic` block counts as the block that it makes. This is only reported: which value
        is right is not for a tool to guess. The block `features` of an azurerm provider may be empty, and is
        added.

    Why:
        Terraform stops with "Missing required argument" before it plans anything.

    Example:
        resource "aws_lb_target_group_attachment" "web" {
          target_id = "i-0123456789abcdef0"
        }

        provider "azurerm" {
          subscription_id = var.subscription_id
        }

    Becomes:
        resource "aws_lb_target_group_attachment" "web" {
          target_id = "i-0123456789abcdef0"
        }

        provider "azurerm" {
          subscription_id = var.subscription_id

          features {}
        }

    Impact:
        None: resources stay as they are.

    Limits:
        Arguments at the top of a provider block may come from the environment and are not asked for, nor are
        those of a provider block that may only stand for what callers pass on. What is set to a variable that
        may be null counts as written. Blocks in override files are not judged. Silent where the versions that
        may be in use differ.

    Source:
        The provider schemas in tffix's facts; the documentation of the azurerm provider,
        "Argument Reference".
    """

    name = "schema-missing-argument"
    impact = Impact.NONE
    languages = frozenset(("hcl", "json", "python"))
    watches = blocks("resource", "data", "ephemeral", "provider")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        found = [one for site in schemas.sites(block, module) for one in _missing(site)]
        if found and not _is_override(block, module) and not _is_passed_on(block, module):
            yield from found


def _missing(site: schemas.Site) -> Iterator[Finding]:
    there = {schemas.content_of(child)[0] for child in site.body.blocks()}
    there.update(attribute.name for attribute in site.body.attributes)
    of_provider = site.top.type == "provider" and not site.path
    needed = _PROVIDER_BLOCKS.get(site.judged.provider) if of_provider else None
    if needed and needed not in there:
        message = f"a provider {site.judged.type} needs a block '{needed}', which may be empty"
        yield Finding(site.top, message, partial(_add_empty, site.top, needed))
    for name, known in site.schema.attributes.items():
        if known.required and name not in there and site.attribute(name) and not of_provider:
            message = f"{site.inside} needs the argument '{name}' ({site.judged.told})"
            yield Finding(_at(site), message, advice=f"{name} = …  # {told(known.type)}")
    for name, nested in site.schema.blocks.items():
        if nested.required and name not in there and name != needed and site.block(name):
            message = f"{site.inside} needs a block '{name}' ({site.judged.told})"
            yield Finding(_at(site), message, advice=f"{name} {{ … }}")


def _add_empty(block: Block, name: str) -> None:
    if not any(schemas.content_of(child)[0] == name for child in block.blocks()):
        block.body.append(parse_block(f"{name} {{}}\n"))


def _is_passed_on(block: Block, module: Module) -> bool:
    """Whether a provider block without settings may stand for a configuration that callers pass on, as
    modules said it before there was `configuration_aliases`."""
    has_settings = any(block.blocks()) or any(
        one.name not in ("alias", "version") for one in block.body.attributes
    )
    if block.type != "provider" or has_settings:
        return False
    return bool(library_evidence(module)) or not root_evidence(module)


def _is_override(block: Block, module: Module) -> bool:
    """Whether a block stands in an override file: what it lacks is in the block that it adds to."""
    return is_override(PurePath(module.file_of(block).path).name)


def _at(site: schemas.Site) -> Block:
    """The block as its reader knows it: a ``dynamic`` block rather than its content."""
    body = site.owner.parent
    if site.owner.type == "content" and body is not None and body.owner is not None:
        return body.owner
    return site.owner
