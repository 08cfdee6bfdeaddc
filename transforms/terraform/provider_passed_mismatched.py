"""Items of `providers` maps that the called module cannot take."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform, providers

from ._module_calls import Call, calls
from ._passed_providers import Passed, address, declares, passed


class ProviderPassedMismatched(Transform):
    """A module call passes a provider configuration that the module cannot take.

    What:
        Compares the `providers` map of each call with the local module: with the providers that it requires,
        their aliases, and those that it configures itself. Reports what is passed twice, too.

    Why:
        Terraform stops with "Provider type mismatch", "Reference to undefined provider", "Duplicate provider
        address" or "Cannot override provider configuration" before it plans anything.

    Example:
        # main.tf
        module "zone" {
          source = "./modules/zone"

          providers = {
            aws = dns
          }
        }

        terraform {
          required_providers {
            dns = {
              source = "cloudflare/cloudflare"
            }
          }
        }
        # modules/zone/main.tf
        resource "aws_route53_zone" "main" {
          name = "example.com"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only. A configuration of a provider of HashiCorp that the module does not declare is only
        warned of by Terraform: terraform-provider-passed-undeclared reports it. What a module asks for and is
        not given is for terraform-provider-alias-unconfigured. Modules that are not local are not known.

    Source:
        Terraform language documentation, "Providers Within Modules".
    """

    name = "terraform-provider-passed-mismatched"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for call in calls(module):
            own = set(providers.configured(call.module))
            seen = set[str]()
            for one in passed(call):
                message, advice = _message(one, own, call, module), _advice(one, call)
                if one.name in seen:
                    message = f"module.{call.name} is given {one.name} a second time"
                    advice = "remove one of the two"
                seen.add(one.name)
                if message:
                    yield Finding(one.attribute, message, advice=advice, within=one.item.key)


def _message(one: Passed, own: set[str], call: Call, module: Module) -> str:
    """What is wrong with an item, as a clause; nothing if Terraform takes it."""
    child = call.module
    if one.name in own:
        return f"module.{call.name} configures {one.name} itself, so that it cannot be given another"
    wanted, given = address(child, one.name), _given(one, module)
    if wanted is None or given is None:
        return ""
    if not declares(child, one.name) and not wanted.startswith("hashicorp/"):
        return f"{child.path} does not declare {one.name}, which module.{call.name} is given"
    if wanted != given:
        return f"module.{call.name} uses {wanted} as {one.name}, but {one.given} is {given}"
    return ""


def _given(one: Passed, module: Module) -> str | None:
    """The provider that Terraform takes a configuration for: it looks for its name in the called module
    among the requirements of the caller first."""
    required = {entry.name for entry in providers.required_providers(module)}
    return address(module, one.name if one.name in required else one.given)


def _advice(one: Passed, call: Call) -> str:
    if one.name in providers.configured(call.module):
        return f"remove it here, or the provider block in {call.module.path}"
    if not declares(call.module, one.name) and one.has_alias:
        return f"remove it, or add it to configuration_aliases in {call.module.path}"
    return "pass a configuration of the same provider"
