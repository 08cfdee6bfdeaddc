"""Outputs that do not say what they show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Profile, Transform, blocks, why_unsure

from ._descriptions import describe, from_comment, is_missing, of_output


class OutputWithoutDescription(Transform):
    """An output has no description.

    What:
        Makes a description of the comment above the output, if it is prose and tells of it, or writes one
        where the output shows a well-known attribute of a resource (the ID of a VPC, the DNS name of a load
        balancer; a table of some 60).

    Why:
        Who calls the module or reads its outputs knows them by their descriptions, and so does generated
        documentation.

    Example:
        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16"
        }

        output "network" {
          value = aws_vpc.main.id
        }

    Becomes:
        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16"
        }

        output "network" {
          description = "ID of the VPC"
          value       = aws_vpc.main.id
        }

    Impact:
        None: descriptions are for people.

    Limits:
        Only reported: every other output. Headings and comments over several outputs are no descriptions. A
        description that is empty is missing.

    Source:
        Terraform style guide, "Outputs"; Terraform language documentation, "Output Values".
    """

    name = "terraform-output-without-description"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = blocks("output")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if len(block.labels) != 1 or not is_missing(block) or why_unsure(module):
            return
        message = f"the output '{block.labels[0]}' has no description"
        comment = from_comment(block)
        text = comment or of_output(block, module)
        if text is None:
            yield Finding(block, message, advice='description = "…"')
        else:
            yield Finding(block, message, partial(describe, block, text, comment is not None, module))
