"""Private subnets that give public addresses to what is launched in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Address, Attribute, Block, Finding, Impact, Module, Profile, Transform, mentions, resources

from ._arguments import is_declared_once, nested, refers_to, set_argument, value

_WORDS = ("private", "internal", "database", "isolated", "intra")
_PUBLIC = ("gateway_id",)


class SubnetPrivateMapsPublicAddresses(Transform):
    """A private subnet assigns public addresses.

    What:
        Looks for subnets with `map_public_ip_on_launch = true` whose route tables, as far as the module shows
        them, lead to a NAT gateway or nowhere, and not to an internet gateway; the argument becomes `false`.
        Those that are private only by their name are reported.

    Why:
        The addresses cost money and reach nobody, and the day when somebody adds a route to an internet
        gateway, everything in the subnet is open to the internet.

    Example:
        resource "aws_subnet" "private" {
          vpc_id                  = aws_vpc.main.id
          cidr_block              = "10.0.1.0/24"
          map_public_ip_on_launch = true
        }

        resource "aws_route_table" "private" {
          vpc_id = aws_vpc.main.id

          route {
            cidr_block     = "0.0.0.0/0"
            nat_gateway_id = aws_nat_gateway.main.id
          }
        }

        resource "aws_route_table_association" "private" {
          subnet_id      = aws_subnet.private.id
          route_table_id = aws_route_table.private.id
        }

    Becomes:
        resource "aws_subnet" "private" {
          vpc_id                  = aws_vpc.main.id
          cidr_block              = "10.0.1.0/24"
          map_public_ip_on_launch = false
        }

        resource "aws_route_table" "private" {
          vpc_id = aws_vpc.main.id

          route {
            cidr_block     = "0.0.0.0/0"
            nat_gateway_id = aws_nat_gateway.main.id
          }
        }

        resource "aws_route_table_association" "private" {
          subnet_id      = aws_subnet.private.id
          route_table_id = aws_route_table.private.id
        }

    Impact:
        The subnet is updated in place; what is launched from then on has no public address.

    Limits:
        Left alone: values known only when Terraform runs, and subnets whose routes the module does not show
        and whose name does not say that they are private.

    Source:
        Amazon VPC User Guide, "Subnet types"; AWS Security Hub user guide, "Security Hub CSPM controls for
        Amazon EC2".
    """

    name = "aws-subnet-private-maps-public-addresses"
    impact = Impact.UPDATE
    profile = Profile.SECURITY
    watches = resources("aws_subnet")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        attribute = block.get("map_public_ip_on_launch")
        if attribute is None or value(block, attribute.name, module) is not True:
            return
        tables = _tables(block, module)
        if any(_leads_out(table, module) for table in tables):
            return
        message = "the subnet is private and gives public addresses to what is launched in it"
        leads_to_nat = any(_leads_to_nat(table, module) for table in tables)
        if leads_to_nat and is_declared_once(block, module):
            fix = partial(set_argument, block, attribute.name, "false", module)
            yield Finding(attribute, message, fix)
        elif any(word in block.labels[1].lower() for word in _WORDS):
            yield Finding(attribute, message, advice="map_public_ip_on_launch = false")


def _tables(subnet: Block, module: Module) -> list[Block]:
    """The route tables of the module that a subnet is associated with."""
    address = Address.of(subnet)
    found: list[Block] = []
    for association in module.resources("aws_route_table_association"):
        if refers_to(association.get("subnet_id"), address):
            found += _named(association.get("route_table_id"), module)
    return found


def _named(attribute: Attribute | None, module: Module) -> list[Block]:
    found = mentions(attribute.source) if attribute is not None else ()
    blocks = (module.get(one.address) for one in found)
    return [one for one in blocks if isinstance(one, Block)]


def _routes(table: Block, module: Module) -> list[Block]:
    address = Address.of(table)
    apart = [one for one in module.resources("aws_route") if refers_to(one.get("route_table_id"), address)]
    return [*nested(table, "route"), *apart]


def _leads_out(table: Block, module: Module) -> bool:
    """Whether a route leads to an internet gateway, or may: it cannot be seen where."""
    if table.get("route") is not None or table.type != "resource":
        return True
    return any(one.get(name) is not None for one in _routes(table, module) for name in _PUBLIC)


def _leads_to_nat(table: Block, module: Module) -> bool:
    return any(one.get("nat_gateway_id") is not None for one in _routes(table, module))
