"""Subnets in one zone where a service asks for two."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Finding, Impact, Module, Transform, inference, mentions, nodes, resources

from ._arguments import nested

_PATHS = {
    "aws_alb": "subnets",
    "aws_db_subnet_group": "subnet_ids",
    "aws_dms_replication_subnet_group": "subnet_ids",
    "aws_docdb_subnet_group": "subnet_ids",
    "aws_eks_cluster": "vpc_config.subnet_ids",
    "aws_lb": "subnets",
    "aws_neptune_subnet_group": "subnet_ids",
}
_BALANCERS = ("aws_alb", "aws_lb")


class ZonesTooFew(Transform):
    """A database, cluster or load balancer has subnets in one Availability Zone, and needs two.

    What:
        Looks at the subnets of subnet groups for databases, of EKS clusters and of application load
        balancers: at lists that have one element, and at lists whose subnets are all known to be in one
        zone. A load balancer with one subnet is for aws-arguments-do-not-fit.

    Why:
        The apply stops with DBSubnetGroupDoesNotCoverEnoughAZs, "Subnets specified must be in at least two
        different AZs" or "At least two subnets in two different Availability Zones must be specified".

    Example:
        resource "aws_subnet" "a" {
          vpc_id            = aws_vpc.main.id
          cidr_block        = "10.0.1.0/24"
          availability_zone = "eu-west-1a"
        }

        resource "aws_db_subnet_group" "main" {
          subnet_ids = [aws_subnet.a.id]
        }

    Impact:
        None: nothing is changed.

    Limits:
        Reported only: which other subnet is meant, or is to be made, cannot be told. The list, or the zones
        of all its subnets, must be known. Network and gateway load balancers may have one subnet.

    Source:
        Amazon RDS API reference, errors of CreateDBSubnetGroup; Amazon EKS User Guide, "Amazon EKS VPC and
        subnet considerations"; Elastic Load Balancing API reference, CreateLoadBalancer (Subnets); AWS DMS
        User Guide, "Setting up a network for a replication instance".
    """

    name = "aws-zones-too-few"
    impact = Impact.NONE
    watches = resources(*_PATHS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.labels[0] in _BALANCERS and not _is_application(block, module):
            return
        *outer, name = _PATHS[block.labels[0]].split(".")
        places = [inner for type_ in outer for inner in nested(block, type_)] if outer else [block]
        for place in places:
            attribute = place.get(name)
            told = _told(attribute, block, module) if attribute is not None else ""
            if attribute is not None and told:
                message = f"'{name}' {told}; {block.labels[0]} needs subnets in two Availability Zones"
                yield Finding(attribute, message, advice="add a subnet in another zone")


def _is_application(block: Block, module: Module) -> bool:
    type_ = block.get("load_balancer_type")
    return type_ is None or inference.infer(type_, block, module).value in ("application", None)


def _told(attribute: Attribute, block: Block, module: Module) -> str:
    """What says that the subnets are in one zone; nothing if they may be in several."""
    value = inference.infer(attribute, block, module, defaults=False).value
    if isinstance(value, list) and len(value) == 1 and block.labels[0] not in _BALANCERS:
        return "has one subnet"
    node = nodes.inside(attribute.expression)
    if not isinstance(node, nodes.Tuple) or len(node.items) < 2:
        return ""
    zones = {_zone(one, module) for one in node.items}
    zone = zones.pop()
    return f"has subnets in one zone only, {zone}" if zone and not zones else ""


def _zone(node: nodes.Expression, module: Module) -> str:
    """The zone of the subnet whose id an expression is, as it is known or written; nothing if it may be
    different."""
    found = mentions(node.text)
    if not isinstance(nodes.inside(node), nodes.Traversal) or len(found) != 1 or found[0].rest != ".id":
        return ""
    subnet = module.get(found[0].address)
    zone = subnet.get("availability_zone") if isinstance(subnet, Block) else None
    if not isinstance(subnet, Block) or subnet.labels[0] != "aws_subnet" or zone is None:
        return ""
    known = inference.infer(zone, subnet, module).value
    return known if isinstance(known, str) else zone.source.strip()
