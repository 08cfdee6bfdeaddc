"""Parameters in Parameter Store that do not say what they are for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from tffix import Block, Finding, Impact, Module, Profile, Refused, Transform, quote, resources

from .._remembered import remembered
from ..terraform._descriptions import from_comment
from ._arguments import is_declared_once


class SsmParameterWithoutDescription(Transform):
    """A parameter in Parameter Store has no description.

    What:
        Makes a description of the comment above the parameter, if it is prose and tells of it, and of no
        other below it. Every other parameter is reported.

    Why:
        Who finds a parameter in the console or by the command line sees its path and its value. What reads
        it, and who may change it, stands in code that they may not have.

    Example:
        # Address of the database for the reports
        resource "aws_ssm_parameter" "reports_database" {
          name  = "/reports/database"
          type  = "String"
          value = aws_db_instance.reports.address
        }

    Becomes:
        resource "aws_ssm_parameter" "reports_database" {
          name        = "/reports/database"
          description = "Address of the database for the reports"
          type        = "String"
          value       = aws_db_instance.reports.address
        }

    Impact:
        The parameter is updated in place, and gets another version of the same value.

    Limits:
        Headings, banners, notes to tools and commented-out code above a parameter are no descriptions.

    Source:
        AWS Systems Manager API reference, PutParameter ("Description: Information about the parameter that
        you want to add to the system. Optional but recommended").
    """

    name = "aws-ssm-parameter-without-description"
    impact = Impact.UPDATE
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_ssm_parameter")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.get("description") is not None or not is_declared_once(block, module):
            return
        text = None if _heads_others(block, module) else from_comment(block)
        fix = partial(_describe, block, module) if text is not None and block.get("name") else None
        advice = f"description = {quote(text or '…')}"
        yield Finding(block, "the parameter has no description", fix, advice)


def _heads_others(block: Block, module: Module) -> bool:
    """Whether another parameter follows that has no comment, so that the one above may be for both."""
    following = remembered(module, "blocks that follow", lambda: _following(module)).get(id(block))
    return (
        following is not None and following.labels[:1] == block.labels[:1] and not following.leading.strip()
    )


def _following(module: Module) -> dict[int, Block]:
    """The top-level blocks that stand below others."""
    return {id(one): below for file in module.files.values() for one, below in pairwise(file.blocks())}


def _describe(block: Block, module: Module) -> None:
    text, name = from_comment(block), block.get("name")
    if text is None or name is None:
        raise Refused("another fix has changed the comment")
    block.leading = ""
    block.body.set("description", quote(text), after="name")
    module.changed()
