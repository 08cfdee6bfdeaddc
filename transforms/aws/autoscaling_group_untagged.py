"""Autoscaling groups whose instances have no tags."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Profile, Transform, mentions, providers, resources

from ._arguments import has, nested

_TEMPLATES = ("launch_template", "mixed_instances_policy")


class AutoscalingGroupUntagged(Transform):
    """An autoscaling group starts instances without tags where everything else is tagged.

    What:
        Looks for `aws_autoscaling_group` without `tag` blocks in modules whose other resources have tags, or
        whose provider has `default_tags`, which do not reach an autoscaling group nor its instances.

    Why:
        What costs most is then missing in every report by tags, and in every policy that goes by them.

    Example:
        provider "aws" {
          region = "eu-west-1"

          default_tags {
            tags = {
              Team = "orders"
            }
          }
        }

        resource "aws_autoscaling_group" "web" {
          min_size            = 2
          max_size            = 4
          vpc_zone_identifier = var.subnets

          launch_template {
            id = var.launch_template
          }
        }

    Impact:
        None: this is only reported; which tags its instances are to have cannot be told.

    Limits:
        Silent where the group's launch template of the module has `tag_specifications`.

    Source:
        AWS provider documentation, "Resource Tagging" (default_tags) and `aws_autoscaling_group`.
    """

    name = "aws-autoscaling-group-untagged"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_autoscaling_group")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if has(block, "tag") or has(block, "tags") or _is_tagged_by_template(block, module):
            return
        if _has_default_tags(block, module):
            message = "the provider's default_tags do not reach this group and its instances"
        elif module.recall(_has_tags):
            message = "the group and its instances have no tags, and other resources here have"
        else:
            return
        advice = (
            'tag {\n  key                 = "…"\n  value               = "…"\n  propagate_at_launch = true\n}'
        )
        yield Finding(block, message, advice=advice)


def _has_tags(module: Module) -> bool:
    return any(one.get("tags") is not None for one in module.resources())


def _has_default_tags(block: Block, module: Module) -> bool:
    configuration = providers.configurations(module).get(providers.provider_of(block))
    return configuration is not None and next(configuration.blocks("default_tags"), None) is not None


def _is_tagged_by_template(block: Block, module: Module) -> bool:
    """Whether a launch template of the module that a group uses tags what it starts."""
    inner = [one for name in _TEMPLATES for one in nested(block, name)]
    named = (mention.address for one in inner for mention in mentions(f"[{_values(one)}]"))
    for address in named:
        template = module.get(address)
        if isinstance(template, Block) and has(template, "tag_specifications"):
            return True
    return False


def _values(block: Block) -> str:
    """The values of all arguments in a block, at any depth, as the items of a list."""
    return ", ".join(attribute.source for body in block.body.walk() for attribute in body.attributes)
