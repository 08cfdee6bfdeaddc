"""Values in files that do not fit the type of their variable."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform, variable_values


class VariableValueMistyped(Transform):
    """A file of variable values sets a value that does not fit the variable's type.

    What:
        Converts the values of the `.tfvars` and `.tfvars.json` files beside a module to the types of its
        variables, as Terraform does it.

    Why:
        Terraform stops with "Invalid value for input variable" in every plan that uses the file.

    Example:
        # terraform.tfvars
        zones = "eu-west-1a"
        # variables.tf
        variable "zones" {
          type = list(string)
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: what the value should be is not known. Values given by callers or by Terragrunt, and
        files in other directories, are not looked at.

    Source:
        Terraform language documentation, "Type Constraints".
    """

    name = "terraform-variable-value-mistyped"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for _, file in variable_values.files_of_values(module):
            for given in file.body.attributes:
                declared = module.blocks("variable", given.name)
                if len(declared) != 1:
                    continue  # an override file may have another type
                if why := variable_values.misfit(variable_values.value_of(given), declared[0]):
                    type_ = declared[0].get("type")
                    wanted = " ".join(type_.source.split()) if type_ is not None else ""
                    advice = f"its type is {wanted}" if wanted and len(wanted) < 80 else ""
                    message = f"the value of '{given.name}' does not fit its variable: {why}"
                    yield Finding(given, message, advice=advice)
