"""Resources without the tags that the rest of their module has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, mentions, providers, schemas

from ._arguments import set_argument
from ._environment import is_small_time

_NAMES = ("tags", "common_tags", "default_tags", "base_tags")
_FEWEST = 3
_FEW_TAGS = ("aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy")
"""Resources that can have ten tags only, less than many modules give."""


class TagsMissing(Transform):
    """Resources have no tags, in a module that tags others or could tag all in one place.

    What:
        Where most tagged resources and module calls of a module take the same local value or variable, on its
        own or with `merge`, gives that to the resources that can be tagged and are not. Where no resource is
        tagged and no provider block has `default_tags`, reports it once for a root module with three
        resources or more, with the block to paste.

    Why:
        Costs are told apart and owners are found by tags; what has none is on nobody's bill.

    Example:
        locals {
          common_tags = { Team = "orders" }
        }

        resource "aws_sns_topic" "alerts" {
          name = "alerts"
          tags = local.common_tags
        }

        resource "aws_sqs_queue" "orders" {
          name = "orders"
        }

    Becomes:
        locals {
          common_tags = { Team = "orders" }
        }

        resource "aws_sns_topic" "alerts" {
          name = "alerts"
          tags = local.common_tags
        }

        resource "aws_sqs_queue" "orders" {
          name = "orders"
          tags = local.common_tags
        }

    Impact:
        An update in place.

    Limits:
        Module calls are only read: which of them take tags is not looked up.
        Left alone: S3 objects, which can have ten tags only; resources of a provider with `default_tags`,
        those on which the tags depend, and those of provider versions that are not known.

    Source:
        AWS provider documentation, "Resource Tagging"; AWS whitepaper "Best Practices for Tagging AWS
        Resources".
    """

    name = "aws-tags-missing"
    impact = Impact.UPDATE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        resources = [
            one for one in module.resources() if len(one.labels) == 2 and _can_be_tagged(one, module)
        ]
        untagged = [
            one for one in resources if one.get("tags") is None and not _has_default_tags(one, module)
        ]
        common = _common([*resources, *module.blocks("module")], module)
        if common is not None:
            for block in untagged:
                address = Address.of(block)
                if address is not None and not _depends_on(common, address, module):
                    message = f"this has no tags; others in the module take {common}"
                    yield Finding(block, message, partial(set_argument, block, "tags", str(common), module))
        elif len(untagged) >= _FEWEST and len(untagged) == len(resources) and module.is_root:
            if is_small_time(untagged[0], module):
                return
            at = next(iter(module.blocks("provider", "aws")), untagged[0])
            advice = 'default_tags {\n  tags = {\n    Environment = "…"\n    Project     = "…"\n  }\n}'
            message = f"none of the {len(untagged)} resources that can be tagged is tagged"
            yield Finding(at, message, advice=f'in provider "aws":\n{advice}')


def _can_be_tagged(block: Block, module: Module) -> bool:
    if not block.labels[0].startswith("aws_") or block.labels[0] in _FEW_TAGS:
        return False
    judged = schemas.judged(block, module)
    if judged is None or len(module.blocks("resource", *block.labels)) != 1:
        return False
    arguments = [schema.attributes.get("tags") for schema in judged.schemas]
    return all(one is not None and one.is_settable and one.type == ["map", "string"] for one in arguments)


def _has_default_tags(block: Block, module: Module) -> bool:
    """Whether the provider of a resource tags what it makes, or is configured elsewhere."""
    configuration = providers.configurations(module).get(providers.provider_of(block))
    return configuration is not None and next(configuration.blocks("default_tags"), None) is not None


def _common(blocks: list[Block], module: Module) -> Address | None:
    """The local value or variable that most tagged resources and calls take, if it is named for it."""
    found: Counter[Address] = Counter()
    tagged = 0
    for block in blocks:
        attribute = block.get("tags")
        if attribute is not None:
            tagged += 1
            addresses = {one.address for one in mentions(attribute.source) if not one.rest}
            found.update(
                one for one in addresses if one.parts[-1] in _NAMES and one.parts[0] in ("local", "var")
            )
    best = found.most_common(1)
    if not best or 2 * best[0][1] <= tagged or module.get(best[0][0]) is None:
        return None
    return best[0][0]


def _depends_on(address: Address, resource: Address, module: Module) -> bool:
    """Whether a local value depends, over others, on a resource."""
    stack, seen = [address], set()
    while stack:
        here = stack.pop()
        if here == resource or here.parts[0] == "module":
            return True
        declared = module.locals.get(here.parts[1]) if here.parts[0] == "local" else module.get(here)
        if here in seen or declared is None or here.parts[0] == "var":
            continue
        seen.add(here)
        stack += (
            [one.address for one in mentions(declared.source)]
            if not isinstance(declared, Block)
            else [reference.address for reference in module.references if reference.block is declared]
        )
    return False
