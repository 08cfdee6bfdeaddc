"""Subnets that no route table is given to, where others have one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, mentions, resources

from ._dependencies import is_repeated_alike, uses
from ._instances import instance_of

_ASSOCIATION = "aws_route_table_association"
_MAIN = ("aws_main_route_table_association", "aws_default_route_table")
# fmt: off
_CUT_OFF = frozenset(
    (
        "cache", "data", "database", "databases", "db", "elasticache", "firewall", "intra", "isolated", "rds",
        "redis", "redshift", "tgw", "transit",
    )
)
# fmt: on
"""Words for subnets out of which nothing is meant to lead, or whose routes are made by something else."""


class SubnetWithoutRoute(Transform):
    """A subnet has no route table, in a VPC whose other subnets have one.

    What:
        Looks for subnets that no `aws_route_table_association` of the module names, directly or by way of
        `for_each` and local values, beside subnets of the same VPC for which there is one.

    Why:
        A subnet without an association silently uses the main route table of the VPC, which leads nowhere as
        Terraform makes it: what runs there reaches neither the internet nor a NAT gateway, and whoever adds a
        route to the main table opens the subnet without having meant it.

    Example:
        resource "aws_subnet" "public" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.0.1.0/24"
        }

        resource "aws_subnet" "worker" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.0.2.0/24"
        }

        resource "aws_route_table_association" "public" {
          subnet_id      = aws_subnet.public.id
          route_table_id = aws_route_table.public.id
        }

    Impact:
        None: this is only reported; which routes it is to have only its author knows.

    Limits:
        Silent where the module sets the routes of the main table, where associations name subnets that cannot
        be followed, where the subnet is handed to a module or a caller has associations, and for subnets
        that are called `database`, `isolated`, `intra` or the like, which may do without routes.

    Source:
        Amazon VPC User Guide, "Subnet route tables" (main route table, implicit association).
    """

    name = "aws-subnet-without-route"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_subnet")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if _is_meant(block) or _has_own_ways(module) or not _beside_others(block, module):
            return
        if any(_gives_route(one.block) for one in uses(module, Address(block.labels))):
            return
        message = "no route table is associated with the subnet, as with others of the VPC"
        yield Finding(block, message, advice=_association(block, module))


def _is_meant(block: Block) -> bool:
    """Whether a subnet is by its name one that needs no route."""
    return not _CUT_OFF.isdisjoint(re.split(r"[^a-z]+", block.labels[1].lower()))


def _gives_route(block: Block) -> bool:
    return block.type == "module" or block.labels[:1] == (_ASSOCIATION,)


def _has_own_ways(module: Module) -> bool:
    """Whether subnets may have their routes from the main table, or from outside of the module."""
    if module.resources(*_MAIN) or any(caller.resources(_ASSOCIATION) for caller, _ in module.callers):
        return True
    return module.recall(_has_main_routes)


def _has_main_routes(module: Module) -> bool:
    tables = (route.get("route_table_id") for route in module.resources("aws_route"))
    named = (mention for one in tables if one is not None for mention in mentions(one.source))
    return any(mention.address.parts[0] == "aws_vpc" for mention in named)


def _beside_others(block: Block, module: Module) -> bool:
    """Whether associations give routes to subnets of the same VPC, and to nothing that cannot be followed."""
    return _vpc(block) in module.recall(_routed)


def _routed(module: Module) -> set[str | None]:
    """The VPCs to whose subnets associations give routes; none if one of those cannot be followed."""
    found: set[str | None] = set()
    followed: set[Block] = set()
    for subnet in module.resources("aws_subnet"):
        for reference in uses(module, Address(subnet.labels)):
            if reference.block.labels[:1] == (_ASSOCIATION,):
                followed.add(reference.block)
                found.add(_vpc(subnet))
    associations = [one for one in module.resources(_ASSOCIATION) if one.get("gateway_id") is None]
    return found - {None} if all(one in followed for one in associations) else set()


def _vpc(block: Block) -> str | None:
    attribute = block.get("vpc_id")
    return None if attribute is None else attribute.source


def _association(block: Block, module: Module) -> str:
    """The association that is missing."""
    address, head = ".".join(block.labels), ""
    if block.get("for_each") is not None:
        head, subnet = f"  for_each = {address}\n\n", "each.value"
    elif block.get("count") is not None:
        head, subnet = f"  count = length({address})\n\n", f"{address}[count.index]"
    else:
        subnet = address
    same = module.resource("aws_route_table", block.labels[1])
    is_alike = same is not None and is_repeated_alike(same, block)
    table = f"{instance_of(same)}.id" if same is not None and is_alike else '"ID of the route table"'
    return (
        f'resource "{_ASSOCIATION}" "{block.labels[1]}" {{\n{head}'
        f"  subnet_id      = {subnet}.id\n  route_table_id = {table}\n}}"
    )
