"""Providers of which only aliases are configured, while resources use the default configuration."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import (
    Address,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    library_evidence,
    named_around,
    providers,
)

_NEEDED = {"hashicorp/aws": "a region", "hashicorp/azurerm": "features {}"}
"""What the default configuration lacks."""

_FROM_ENVIRONMENT = {"hashicorp/aws": ("AWS_REGION", "AWS_DEFAULT_REGION")}
"""Where it comes from, if it is not written down. Source: the AWS provider's documentation, "Environment
Variables"; the block of azurerm has none."""


class ProviderDefaultUnconfigured(Transform):
    """Resources use the default configuration of a provider of which only aliases are configured.

    What:
        Looks in root modules for AWS and Azure providers that have `provider` blocks with an `alias` only,
        and resources or data sources without `provider`. They use the default configuration, which Terraform
        then makes of nothing but environment variables. Reported once for each provider.

    Why:
        The default provider lacks what the aliases have: the plan fails with "Invalid provider configuration"
        (azurerm, whose block `features` cannot come from the environment) or "Missing region configuration",
        or resources are made in the region and account that whoever runs it happens to have set.

    Example:
        provider "azurerm" {
          alias = "hub"

          features {}
        }

        resource "azurerm_resource_group" "main" {
          name     = "main"
          location = "westeurope"
        }

    Impact:
        None: this is only reported, since either the `provider` argument or the default configuration may be
        what was forgotten.

    Limits:
        Modules that others call, or that are made for it, get the default configuration of their callers.
        Silent where something in the repository, such as a pipeline, names `AWS_REGION` or
        `AWS_DEFAULT_REGION`, and in modules with files that cannot be read. Other providers may do without
        a configuration, or get it from the environment.

    Source:
        Terraform language documentation, "Provider Configuration", section "Default provider configuration".
    """

    name = "terraform-provider-default-unconfigured"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        configured = providers.configured(module)
        aliased = [name for name in configured if "." in name]
        if not aliased or not module.is_root or module.unreadable or module.generated.unreadable:
            return
        known = {*configured, *providers.configurations(module), *providers.configurations(module.generated)}
        addresses = providers.addresses(module)
        for name in dict.fromkeys(one.partition(".")[0] for one in aliased):
            address = addresses.get(name, f"hashicorp/{name}")
            if address not in _NEEDED or name in known or module.mentioned_elsewhere(f'provider "{name}"'):
                continue
            user = _user(name, module)
            if user is None or library_evidence(module):
                continue
            if not any(named_around(variable, module) for variable in _FROM_ENVIRONMENT.get(address, ())):
                aliases = sorted(one for one in aliased if one.startswith(f"{name}."))
                yield _finding(user, name, aliases, _NEEDED[address])


def _user(name: str, module: Module) -> Block | None:
    """The first resource or data source that uses the default configuration."""
    users = [
        block
        for type_ in ("resource", "data")
        for block in module.blocks(type_)
        if len(block.labels) == 2 and providers.provider_of(block) == name
    ]
    return min(users, key=module.rank, default=None)


def _finding(user: Block, name: str, aliases: list[str], needed: str) -> Finding:
    message = (
        f"{Address.of(user)} uses the default configuration of {name}, which is missing:"
        f" only {' and '.join(aliases)} {'is' if len(aliases) == 1 else 'are'} configured"
    )
    advice = (
        f'provider = {aliases[0]}, or another, in the resource; or a provider "{name}" without alias,'
        f" with {needed}"
    )
    return Finding(user, message, advice=advice)
