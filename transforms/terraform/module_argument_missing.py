"""Calls of local modules that leave out a variable without a default."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Block, Finding, Impact, Module, Transform

from ._module_calls import Call, calls, required_variables


class ModuleArgumentMissing(Transform):
    """A module call does not set a variable that has no default.

    What:
        Compares each call of a module that is on the disk with the variables of that module, those in
        override files included.

    Why:
        Terraform stops with "Missing required argument" before it plans anything.

    Example:
        # main.tf
        module "network" {
          source = "./modules/network"
        }
        # modules/network/variables.tf
        variable "cidr_block" {
          type = string
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: which value is wanted is not known. Silent about modules from registries and other
        sources, and where a file of the caller or the module cannot be read. A misspelt name is corrected by
        terraform-module-argument-unknown.

    Source:
        Terraform language documentation, "Calling a Child Module" and "Input Variables".
    """

    name = "terraform-module-argument-missing"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for call in calls(module):
            misspelt = {meant: name for name, meant in call.misspelt().items()}
            for variable in required_variables(call.module):
                name = variable.labels[0]
                if call.get(name) is None:
                    message = f"module.{call.name} does not set the variable '{name}', which has no default"
                    near = f"'{misspelt[name]}' seems to be meant for it" if name in misspelt else ""
                    yield Finding(call.block, message, advice=near or _advice(variable, call))


def _advice(variable: Block, call: Call) -> str:
    type_, description = variable.get("type"), variable.get("description")
    told = [type_.source if type_ is not None else "", (description.string if description else "") or ""]
    known = ": ".join(" ".join(one.split()) for one in told if one)
    where = f"set it in the call, or give it a default in {call.module.path}"
    return f"{where} ({known})" if known and len(known) < 100 else where
