"""Arguments of module calls that are no variables of the module."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial

from tffix import Attribute, Finding, Impact, Module, Refused, Transform

from ._module_calls import Call, calls, variable_names


class ModuleArgumentUnknown(Transform):
    """A module call sets an argument that is not a variable of the module.

    What:
        Compares each call of a module that is on the disk with the variables of that module. A name that is
        nearly that of one variable, which has no default and is not set, is corrected.

    Why:
        Terraform stops with "Unsupported argument" before it plans anything.

    Example:
        # main.tf
        module "network" {
          source    = "./modules/network"
          cidr_blok = "10.0.0.0/16"
        }
        # modules/network/variables.tf
        variable "cidr_block" {
          type = string
        }

    Becomes:
        # main.tf
        module "network" {
          source     = "./modules/network"
          cidr_block = "10.0.0.0/16"
        }
        # modules/network/variables.tf
        variable "cidr_block" {
          type = string
        }

    Impact:
        None: the configuration could not be planned before.

    Limits:
        Any other name is reported, with the nearest variable: whether the argument is to be removed or the
        variable to be declared is not known. Silent about modules from registries and other sources, and
        where a file of the caller or the module cannot be read.

    Source:
        Terraform language documentation, "Calling a Child Module".
    """

    name = "terraform-module-argument-unknown"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for call in calls(module):
            misspelt = call.misspelt()
            for argument in call.unknown:
                yield _finding(argument, misspelt.get(argument.name), call)


def _finding(argument: Attribute, meant: str | None, call: Call) -> Finding:
    message = f"{call.module.path} has no variable '{argument.name}', which module.{call.name} sets"
    if meant is not None:
        return Finding(argument, f"{message}; '{meant}' is meant", partial(_rename, argument, meant))
    near = get_close_matches(argument.name, sorted(variable_names(call.module)), 1)
    advice = f"did you mean '{near[0]}'?" if near else "remove the argument, or declare the variable there"
    return Finding(argument, message, advice=advice)


def _rename(argument: Attribute, name: str) -> None:
    if argument.parent is None or argument.parent.get(name) is not None:
        raise Refused(f"'{name}' is set already")
    argument.rename(name)
