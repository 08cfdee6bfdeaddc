"""Entries of `required_providers` that do not say where HashiCorp's provider comes from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Finding,
    Impact,
    Module,
    Profile,
    Refused,
    Transform,
    knows,
    nodes,
    providers,
    quote,
)

from ._provider_sources import HASHICORPS, SOURCES
from ._required_providers import set_item


class ProviderSourceMissing(Transform):
    """A required provider of HashiCorp has no `source`, or is a mere version as in Terraform 0.12.

    What:
        Writes an object with `source` and `version` in the place of a string, and adds the `source` to an
        object without one.

    Why:
        Terraform takes such an entry for HashiCorp's by its name; OpenTofu and newer rules of registries may
        not, and whoever reads it must know that.

    Example:
        terraform {
          required_providers {
            aws    = "~> 5.0"
            random = { version = "~> 3.0" }
          }
        }

    Becomes:
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "~> 5.0"
            }
            random = { source = "hashicorp/random", version = "~> 3.0" }
          }
        }

    Impact:
        None: the provider and its versions stay the same.

    Limits:
        Reported only: names that are not known as HashiCorp's, whose source Terraform guesses to be there,
        too. Well-known providers of others are for terraform-provider-not-required. Silent in modules that
        ask for a Terraform older than 0.13, which does not know `source`.

    Source:
        Terraform language documentation, "Provider Requirements", section "Source Addresses".
    """

    name = "terraform-provider-source-missing"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if not knows(">= 0.13", module):
            return
        for one in providers.required_providers(module):
            lacks = one.source is None and "source" not in one.unread
            if lacks and one.name not in SOURCES and one.name != "terraform":
                yield _finding(one)


def _finding(one: providers.Requirement) -> Finding:
    message = f"the required provider {one.name} has no source"
    is_readable = one.attribute.string is not None or isinstance(one.attribute.expression, nodes.Object)
    if one.name in HASHICORPS and is_readable:
        return Finding(one.attribute, message, partial(_add, one.attribute))
    advice = f'if it is HashiCorp\'s, add source = "hashicorp/{one.name}"'
    return Finding(one.attribute, message, advice=advice)


def _add(entry: Attribute) -> None:
    if providers.requirement(entry).source is not None:
        raise Refused("it has a source by now")
    address = quote(f"hashicorp/{entry.name}")
    if entry.string is not None:
        entry.set(f"{{\nsource = {address}\nversion = {entry.source}\n}}")
    else:
        set_item(entry, "source", address)
