"""Calls with `count`, `for_each` or `depends_on` of modules that configure their providers themselves."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Finding, Impact, Module, Transform, nodes, providers

from ._module_calls import below, calls

_REPEATED = ("count", "for_each", "depends_on")


class ModuleWithProviderRepeated(Transform):
    """A module that has its own provider configuration is called with `count`, `for_each` or `depends_on`.

    What:
        Looks for `provider` blocks in the local modules that such a call reaches, near or far.

    Why:
        Terraform stops with "Module is incompatible with count, for_each, and depends_on": a provider
        configuration must outlive the resources that are made with it.

    Example:
        # main.tf
        module "bucket" {
          source   = "./modules/bucket"
          for_each = toset(["logs", "data"])
        }
        # modules/bucket/main.tf
        provider "aws" {
          region = "eu-west-1"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: where the configuration moves to, the caller must pass it. An empty `provider` block
        configures nothing and does not count, nor does one with nothing but an `alias`. Modules that are not
        local are not known.

    Source:
        Terraform language documentation, "Providers Within Modules", section "Legacy Shared Modules with
        Provider Configurations".
    """

    name = "terraform-module-with-provider-repeated"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for call in calls(module):
            found = (call.get(name) for name in _REPEATED)
            repeated = next((one for one in found if one is not None and not _is_empty(one)), None)
            if repeated is None:
                continue
            for path, one in below(call.module, (call.name,)):
                configured = providers.configured(one)
                if configured and not one.unreadable:
                    what = " and ".join(configured)
                    where = "" if len(path) == 1 else f", in {'.'.join(f'module.{name}' for name in path)}"
                    message = (
                        f"module.{call.name} configures {what} itself{where}, so that its call cannot have "
                        f"'{repeated.name}'"
                    )
                    advice = f"move the provider blocks out of {one.path}, and pass the configurations on"
                    yield Finding(repeated, message, advice=advice)
                    break


def _is_empty(attribute: Attribute) -> bool:
    return isinstance(attribute.expression, nodes.Tuple) and not attribute.expression.items
