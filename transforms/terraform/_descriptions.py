"""What describes a variable or output already, in other words than its description."""

from __future__ import annotations

import re

from tffix import Address, Attribute, Block, Gap, Module, nodes, quote

from ._outputs import described, wanted

_LINE = re.compile(r"[ \t]*(?:#+|//+)[ \t]?(.*?)[ \t]*\r?\n")
_RULE = re.compile(r"^[ \t]*(?:##|///|(?:#|//)[ \t]*(?:\r?$|[^\w\s\"'`(]{2}))|[#/*=-][ \t]*\r?$", re.M)
"""A line of a heading: more than one `#`, a line of `=` or the like or of nothing, a box's right side."""
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


def is_missing(block: Block) -> bool:
    """Whether a block has no description, or one that says nothing."""
    description = block.get("description")
    return description is None or (description.string is not None and not description.string.strip())


def from_comment(block: Block) -> str | None:
    """What the comment above a block says of it, as one line; None where it is something else."""
    lines = _LINE.findall(block.leading)
    if not lines or _LINE.sub("", block.leading).strip() or _RULE.search(block.leading):
        return None
    if _heads_others(block, " ".join(lines)):
        return None
    text = _KIND.sub("", " ".join(" ".join(lines).split()))
    is_prose = (
        text[:1].isalpha()
        and text.isprintable()  # without bytes that are not UTF-8, which strings cannot have
        and len(text.split()) >= 2
        and len(text) <= 200
        and not _NOT_PROSE.search(text)
    )
    is_heading = _HEADING.search(text) or text.endswith(":")
    return text if is_prose and _tells_of(block, text) and not is_heading else None


def _tells_of(block: Block, text: str) -> bool:
    words = re.findall(r"[a-z]{3,}", block.labels[-1].lower().replace("_", " "))
    return any(word.rstrip("s") in text.lower() for word in words)


def _heads_others(block: Block, text: str) -> bool:
    """Whether a comment is over several blocks: the next one has none of its own, and follows without a
    blank line or is spoken of too."""
    items = block.parent.items if block.parent is not None else []
    after = items[next(number for number, one in enumerate(items) if one is block) + 1 :] if items else []
    following = next((one for one in after if not isinstance(one, Gap)), None)
    if not isinstance(following, Block) or following.leading.strip():
        return False
    if any(isinstance(one, Gap) and not one.is_blank for one in after[: after.index(following)]):
        return False
    kind = -1 if block.type in ("variable", "output") else 1
    if following.type != block.type or following.labels[:kind] != block.labels[:kind]:
        return False
    return after[0] is following or _tells_of(following, text)


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
    return row.description if alone else described(row, node.names[1])


def describe(block: Block, text: str, is_comment: bool, module: Module) -> None:
    """Sets the description; a comment that it was taken from goes away."""
    if is_comment:
        block.leading = ""
    if block.get("description") is not None:
        block.body.set("description", quote(text))
    elif block.type == "variable" and block.get("type") is not None and not describes_first(module):
        block.body.set("description", quote(text), after="type")
    else:
        put_first(block, Attribute.new("description", quote(text)))


def describes_first(module: Module) -> bool:
    """Whether most variables of a module have the description above the type, not below it."""
    votes = 0
    for block in module.blocks("variable"):
        names = [one.name for one in block.body.attributes if one.name in ("type", "description")]
        if len(names) == 2:
            votes += 1 if names[0] == "description" else -1
    return votes > 0


def put_first(block: Block, attribute: Attribute) -> None:
    """Makes an attribute the first of a block."""
    first = next(block.body.attributes, None)
    if first is None:
        block.body.append(attribute)
    else:
        block.body.insert_before(first, attribute)
