"""Items of `providers` maps for which the called module has no use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Finding, Impact, Module, Profile, Refused, Transform, nodes

from ._module_calls import Call, calls
from ._passed_aliases import uses
from ._passed_providers import Passed, address, declares, passed
from ._required_providers import without


class ProviderPassedUndeclared(Transform):
    """A module call passes an aliased provider configuration that the module does not ask for.

    What:
        Removes the item from the `providers` map where nothing in the module uses it.

    Why:
        Terraform warns of a "Reference to undefined provider", and whoever reads the call believes that the
        module works in two regions or accounts.

    Example:
        # main.tf
        module "topic" {
          source = "./modules/topic"

          providers = {
            aws         = aws
            aws.replica = aws.london
          }
        }
        # modules/topic/main.tf
        resource "aws_sns_topic" "alerts" {
          name = "alerts"
        }

    Becomes:
        # main.tf
        module "topic" {
          source = "./modules/topic"

          providers = {
            aws = aws
          }
        }
        # modules/topic/main.tf
        resource "aws_sns_topic" "alerts" {
          name = "alerts"
        }

    Impact:
        None: nothing uses the configuration.

    Limits:
        Where the module uses the alias, terraform-provider-alias-unconfigured makes it ask for it. Silent
        about default configurations, which reach a module without being declared, and about modules that are
        not local.

    Source:
        Terraform language documentation, "Providers Within Modules".
    """

    name = "terraform-provider-passed-undeclared"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for call in calls(module):
            for one in passed(call):
                if one.has_alias and _is_unused(one, call):
                    message = (
                        f"{call.module.path} does not ask for {one.name}, which module.{call.name} is given"
                    )
                    fix = partial(_remove, one, call)
                    yield Finding(one.attribute, message, fix, within=one.item.key)


def _is_unused(one: Passed, call: Call) -> bool:
    known = address(call.module, one.name)
    if declares(call.module, one.name) or known is None or not known.startswith("hashicorp/"):
        return False
    return all(use.alias != one.name for use in uses(call.module))


def _remove(one: Passed, call: Call) -> None:
    attribute = call.get("providers")
    found = [known for known in passed(call) if known.name == one.name]
    if attribute is None or not found or not isinstance(attribute.expression, nodes.Object):
        raise Refused("the call does not pass it any more")
    if len(attribute.expression.items) == 1:
        attribute.remove()
    else:
        attribute.set(without(found[0].item, attribute))
