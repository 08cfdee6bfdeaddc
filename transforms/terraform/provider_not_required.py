"""Providers of other namespaces than `hashicorp` that a module uses without saying where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    PROVIDER_FILES,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    nodes,
    parse_block,
    providers,
    quote,
)

from ._files import add, ordinary, why_untouchable
from ._provider_sources import SOURCES
from ._settings_files import terraform_file


class ProviderNotRequired(Transform):
    """A module uses a provider that is not HashiCorp's and does not declare its source.

    What:
        Looks up the providers of resources, data sources and provider blocks in `required_providers`. Where a
        provider of another namespace is not there, or is there without a `source`, it gets one.

    Why:
        Without a source Terraform looks for the provider among HashiCorp's, and `terraform init` fails with
        "Failed to query available provider packages". Every module needs it, what its caller says does not
        count.

    Example:
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "~> 5.0"
            }
          }
        }

        resource "cloudflare_zone" "main" {
          account_id = var.account_id
          zone       = "example.com"
        }

    Becomes:
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "~> 5.0"
            }
            cloudflare = {
              source = "cloudflare/cloudflare"
            }
          }
        }

        resource "cloudflare_zone" "main" {
          account_id = var.account_id
          zone       = "example.com"
        }

    Impact:
        None: the configuration could not be initialised before.

    Limits:
        Goes by a list of well-known providers. A root module without any `terraform` or `provider` block is
        reported only, as it gets these at deployment. HashiCorp's own providers are found without a source;
        terraform-version-unconstrained gives them their entries.

    Source:
        Terraform language documentation, "Provider Requirements", section "Source Addresses".
    """

    name = "terraform-provider-not-required"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        known = {one.name: one for one in providers.required_providers(module)}
        told = set[str]()
        for block in (*module.resources(), *module.blocks("data"), *module.blocks("provider")):
            name = block.labels[0] if block.type == "provider" and block.labels else _provider(block)
            has_source = name in known and (known[name].source or "source" in known[name].unread)
            if name not in SOURCES or name in told or has_source:
                continue
            if _is_generated(name, module):
                continue
            told.add(name)
            yield _finding(block, name, module)


def _provider(block: Block) -> str:
    return providers.provider_of(block).partition(".")[0]


def _is_generated(name: str, module: Module) -> bool:
    """Whether a file that Terragrunt writes requires the provider, or may."""
    made = module.generated
    return bool(made.unreadable) or any(one.name == name for one in providers.required_providers(made))


def _finding(block: Block, name: str, module: Module) -> Finding:
    message = f"the provider {name} is {SOURCES[name]}, but Terraform looks for hashicorp/{name}"
    reason = why_untouchable(module, PROVIDER_FILES)
    if module.is_root and not (module.blocks("terraform") or module.blocks("provider")):
        reason = "this module has no settings of its own"
    if reason:
        advice = f'{reason}; in required_providers: {name} = {{ source = "{SOURCES[name]}" }}'
        return Finding(block, message, advice=advice)
    return Finding(block, message, partial(_require, name, module))


def _require(name: str, module: Module) -> None:
    source = f"source = {quote(SOURCES[name])}"
    required = [one for block in module.blocks("terraform") for one in block.blocks("required_providers")]
    known = next((entry for one in required if (entry := one.get(name)) is not None), None)
    if known is not None:
        _add_source(known, source)
    elif required:
        required[0].body.append(Attribute.new(name, f"{{\n{source}\n}}"))
    elif blocks := module.blocks("terraform"):
        blocks[0].body.append(parse_block(f"required_providers {{\n{name} = {{\n{source}\n}}\n}}"))
    else:
        named = ("versions.tf", "terraform.tf")
        file = next((one for one in named if one in ordinary(module)), terraform_file(module))
        add(
            parse_block(f"terraform {{\nrequired_providers {{\n{name} = {{\n{source}\n}}\n}}\n}}"),
            module,
            file,
        )


def _add_source(entry: Attribute, source: str) -> None:
    """Adds the source to an entry that has a version at most."""
    if entry.string is not None:
        entry.set(f"{{\n{source}\nversion = {entry.source}\n}}")
        return
    if not isinstance(entry.expression, nodes.Object):
        raise Refused(f"its entry {entry.name} in required_providers is not an object")
    inner = entry.source.strip()[1:]
    entry.set(f"{{\n{source}{inner}" if inner.startswith("\n") else f"{{ {source}, {inner.lstrip()}")
