"""Values in files for variables that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tffix import Finding, Impact, Module, Profile, Transform, variable_values

_MATTERS = ("resource", "data", "module", "output", "ephemeral")


class VariableValueUndeclared(Transform):
    """A file of variable values sets a variable that is not declared.

    What:
        Compares the `.tfvars` and `.tfvars.json` files beside a root module with its variables, and names the
        nearest variable.

    Why:
        The value has no effect. Terraform only warns of it ("Value for undeclared variable"), but stops where
        the same is given by `-var`.

    Example:
        # terraform.tfvars
        regoin = "eu-west-1"
        # variables.tf
        variable "region" {
          type    = string
          default = "eu-central-1"
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: a value that takes effect changes what is deployed. Silent about modules without
        variables, or with nothing else, whose values are for something else; about those that others call;
        and where a file cannot be read.

    Source:
        Terraform language documentation, "Input Variables", section "Values for Undeclared Variables".
    """

    name = "terraform-variable-value-undeclared"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        known = {one.labels[0] for one in module.blocks("variable") if len(one.labels) == 1}
        known |= {one.labels[0] for one in module.generated.blocks("variable") if len(one.labels) == 1}
        is_root = module.is_root and any(module.blocks(type_) for type_ in _MATTERS)
        if not known or not is_root or module.unreadable or module.generated.unreadable:
            return
        for _, file in variable_values.files_of_values(module):
            for value in file.body.attributes:
                if value.name not in known:
                    near = get_close_matches(value.name, sorted(known), 1, 0.7)
                    advice = f"did you mean '{near[0]}'?" if near else "remove it, or declare the variable"
                    message = f"the variable '{value.name}', which is given a value, is not declared"
                    yield Finding(value, message, advice=advice)
