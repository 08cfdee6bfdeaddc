"""Variables that do not say what they are for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Profile, Transform, blocks, why_unsure

from ._descriptions import describe, from_comment, is_missing, of_variable


class VariableWithoutDescription(Transform):
    """A variable has no description.

    What:
        Makes a description of the comment above the variable, if it is prose and tells of it, or writes
        one where the name says all (`vpc_id`, `environment`, `tags` and the like). It goes below the type,
        as the style guide has it, or above where most variables of the module have it there.

    Why:
        Descriptions are what Terraform shows when it asks for a value, and what documentation is generated
        from. Comments are not.

    Example:
        # Number of servers to start with
        variable "server_count" {
          type = number
        }

    Becomes:
        variable "server_count" {
          type        = number
          description = "Number of servers to start with"
        }

    Impact:
        None: descriptions are for people.

    Limits:
        Only reported: every other variable. Headings (rules of `#` or dashes, boxes, a comment over several
        variables), notes to tools and commented-out code above a variable are no descriptions. A description
        that is empty is missing.

    Source:
        Terraform style guide, "Variables"; Terraform language documentation, "Input Variables".
    """

    name = "terraform-variable-without-description"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = blocks("variable")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if len(block.labels) != 1 or not is_missing(block) or why_unsure(module):
            return
        message = f"the variable '{block.labels[0]}' has no description"
        comment = from_comment(block)
        text = comment or of_variable(block, module)
        if text is None:
            yield Finding(block, message, advice='description = "…"')
        else:
            yield Finding(block, message, partial(describe, block, text, comment is not None, module))
