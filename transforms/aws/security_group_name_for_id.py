"""Names of security groups where their ids are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Reference,
    Refused,
    Transform,
    data_sources,
    inference,
    nodes,
    resources,
)

_BY_NAME = ("aws_instance", "aws_spot_instance_request")
"""Resources whose ``security_groups`` are names, for the default VPC."""

_ID_ARGUMENTS = frozenset(
    (
        "referenced_security_group_id",
        "security_group_id",
        "security_group_ids",
        "source_security_group_id",
        "vpc_security_group_ids",
    )
)
_IDS_IN = frozenset(
    (
        "aws_alb",
        "aws_ecs_service",
        "aws_efs_mount_target",
        "aws_elb",
        "aws_launch_configuration",
        "aws_launch_template",
        "aws_lb",
        "aws_mq_broker",
        "aws_network_interface",
    )
)
"""Resources whose ``security_groups`` are ids, in their blocks too."""


class SecurityGroupNameForId(Transform):
    """An argument that takes ids of security groups has the name or the ARN of one.

    What:
        Finds references to the `name` or `arn` of a security group in arguments that take ids, and replaces
        them with its `id`. An instance in a subnet gets `vpc_security_group_ids` in place of
        `security_groups`, which takes names, and these only in the default VPC.

    Why:
        EC2 rejects it: "The parameter groupName cannot be used with the parameter subnet",
        InvalidGroupId.Malformed, InvalidGroup.NotFound.

    Example:
        resource "aws_security_group" "proxy" {
          name = "proxy"
        }

        resource "aws_instance" "proxy" {
          ami             = "ami-0abcdef1234567890"
          instance_type   = "t3.small"
          subnet_id       = "subnet-0123456789abcdef0"
          security_groups = [aws_security_group.proxy.name]
        }

    Becomes:
        resource "aws_security_group" "proxy" {
          name = "proxy"
        }

        resource "aws_instance" "proxy" {
          ami                    = "ami-0abcdef1234567890"
          instance_type          = "t3.small"
          subnet_id              = "subnet-0123456789abcdef0"
          vpc_security_group_ids = [aws_security_group.proxy.id]
        }

    Impact:
        None: what AWS does not take was never made.

    Limits:
        Names in the `security_groups` of an instance without a subnet are right. References by way of a local
        value, and an instance that has other groups as well, or both arguments, are only reported. Names that
        are written out are for schema-invalid-value.

    Source:
        Documentation of the AWS provider, aws_instance (security_groups, vpc_security_group_ids), and of the
        other resources; Amazon EC2 API reference, RunInstances.
    """

    name = "aws-security-group-name-for-id"
    impact = Impact.UPDATE
    watches = (
        *resources("aws_security_group", "aws_default_security_group"),
        *data_sources("aws_security_group"),
    )

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        address = Address.of(block)
        if address is None:
            return
        for reference in module.references_to(address):
            asked = _asked(reference.node)
            if asked not in ("name", "arn"):
                continue
            attribute, holder = reference.attribute, reference.block
            message = f"{address}.{asked} is not the id of the group"
            if holder.type == "locals":
                yield from _through_local(reference, f"the {asked} of {address} is not its id", module)
            elif _takes_ids(attribute, holder):
                fix = partial(_to_id, attribute, reference.node)
                yield Finding(
                    attribute, f"'{attribute.name}' takes ids, and {message}", fix, within=reference.node
                )
            elif _is_in_subnet(attribute, holder, module):
                yield _in_subnet(reference, asked, address)


def _asked(node: nodes.Traversal) -> str:
    last = node.steps[-1]
    return last.name if isinstance(last, nodes.GetAttribute) else ""


def _takes_ids(attribute: Attribute, block: Block) -> bool:
    if block.type != "resource" or not block.labels or not block.labels[0].startswith("aws_"):
        return False
    if attribute.name == "security_groups":
        if block.labels[0] == "aws_security_group":  # a group of the default VPC takes names
            return attribute.parent is not block.body and block.get("vpc_id") is not None
        return block.labels[0] in _IDS_IN
    return attribute.name in _ID_ARGUMENTS


def _is_in_subnet(attribute: Attribute, block: Block, module: Module) -> bool:
    """Whether it is the list of names of an instance that is put into a subnet, where names are refused."""
    subnet = block.get("subnet_id")
    return (
        block.type == "resource"
        and block.labels[0] in _BY_NAME
        and attribute.name == "security_groups"
        and attribute.parent is block.body
        and subnet is not None
        and not inference.infer(subnet, block, module).is_null
    )


def _through_local(reference: Reference, message: str, module: Module) -> Iterator[Finding]:
    for use in module.references_to(Address(("local", reference.attribute.name))):
        if len(use.node.steps) == 1 and (
            _takes_ids(use.attribute, use.block) or _is_in_subnet(use.attribute, use.block, module)
        ):
            told = f"'{use.attribute.name}' takes ids here, and {message}"
            yield Finding(use.attribute, told, advice=f"use the id in {use.node.text}", within=use.node)


def _in_subnet(reference: Reference, asked: str, address: Address) -> Finding:
    attribute, block = reference.attribute, reference.block
    message = f"an instance in a subnet takes ids of groups, not the {asked} of {address}"
    if block.get("vpc_security_group_ids") is None and _are_groups(attribute):
        return Finding(attribute, message, partial(_to_ids, attribute, block))
    return Finding(attribute, message, advice=f"vpc_security_group_ids = [{address}.id]")


def _are_groups(attribute: Attribute) -> bool:
    """Whether a list has nothing but names, ARNs and ids of groups that are referred to."""
    node = nodes.inside(attribute.expression)
    listed = node.items if isinstance(node, nodes.Tuple) else (node,)
    return all(
        isinstance(one, nodes.Traversal)
        and _asked(one) in ("name", "arn", "id")
        and "aws_security_group" in one.text
        for one in map(nodes.inside, listed)
    )


def _to_id(attribute: Attribute, node: nodes.Traversal) -> None:
    if node.source != attribute.source:
        raise Refused("another fix has changed the argument")
    attribute.replace({node: _with_id(node)})


def _to_ids(attribute: Attribute, block: Block) -> None:
    if block.get("vpc_security_group_ids") is not None or not _are_groups(attribute):
        raise Refused("another fix has changed the groups")
    found = attribute.expression.find(nodes.Traversal)
    attribute.replace({one: _with_id(one) for one in found if _asked(one) in ("name", "arn")})
    attribute.rename("vpc_security_group_ids")


def _with_id(node: nodes.Traversal) -> str:
    return f"{node.text.rstrip().removesuffix(_asked(node))}id"
