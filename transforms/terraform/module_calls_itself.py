"""Module calls that lead back to the module that they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform

from ._module_calls import way_back


class ModuleCallsItself(Transform):
    """A module calls itself, directly or through modules that it calls.

    What:
        Follows the local sources of module calls from module to module. Every call that lies on a circle is
        reported, in the module that it stands in.

    Why:
        `terraform init` installs the module within itself without end, and fails with "file name too long".

    Example:
        # modules/network/main.tf
        module "subnets" {
          source = "../subnets"
        }
        # modules/subnets/main.tf
        module "network" {
          source = "../network"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: which of the calls is wrong is not known. Sources that are not local are not followed.

    Source:
        Terraform language documentation, "Module Sources", section "Local Paths".
    """

    name = "terraform-module-calls-itself"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        if module.language != "hcl":
            return
        for block in module.blocks("module"):
            way = way_back(module, block) if len(block.labels) == 1 else []
            if not way:
                continue
            message = f"module.{block.labels[0]} calls the module that it is in"
            if len(way) > 1:
                message = f"{message} again: {' → '.join((module.path, *way))}"
            at = block.get("source") or block
            yield Finding(at, message, advice="remove the call, or call another module")
