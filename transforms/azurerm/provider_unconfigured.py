"""Roots with Azure resources that nothing configures the provider of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    PROVIDER_FILES,
    Address,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    library_evidence,
    parse_block,
    providers,
    schemas,
)

from ..terraform import _files
from ..terraform._settings_files import provider_file

_PROVIDER = "azurerm"
_BLOCK = f'provider "{_PROVIDER}" {{\n  features {{}}\n}}\n'


class ProviderUnconfigured(Transform):
    """A root module has Azure resources and no configuration of their provider.

    What:
        Looks in modules with a `backend` or `cloud` block for resources and data sources that use the default
        configuration of azurerm, where no `provider "azurerm"` block is. The smallest one is added.

    Why:
        The plan fails with "Invalid provider configuration": the provider needs a block `features`, which
        cannot come from the environment.

    Example:
        terraform {
          backend "azurerm" {}
        }

        resource "azurerm_resource_group" "main" {
          name     = "main"
          location = "westeurope"
        }

    Becomes:
        terraform {
          backend "azurerm" {}
        }

        resource "azurerm_resource_group" "main" {
          name     = "main"
          location = "westeurope"
        }
        # provider.tf
        provider "azurerm" {
          features {}
        }

    Impact:
        None: resources stay as they are.

    Limits:
        Modules without a backend may be called by others, which configure the provider. Silent where
        Terragrunt writes files of unknown content, and where aliases are configured: those are for
        terraform-provider-default-unconfigured.

    Source:
        The documentation of the azurerm provider, "Argument Reference"; Terraform language documentation,
        "Provider Configuration".
    """

    name = "azurerm-provider-unconfigured"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not module.is_root or module.generated.unreadable or _is_configured(module):
            return
        user = next(
            (
                block
                for type_ in ("resource", "data")
                for block in module.blocks(type_)
                if len(block.labels) == 2 and providers.provider_of(block) == _PROVIDER
            ),
            None,
        )
        if user is None or not _has_backend(module) or library_evidence(module):
            return
        if schemas.pin_of(user, module) is None:
            return  # before version 2 it needed nothing
        message = f"nothing configures the provider {_PROVIDER}, which {Address.of(user)} needs"
        if reason := _files.why_untouchable(module, PROVIDER_FILES):
            yield Finding(user, message, advice=f"{reason}; add:\n{_BLOCK.rstrip()}")
        else:
            yield Finding(user, message, partial(_configure, module))


def _is_configured(module: Module) -> bool:
    blocks = (*module.blocks("provider", _PROVIDER), *module.generated.blocks("provider", _PROVIDER))
    return bool(blocks) or module.mentioned_elsewhere(f'provider "{_PROVIDER}"') is not None


def _has_backend(module: Module) -> bool:
    return any(
        inner.type in ("backend", "cloud") for block in module.blocks("terraform") for inner in block.blocks()
    )


def _configure(module: Module) -> None:
    if _is_configured(module):
        raise Refused("the provider is configured already")
    _files.add(parse_block(_BLOCK), module, provider_file(_PROVIDER, module))
