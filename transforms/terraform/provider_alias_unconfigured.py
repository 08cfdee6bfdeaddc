"""Aliases of providers that nothing configures, or that do not reach the module that asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import PROVIDER_FILES, Block, Finding, Impact, Module, Refused, Transform

from . import _aliased_providers as aliased
from ._files import why_untouchable
from ._module_calls import calls
from ._passed_aliases import Use, address_of, ask_for, declared, not_passed, pass_on, passed, uses
from ._repeated import another
from ._settings_files import provider_file


class ProviderAliasUnconfigured(Transform):
    """A provider alias is used that is not configured, or that a module call does not pass on.

    What:
        Looks at `provider = aws.replica` of resources and data sources, and at the `providers` maps of module
        calls. In a root module the alias gets a `provider` block: the settings of the default one, and the
        region that the alias is named for, or one from a new variable. A module that others call declares it
        in `configuration_aliases`. A call of a local module that asks for an alias passes it on, from the
        configuration of the same name.

    Why:
        Terraform stops with "Provider configuration not present", or with "Missing required provider
        configuration" at the call.

    Example:
        provider "aws" {
          region = "eu-west-1"
        }

        resource "aws_s3_bucket" "replica" {
          provider      = aws.replica
          bucket_prefix = "replica-"
        }

    Becomes:
        provider "aws" {
          region = "eu-west-1"
        }

        resource "aws_s3_bucket" "replica" {
          provider      = aws.replica
          bucket_prefix = "replica-"
        }
        # provider.tf
        provider "aws" {
          alias  = "replica"
          region = var.replica_region
        }
        # variables.tf
        variable "replica_region" {
          type        = string
          description = "Region of the provider configuration aws.replica"
        }

    Impact:
        None on what is deployed: the configuration could not be planned before. The variable has no default:
        a guess could create resources where they cannot be moved from.

    Limits:
        Reported only: providers without a region, a module that nobody calls and that configures no provider
        (it may be one for others to call: the advice is to ask them for it), a child that configures the
        provider itself. Silent about aliases that a test configures, about those that every caller
        passes though the module does not ask for them (Terraform only warns), and in modules with files that
        cannot be read. Registry modules are not known.
        `configuration_aliases` of a root module is for terraform-provider-blocks-misplaced.

    Source:
        Terraform language documentation, "Providers Within Modules" and "Provider Configuration".
    """

    name = "terraform-provider-alias-unconfigured"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if module.unreadable or module.mentioned_elsewhere('"alias"'):
            return
        named = list(uses(module))
        if named and module.generated.unreadable:
            return
        known = declared(module) | passed(module) if named else frozenset()
        told: dict[str, Finding] = {}
        for use in named:
            if use.alias in known or _is_tested(use.alias, module):
                continue
            if use.alias not in told:
                told[use.alias] = _unconfigured(use, module)
                yield told[use.alias]
            else:
                yield another(told[use.alias], use.attribute, use.node)
        for call in calls(module):
            if call.get("providers") is call.block.get("providers"):  # else an override file has them
                yield from _not_passed(call.block, call.module, module)


def _unconfigured(use: Use, module: Module) -> Finding:
    asked = f"configuration_aliases = [{use.alias}]  # in required_providers of {use.provider}"
    if module.callers:
        message = f"{use.alias} is neither configured nor asked of the callers of this module"
        own = any(block.labels == (use.provider,) for block in module.blocks("provider"))
        reason = "it configures that provider itself" if own else ""
        advice = asked
        fix = partial(_ask, use.alias, module)
    else:
        message = f"{use.alias} is used but not configured"
        reason = _root_obstacle(use, module)
        name = use.alias.partition(".")[2]
        advice = aliased.example(use.provider, name, address_of(use.provider, module))
        if not module.blocks("provider"):
            advice = f"{asked}, if others call this module\n# if nobody does:\n{advice}"
        fix = partial(_configure, use.alias, module)
    if reason:
        return Finding(use.attribute, message, advice=f"{reason}; add:\n{advice}", within=use.node)
    return Finding(use.attribute, message, fix, within=use.node)


def _root_obstacle(use: Use, module: Module) -> str:
    held = why_untouchable(module, (*PROVIDER_FILES, "variables.tf"))
    if held:
        return held
    backends = any(
        inner.type in ("backend", "cloud") for block in module.blocks("terraform") for inner in block.blocks()
    )
    if not module.is_root or not (backends or module.blocks("provider")):
        return "whether this module is called by others is not known"
    return aliased.unconfigurable(use.alias, address_of(use.provider, module), module)


def _is_tested(alias: str, module: Module) -> bool:
    pattern = re.compile(rf'^\s*alias\s*=\s*"{re.escape(alias.partition(".")[2])}"', re.MULTILINE)
    return any(pattern.search(text) for name, text in module.opaque.items() if name.endswith(".tftest.hcl"))


def _not_passed(call: Block, child: Module, module: Module) -> Iterator[Finding]:
    missing = not_passed(call, child)
    if not missing:
        return
    message = f"module.{call.labels[0]} asks for {', '.join(missing)}, which this call does not pass to it"
    lines = "".join(f"\n  {name} = {name}" for name in missing)
    advice = f"providers = {{{lines}\n}}"
    if all(name in declared(module) for name in missing):
        yield Finding(call, message, partial(_pass, call, child, module))
        return
    # A root that configures aliases by other names may mean one of them.
    provider = missing[0].partition(".")[0]
    others = [name for name in declared(module) if name.startswith(f"{provider}.")]
    reason = _root_obstacle(Use(missing[0], next(call.body.attributes)), module) if not module.callers else ""
    if others or reason:
        why = reason or f"{' or '.join(sorted(others))} may be meant"
        yield Finding(call, message, advice=f"{why}; write:\n{advice}")
    else:
        yield Finding(call, message, partial(_pass, call, child, module))


def _pass(call: Block, child: Module, module: Module) -> None:
    missing = not_passed(call, child)
    if not missing:
        raise Refused("the call passes it already")
    pass_on(call, missing, module)


def _ask(alias: str, module: Module) -> None:
    if alias not in declared(module):
        ask_for(alias, module)


def _configure(alias: str, module: Module) -> None:
    if reason := aliased.unconfigurable(alias, address_of(alias.partition(".")[0], module), module):
        raise Refused(reason)
    aliased.configure(alias, module, provider_file(alias.partition(".")[0], module))
