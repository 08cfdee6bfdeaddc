"""What is in files of variable values and cannot be there: blocks, references, calls of functions."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Finding, Impact, Module, Transform, nodes, variable_values

_BLOCKS = "a file of variable values cannot have blocks"


class VariablesFileInvalid(Transform):
    """A file of variable values has something other than plain values.

    What:
        Looks for blocks, references and calls of functions in the `.tfvars` files beside a module, and for a
        variable that is set twice in one file.

    Why:
        Terraform stops with "Variables not allowed", "Function calls not allowed", "Unexpected block" or
        "Attribute redefined" when the file is used.

    Example:
        # variables.tf
        variable "bucket" {
          type = string
        }
        # terraform.tfvars
        name   = "web"
        bucket = "${var.name}-logs"

    Impact:
        None: nothing is changed.

    Limits:
        Reported only. Files in other directories, which `-var-file` names, are not looked at.

    Source:
        Terraform language documentation, "Input Variables", section "Variable Definitions (.tfvars) Files".
    """

    name = "terraform-variables-file-invalid"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for name, file in variable_values.files_of_values(module):
            for block in file.blocks():
                advice = f"write {block.type} = {{ … }}, if it is a value"
                yield Finding(block, f"{name} has a block '{block.type}'; {_BLOCKS}", advice=advice)
            for attribute in file.body.attributes:
                part = variable_values.what_is_not_literal(attribute.expression)
                if part is not None:
                    what = f"calls {part.name}" if isinstance(part, nodes.Call) else f"refers to {part.text}"
                    message = (
                        f"the value of '{attribute.name}' {what}, which a file of variable values cannot do"
                    )
                    advice = "write the value itself, or compute it in the module, as a local value"
                    yield Finding(attribute, message, advice=advice, within=part)
