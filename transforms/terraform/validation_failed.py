"""Values that the validation of their variable certainly refuses."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    evaluate,
    mentioned_around,
    root_evidence,
    units_of,
    variable_values,
)

from ._module_calls import calls


class ValidationFailed(Transform):
    """A variable is given a value that its own validation refuses.

    What:
        Evaluates the `validation` conditions of variables with what they are given: in the `.tfvars` files
        beside the module, by calls, and by their default, where a call or a root module uses that.

    Why:
        Terraform stops with "Invalid value for variable".

    Example:
        terraform {
          backend "s3" {}
        }

        variable "environment" {
          type    = string
          default = "production"

          validation {
            condition     = contains(["dev", "prod"], var.environment)
            error_message = "The environment is dev or prod."
          }
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only, and only what is certainly false: silent where the value, or something else in the
        condition, is not known. A default of a root module counts only if nothing shows that it is set: no
        `.tfvars` file, no Terragrunt, no script or workflow; one of a module for others only if a call that
        is known uses it.

    Source:
        Terraform language documentation, "Custom Conditions", section "Input Variable Validation".
    """

    name = "terraform-validation-failed"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for call in calls(module):
            for variable in _validated(call.module):
                given = call.get(variable.labels[0])
                if given is not None:
                    value = evaluate(given.expression, module)
                    yield from _findings(given, value, variable, call.module)
        validated = _validated(module)
        files = variable_values.files_of_values(module) if validated else []
        for variable in validated:
            name, default = variable.labels[0], variable.get("default")
            in_files = [one for _, file in files if (one := file.body.get(name))]
            for given in in_files:
                yield from _findings(given, variable_values.value_of(given), variable, module)
            if default is None or in_files:
                continue
            found = list(_findings(default, evaluate(default.expression, module), variable, module))
            if found and _uses_default(name, module):  # looked up last: it may read the whole repository
                yield from found


def _validated(module: Module) -> list[Block]:
    """The variables that have validations and that no override file changes."""
    found = [
        one for one in module.blocks("variable") if len(one.labels) == 1 and any(one.blocks("validation"))
    ]
    return [one for one in found if len(module.blocks("variable", *one.labels)) == 1]


def _uses_default(name: str, module: Module) -> bool:
    """Whether it is certain that a plan takes the default of a variable."""
    if module.callers:
        return any(
            all(one.get(name) is None for one in caller.blocks("module", *call.labels))
            for caller, call in module.callers
        )
    is_root = module.is_root and bool(root_evidence(module)) and not units_of(module)
    return is_root and not mentioned_around(Address(("var", name)), module)


def _findings(at: Attribute, value: object, variable: Block, module: Module) -> Iterator[Finding]:
    for validation in variable_values.failed_validations(value, variable, module):
        whose = "the default" if at.parent is variable.body else "the value"
        text = validation.get("error_message")
        told = (text.string if text is not None else None) or ""
        message = f"{whose} of '{variable.labels[0]}' fails the validation of the variable"
        yield Finding(at, message, advice=" ".join(told.split()))
