"""Aliased provider configurations that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Refused,
    Tier,
    Transform,
    hidden_mention,
    providers,
    why_unsure,
)

from ._provider_uses import configurations_used


class ProviderAliasUnused(Transform):
    """An aliased provider configuration is not used by anything.

    What:
        Removes `provider` blocks with an `alias` that no resource, data source, `import` or `providers` map
        of the module names.

    Why:
        Whoever reads the module believes that it works in that region or account, too; Terraform configures
        the provider in every run, with credentials that may be missing.

    Example:
        provider "aws" {
          region = "eu-west-1"
        }

        provider "aws" {
          alias  = "replica"
          region = "eu-west-2"
        }

        resource "aws_sns_topic" "alerts" {
          name = "alerts"
        }

    Becomes:
        provider "aws" {
          region = "eu-west-1"
        }

        resource "aws_sns_topic" "alerts" {
          name = "alerts"
        }

    Impact:
        None on what is in the configuration. Resources that were made with the alias, and are only in the
        state any more, cannot be destroyed without it: the block stays where the module may be deployed.

    Limits:
        Silent about modules with override files or files that cannot be read, and where a test or a file
        that Terragrunt writes names the alias. An empty block, by which an old module is given a
        configuration, stays.

    Source:
        Terraform language documentation, "Provider Configuration", section "alias".
    """

    name = "terraform-provider-alias-unused"
    impact = Impact.NONE
    tier = Tier.DEPLOYED
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        aliased = [block for block in module.blocks("provider") if block.get("alias") is not None]
        if not aliased or why_unsure(module) or module.generated.unreadable:
            return
        own = set(providers.configured(module))
        for name, block in providers.configurations(module).items():
            if block in aliased and name in own and not _is_used(name, module):
                message = f"nothing uses the provider configuration {name}"
                yield Finding(block, message, partial(_remove, name, block, module))


def _is_used(name: str, module: Module) -> bool:
    alias = name.partition(".")[2]
    used = configurations_used(module) | configurations_used(module.generated)
    return not alias or name in used or hidden_mention(alias, module) is not None


def _remove(name: str, block: Block, module: Module) -> None:
    if _is_used(name, module):
        raise Refused("something uses it by now")
    block.remove()
