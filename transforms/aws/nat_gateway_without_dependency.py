"""NAT gateways that do not depend on the internet gateway that they need."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, mentions, resources

from ._arguments import refers_to, value
from ._dependencies import depends
from ._s3 import add_dependencies


class NatGatewayWithoutDependency(Transform):
    """A public NAT gateway does not depend on the internet gateway of its VPC.

    What:
        Follows a NAT gateway's subnet to its VPC and that to its internet gateway, and adds the internet
        gateway to `depends_on`, unless the NAT gateway depends on it already by way of something else.

    Why:
        Nothing in a NAT gateway refers to the internet gateway, so that Terraform may make it first, which
        fails with Gateway.NotAttached, and may remove the internet gateway while addresses still use it.

    Example:
        resource "aws_internet_gateway" "main" {
          vpc_id = aws_vpc.main.id
        }

        resource "aws_subnet" "public" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.0.1.0/24"
        }

        resource "aws_nat_gateway" "main" {
          allocation_id = aws_eip.nat.id
          subnet_id     = aws_subnet.public.id
        }

    Becomes:
        resource "aws_internet_gateway" "main" {
          vpc_id = aws_vpc.main.id
        }

        resource "aws_subnet" "public" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.0.1.0/24"
        }

        resource "aws_nat_gateway" "main" {
          allocation_id = aws_eip.nat.id
          subnet_id     = aws_subnet.public.id

          depends_on = [aws_internet_gateway.main]
        }

    Impact:
        None on what is deployed: only the order of operations changes.

    Limits:
        Left alone: private NAT gateways, subnets of other modules, and VPCs whose internet gateway is not in
        the module.

    Source:
        Documentation of the AWS provider, aws_nat_gateway ("To ensure proper ordering, it is recommended to
        add an explicit dependency on the Internet Gateway for the VPC").
    """

    name = "aws-nat-gateway-without-dependency"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_nat_gateway")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        address = Address.of(block)
        gateway = _internet_gateway(block, module)
        if address is None or gateway is None or value(block, "connectivity_type", module) == "private":
            return
        other = Address.of(gateway)
        if other is None or depends(module, address, other) or depends(module, other, address):
            return
        message = f"the NAT gateway does not depend on the internet gateway of its VPC, {other}"
        yield Finding(block, message, partial(_wait, block, gateway, module))


def _wait(block: Block, gateway: Block, module: Module) -> None:
    add_dependencies(block, [gateway], module)


def _internet_gateway(block: Block, module: Module) -> Block | None:
    """The internet gateway of the VPC that a NAT gateway stands in, if the module tells."""
    subnet_id = block.get("subnet_id")
    found = mentions(subnet_id.source) if subnet_id is not None else ()
    subnets = [module.get(one.address) for one in found if one.address.parts[0] == "aws_subnet"]
    ids = [one.get("vpc_id") for one in subnets if isinstance(one, Block)]
    vpcs = {mention.address for one in ids if one is not None for mention in mentions(one.source)}
    if len(vpcs) != 1:
        return None
    (vpc,) = vpcs
    gateways = module.resources("aws_internet_gateway", "aws_internet_gateway_attachment")
    there = [one for one in gateways if refers_to(one.get("vpc_id"), vpc)]
    return there[0] if len(there) == 1 else None
