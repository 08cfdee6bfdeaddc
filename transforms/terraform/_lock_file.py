"""Providers that a fix brings in and that a committed lock file does not have.

Facts: Terraform language documentation, "Dependency Lock File" (`terraform init` adds providers to it).
"""

from __future__ import annotations

from tffix import Module

_FILE = ".terraform.lock.hcl"


def init_needed(name: str, module: Module) -> str:
    """What to say of a fix that brings in a provider of HashiCorp's, as a clause; nothing where no lock file
    is committed or it has that provider."""
    lock = module.opaque.get(_FILE)
    if lock is None or f'/hashicorp/{name}"' in lock:
        return ""
    needed = f"the fix needs the provider {name}, which {_FILE} does not have"
    return f"; {needed}: run 'terraform init' afterwards"
