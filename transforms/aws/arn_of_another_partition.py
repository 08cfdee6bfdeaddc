"""ARNs of another partition than that of the provider's region."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Attribute, Finding, Impact, Module, Transform, expressions, facts, nodes, providers

from ._provider_region import regions_of

_ARN = re.compile(r"(?<![\w-])arn:(aws[a-z-]*):")
_TRANSPARENT = frozenset(("concat", "jsonencode", "tolist", "toset"))
"""Functions that give all that they are given."""

_PROSE = frozenset(("description", "user_data", "user_data_base64"))
"""Arguments in which an ARN need not be one that AWS reads."""


class ArnOfAnotherPartition(Transform):
    """An ARN is of another partition than the region of its provider.

    What:
        Looks for ARNs in the arguments and policy documents of AWS resources that begin with `arn:aws:` where
        the provider's region is one of AWS GovCloud or China, or the other way round.

    Why:
        Nothing of another partition exists for the account: managed policies are not found, and a policy
        document is refused with MalformedPolicyDocument, "Partition "aws" is not valid for resource".

    Example:
        provider "aws" {
          region = "us-gov-west-1"
        }

        resource "aws_iam_role_policy_attachment" "ssm" {
          role       = aws_iam_role.web.name
          policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
        }

    Impact:
        None: this is only reported, since the region may be the one that is wrong.

    Limits:
        Silent where the region is not known; a region that a variable has by default counts. ARNs in
        conditionals, lookups and prose are left alone, as they may be for another region.

    Source:
        AWS Identity and Access Management User Guide, "Amazon Resource Names (ARNs)"; regions by partition
        from botocore.
    """

    name = "aws-arn-of-another-partition"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        known: dict[tuple[str, str], str] = {}
        for type_ in ("resource", "data"):
            for block in module.blocks(type_):
                if not block.labels or not block.labels[0].startswith("aws_"):
                    continue
                for attribute, _ in expressions(block):
                    if "arn:aws" in attribute.source and attribute.name not in _PROSE:
                        region = block.get("region")
                        key = providers.provider_of(block), region.source if region is not None else ""
                        if key not in known:
                            known[key] = _partition(regions_of(block, module, defaults=True))
                        yield from _wrong(attribute, known[key])


def _wrong(attribute: Attribute, partition: str) -> Iterator[Finding]:
    for node, of in _arns(attribute.expression) if partition else ():
        if of in facts.aws.partitions() - {partition}:
            message = f"the ARN is of the partition {of}, and the region of the provider is of {partition}"
            yield Finding(attribute, message, advice=f"arn:{partition}:…", within=node)


def _partition(regions: frozenset[str]) -> str:
    """The partition of all regions that a block is in, if it is one."""
    partitions = {facts.aws.partition_of(region) for region in regions}
    return (partitions.pop() or "") if len(partitions) == 1 else ""


def _arns(node: nodes.Expression) -> Iterator[tuple[nodes.Expression, str]]:
    """The texts in an expression that have an ARN in them, each with its partition."""
    if isinstance(node, nodes.Template):
        for part in node.parts:
            if isinstance(part, nodes.TemplateLiteral) and (match := _ARN.search(part.text)):
                yield node, match[1]
                return
    elif isinstance(node, nodes.Tuple | nodes.Object | nodes.ObjectItem | nodes.Parentheses) or (
        isinstance(node, nodes.Call) and node.name in _TRANSPARENT
    ):
        for child in node.children:
            yield from _arns(child)
