"""Values in files for variables that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tffix import (
    Attribute,
    Finding,
    Impact,
    Module,
    Profile,
    Transform,
    test_files,
    variable_values,
)

from ._module_calls import variable_names
from ._test_shapes import runs, tests

_MATTERS = ("resource", "data", "module", "output", "ephemeral")


class VariableValueUndeclared(Transform):
    """A file of variable values sets a variable that is not declared.

    What:
        Compares the `.tfvars` and `.tfvars.json` files beside a root module with its variables, and the
        `variables` of each `run` in tests with those of the module that it runs. Names the nearest variable.

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
        # outputs.tf
        output "region" {
          value = var.region
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
        yield from _in_tests(module)
        known = variable_names(module) | variable_names(module.generated)
        is_root = module.is_root and any(module.blocks(type_) for type_ in _MATTERS)
        if not known or not is_root or module.unreadable or module.generated.unreadable:
            return
        for _, file in variable_values.files_of_values(module):
            for value in file.body.attributes:
                if value.name not in known:
                    yield _undeclared(value, known)


def _in_tests(module: Module) -> Iterator[Finding]:
    """The variables of runs that the tested module does not have and nothing else in the test uses."""
    for _, file in tests(module):
        for run in runs(file):
            about = test_files.about(run, module)
            if about is None or about.unreadable:
                continue
            known = variable_names(about)
            for value in (one for block in run.blocks("variables") for one in block.body.attributes):
                if value.name not in known and f"var.{value.name}" not in file.source:
                    yield _undeclared(value, known)


def _undeclared(value: Attribute, known: set[str]) -> Finding:
    near = get_close_matches(value.name, sorted(known), 1, 0.7)
    advice = f"did you mean '{near[0]}'?" if near else "remove it, or declare the variable"
    message = f"the variable '{value.name}', which is given a value, is not declared"
    return Finding(value, message, advice=advice)
