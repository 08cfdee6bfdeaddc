"""Azure providers from version 4 on that no subscription is named for."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import (
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    Watch,
    library_evidence,
    named_around,
    schemas,
)

_ARGUMENT = "subscription_id"
_VARIABLE = "ARM_SUBSCRIPTION_ID"
_SINCE = 4


class SubscriptionMissing(Transform):
    """An Azure provider from version 4 on has no subscription.

    What:
        Looks for `provider "azurerm"` blocks without `subscription_id` in modules that use version 4 or
        later, in repositories in which nothing names the environment variable `ARM_SUBSCRIPTION_ID`.

    Why:
        The plan fails with "subscription ID could not be determined and was not specified" unless the
        variable is set: from version 4 on the provider no longer takes the subscription of `az login`.

    Example:
        terraform {
          required_providers {
            azurerm = {
              source  = "hashicorp/azurerm"
              version = "~> 4.0"
            }
          }
        }

        provider "azurerm" {
          features {}
        }

    Impact:
        None: which subscription is meant is not for a tool to guess.

    Limits:
        The variable may be set by what the repository does not show. Silent for modules that others call,
        and for blocks without settings, which stand for what callers pass on.

    Source:
        Azure Resource Manager provider, 4.0 Upgrade Guide, "Specifying Subscription ID is now mandatory".
    """

    name = "azurerm-subscription-missing"
    impact = Impact.NONE
    watches = (Watch("provider", ("azurerm",)),)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        judged = schemas.judged(block, module)
        if judged is None or block.get(_ARGUMENT) or not any(block.blocks()) or module.callers:
            return
        if any(int(version.split(".")[0]) < _SINCE for version in judged.pin.versions):
            return
        if library_evidence(module) or named_around(_VARIABLE, module):
            return
        message = f"the provider azurerm has no {_ARGUMENT}, which version {_SINCE} and later need"
        yield Finding(
            block, message, advice=f"{_ARGUMENT} = …  # or set the environment variable {_VARIABLE}"
        )
