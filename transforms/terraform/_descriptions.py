"""What describes a variable or output already, in other words than its description."""

from __future__ import annotations

import re

from tffix import Address, Block, Module, nodes, quote

from ._outputs import wanted

_LINE = re.compile(r"[ \t]*(?:#+|//+)[ \t]?(.*?)[ \t]*\r?\n")
_HEADING = re.compile(
    r"(variables?|settings?|config(uration)?|inputs?|outputs?|options?|section|values?)\W*$", re.I
)
_KIND = re.compile(r"^(input |output )?(variable|output)\s*[:-]\s*", re.I)
_NOT_PROSE = re.compile(
    r"[={}<>]|-{3}|\*{3}|https?:|\b(TODO|FIXME|XXX|HACK)\b|tflint|tfsec|checkov|trivy|tffix|terraform-docs|nosec"
)

KNOWN = {
    "region": "AWS region to deploy to",
    "aws_region": "AWS region to deploy to",
    "environment": "Name of the environment",
    "project": "Name of the project",
    "project_name": "Name of the project",
    "vpc_id": "ID of the VPC",
    "vpc_cidr": "CIDR block of the VPC",
    "vpc_cidr_block": "CIDR block of the VPC",
    "subnet_id": "ID of the subnet",
    "subnet_ids": "IDs of the subnets",
    "private_subnet_ids": "IDs of the private subnets",
    "public_subnet_ids": "IDs of the public subnets",
    "availability_zones": "Availability zones to use",
    "security_group_ids": "IDs of the security groups",
    "instance_type": "Type of the instances",
    "ami_id": "ID of the AMI",
    "tags": "Tags to put on the resources",
    "common_tags": "Tags to put on the resources",
}
"""Names of variables that say all there is to say."""


def from_comment(block: Block) -> str | None:
    """What the comment above a block says of it, as one line; None where it is something else."""
    lines = _LINE.findall(block.leading)
    if not lines or _LINE.sub("", block.leading).strip():
        return None
    text = _KIND.sub("", " ".join(" ".join(lines).split()))
    words = re.findall(r"[a-z]{3,}", block.labels[-1].lower().replace("_", " "))
    tells_of_it = any(word.rstrip("s") in text.lower() for word in words)
    is_prose = (
        text[:1].isalpha() and len(text.split()) >= 2 and len(text) <= 200 and not _NOT_PROSE.search(text)
    )
    return text if is_prose and tells_of_it and not _HEADING.search(text) and not text.endswith(":") else None


def of_variable(block: Block, module: Module) -> str | None:
    """What the name of a variable says plainly."""
    text = KNOWN.get(block.labels[0])
    is_aws = any(resource.labels[0].startswith("aws_") for resource in module.resources() if resource.labels)
    return text if text and (is_aws or not text.startswith("AWS")) else None


def of_output(block: Block, module: Module) -> str | None:
    """The description of an output that shows a well-known attribute of a resource."""
    value = block.get("value")
    node = value.expression if value is not None else None
    if not isinstance(node, nodes.Traversal) or len(node.names) != 3 or len(node.steps) != 2:
        return None
    resource = module.get(Address(node.names[:2]))
    row = wanted(resource) if isinstance(resource, Block) and resource.type == "resource" else None
    if row is None or node.names[2] not in (row.attribute or row.word, row.word):
        return None
    alone = len(module.resources(node.root)) == 1
    return row.description if alone else f"{row.description} {node.names[1]}"


def describe(block: Block, text: str, is_comment: bool, module: Module) -> None:
    """Sets the description; a comment that it was taken from goes away."""
    if is_comment:
        block.leading = ""
    first = next(block.body.attributes, None)
    attribute = block.body.set("description", quote(text))
    if first is not None:
        attribute.remove()
        block.body.insert_before(first, attribute)
