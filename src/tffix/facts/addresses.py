"""How providers are named.

Facts: Terraform language documentation, "Provider Requirements" (source addresses); OpenTofu documentation,
the same page: its registry has the same providers under its own host.
"""

from __future__ import annotations

_REGISTRIES = ("registry.terraform.io/", "registry.opentofu.org/")
"""The hosts that are assumed where an address has none: by Terraform, and by OpenTofu."""


def provider_address(source: str) -> str:
    """The address of a provider by what a configuration or a lock file calls it: ``namespace/name``, with the
    host before it unless that is the registry of Terraform or OpenTofu. A mere name is HashiCorp's."""
    address = source.strip().lower()
    for host in _REGISTRIES:
        address = address.removeprefix(host)
    return address if "/" in address else f"hashicorp/{address}"


def full_addresses(address: str) -> tuple[str, ...]:
    """All that a `provider_address` may stand for, each with its host."""
    has_host = address.count("/") > 1
    return (address,) if has_host else tuple(f"{host}{address}" for host in _REGISTRIES)


__all__ = ["full_addresses", "provider_address"]
