"""Arguments of module calls that do not fit the types of the variables."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Transform, blocks, inference

_META = frozenset(("source", "version", "providers", "count", "for_each", "depends_on"))


class ModuleArgumentType(Transform):
    """An argument of a module call does not fit the type of the variable that it sets.

    What:
        Infers the value of every argument of calls of local modules and compares it with the type that the
        variable declares, at any depth: a string for a list, an object without an attribute that is
        required, null where the variable is not nullable.

    Why:
        Terraform stops with "Invalid value for input variable".

    Example:
        # main.tf
        module "network" {
          source = "./network"

          zones = "eu-west-1a"
        }
        # network/variables.tf
        variable "zones" {
          type = list(string)
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only. Modules of a registry or of another repository are not looked at.

    Source:
        Terraform language documentation, "Type Constraints" and "Calling a Child Module".
    """

    name = "terraform-module-argument-type"
    impact = Impact.NONE
    watches = blocks("module")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        child = module.children.get(block.labels[0])
        if child is None:
            return
        for attribute in block.body.attributes:
            variable = child.variable(attribute.name)
            if variable is None or attribute.name in _META:
                continue
            if reason := _unfit(attribute, block, variable, module):
                yield Finding(attribute, f"variable '{attribute.name}' of {child.path}: {reason}")


def _unfit(attribute: Attribute, block: Block, variable: Block, module: Module) -> str:
    value = inference.infer(attribute, block, module, defaults=False)
    nullable = variable.get("nullable")
    if value.is_null:
        is_wrong = nullable is not None and nullable.boolean is False and variable.get("default") is None
        return "null is no value for a variable that is not nullable" if is_wrong else ""
    try:
        inference.convert(value, inference.declared_type(variable))
    except inference.NotConvertibleError as error:
        return error.message
    return ""
