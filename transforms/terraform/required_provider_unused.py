"""Providers that a module requires and does not use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Finding, Impact, Module, Profile, Refused, Transform, providers, why_unsure

from ._provider_uses import addresses_used_below, names_used, unknown_calls


class RequiredProviderUnused(Transform):
    """A module requires a provider that nothing in it uses.

    What:
        Removes entries of `required_providers` that no resource, data source, ephemeral resource, provider
        block, `providers` map or provider function (`provider::name::function`) uses.

    Why:
        `terraform init` downloads the provider all the same, and its version constraint must be kept up to
        date.

    Example:
        terraform {
          required_providers {
            null = {
              source = "hashicorp/null"
            }
            random = {
              source = "hashicorp/random"
            }
          }
        }

        resource "random_id" "suffix" {
          byte_length = 4
        }

    Becomes:
        terraform {
          required_providers {
            random = {
              source = "hashicorp/random"
            }
          }
        }

        resource "random_id" "suffix" {
          byte_length = 4
        }

    Impact:
        None: nothing uses the provider. What is in the state only is destroyed with it as before.

    Limits:
        Silent where a called module uses the provider, or one that is not known, as the entry then limits the
        version; about entries with `configuration_aliases`, which are for callers; and in modules with tests,
        override files, files that Terragrunt writes or files that cannot be read that mention it.

    Source:
        Terraform language documentation, "Provider Requirements".
    """

    name = "terraform-required-provider-unused"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        entries = providers.required_providers(module)
        if not entries or why_unsure(module) or not _has_content(module):
            return
        used = names_used(module) | names_used(module.generated)
        unused = [one for one in entries if one.name not in used]
        if not unused or module.generated.unreadable or unknown_calls(module):
            return
        below = addresses_used_below(module)
        for one in unused:
            is_mentioned = any(one.name in text for name, text in module.texts.items() if _counts(name))
            if one.address not in below and not is_mentioned:
                message = f"nothing uses the provider {one.name}, which the module requires"
                yield Finding(one.attribute, message, partial(_remove, one.name, module))


def _has_content(module: Module) -> bool:
    """Whether a module makes anything; else it may be there for its requirements."""
    return any(module.blocks(type_) for type_ in ("resource", "data", "module", "ephemeral"))


def _counts(name: str) -> bool:
    """Whether a file that is read as text may use a provider."""
    return not name.endswith((".lock.hcl", ".tfvars", ".tfvars.json"))


def _remove(name: str, module: Module) -> None:
    if name in names_used(module):
        raise Refused("something uses it by now")
    for entry in providers.required_providers(module):
        if entry.name != name:
            continue
        body = entry.attribute.parent
        entry.attribute.remove()
        while body is not None and body.owner is not None and not body.text.strip():
            block = body.owner
            body = block.parent
            block.remove()
