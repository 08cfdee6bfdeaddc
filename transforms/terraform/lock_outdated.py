"""Lock files with versions that the module does not want any more."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform, facts, providers

_FILE = ".terraform.lock.hcl"


class LockOutdated(Transform):
    """The lock file has a version of a provider that the module's constraints do not admit.

    What:
        Compares the versions in `.terraform.lock.hcl` with the constraints in `required_providers` of the
        root module and of the modules on the disk that it calls.

    Why:
        `terraform init` stops with "locked provider does not match configured version constraint", on every
        machine and in every pipeline that has the repository.

    Example:
        # main.tf
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "~> 6.0"
            }
          }
        }

        # .terraform.lock.hcl
        provider "registry.terraform.io/hashicorp/aws" {
          version = "5.64.0"
        }

    Impact:
        None: this is only reported. `terraform init -upgrade` chooses new versions, and needs the registry.

    Limits:
        Lock files beside Terragrunt units are not compared, nor constraints of modules that are not on the
        disk, or that cannot be read.

    Source:
        Terraform language documentation, "Dependency Lock File".
    """

    name = "terraform-lock-outdated"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        locked = dict(providers.lock_entries(module.opaque.get(_FILE, "")))
        if not locked or not module.is_root:
            return
        for one in providers.required_providers(module):
            if told := _unfit(one, locked):
                yield Finding(one.attribute, told, advice="run terraform init -upgrade, and commit the file")
        for call in module.blocks("module"):
            child = module.children.get(call.labels[0]) if len(call.labels) == 1 else None
            if child is None:
                continue
            told = next((found for one in _below(child) if (found := _unfit_in(one, locked))), "")
            if told:
                yield Finding(call, told, advice="run terraform init -upgrade, and commit the file")


def _below(module: Module) -> Iterator[Module]:
    """A module and all that it calls."""
    stack, seen = [module], {module}
    while stack:
        here = stack.pop()
        yield here
        for child in here.children.values():
            if child not in seen:
                seen.add(child)
                stack.append(child)


def _unfit_in(module: Module, locked: dict[str, str]) -> str:
    found = (_unfit(one, locked) for one in providers.required_providers(module))
    return next((f"{one} (in {module.path})" for one in found if one), "")


def _unfit(one: providers.Requirement, locked: dict[str, str]) -> str:
    """Why a locked version is none that a requirement admits; nothing where it is, or that is not known."""
    version = locked.get(one.address)
    if version is None or one.version is None:
        return ""
    try:
        is_fit = facts.versions.Constraint.parse(one.version).allows(version)
    except facts.versions.InvalidConstraintError:
        return ""
    return "" if is_fit else f"{_FILE} has {one.address} {version}, which '{one.version}' does not admit"
