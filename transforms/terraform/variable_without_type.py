"""Variables that do not say what may be given to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Attribute, Block, Finding, Impact, Module, Profile, Transform, blocks, why_unsure

from ._descriptions import describes_first, put_first
from ._inferred_types import inferred


class VariableWithoutType(Transform):
    """A variable has no type.

    What:
        Writes the type that the default has, if it is a string, number, bool, or a list or map of one of
        these. Without a default, or with an empty one, the type that all uses have: the type of the argument
        that gets the value in the provider's schema, or of the called module's variable, or `string` in text
        and for the path of a file that a function reads.

    Why:
        Without a type Terraform takes anything, and a wrong value fails far from where it was given. Values
        from the command line and the environment are read as strings.

    Example:
        variable "instance_count" {
          default = 2
        }

        variable "zones" {
          default = ["us-east-2a", "us-east-2b"]
        }

    Becomes:
        variable "instance_count" {
          type    = number
          default = 2
        }

        variable "zones" {
          type    = list(string)
          default = ["us-east-2a", "us-east-2b"]
        }

    Impact:
        None: values that callers and `.tfvars` files give are checked against the type first.

    Limits:
        Only reported where default, uses, callers and comparisons do not agree on one simple type, or tests
        set the variable.

    Source:
        Terraform language documentation, "Input Variables"; Terraform style guide, "Variables".
    """

    name = "terraform-variable-without-type"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = blocks("variable")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if len(block.labels) != 1 or block.get("type") is not None:
            return
        message = f"the variable '{block.labels[0]}' has no type"
        type_ = None if why_unsure(module) else inferred(block, module)
        if type_ is None:
            yield Finding(block, message, advice="type = …")
        else:
            yield Finding(block, f"{message}; it is {type_}", partial(_add, block, type_, module))


def _add(block: Block, type_: str, module: Module) -> None:
    if block.get("description") is not None and describes_first(module):
        block.body.set("type", type_, after="description")
    else:
        put_first(block, Attribute.new("type", type_))
