"""NAT gateways in every zone, each of which costs by the hour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, ClassVar

from tffix import Address, Block, Finding, Impact, Module, Profile, Reference, Transform, evaluate, nodes

from ._environment import is_production


class NatGatewayPerZone(Transform):
    """There is a NAT gateway in every availability zone.

    What:
        Reports modules that create two or more NAT gateways, with what that buys and costs. With the option
        `single`, it leaves one of those that a `count` makes, and sends all references to that one. Below,
        `single = true` is set.

    Why:
        Each gateway costs about 33 dollars a month before any traffic. One is enough where an outage of its
        zone may cut off the other zones; traffic from them then costs a cent per GB more.

    Example:
        resource "aws_nat_gateway" "main" {
          count         = 3
          allocation_id = aws_eip.nat[count.index].id
          subnet_id     = aws_subnet.public[count.index].id
        }

    Becomes:
        resource "aws_nat_gateway" "main" {
          count         = 1
          allocation_id = aws_eip.nat[count.index].id
          subnet_id     = aws_subnet.public[count.index].id
        }

    Impact:
        Without the option this is only reported, since both are right for somebody. With it the other
        gateways and their addresses are destroyed, and outgoing connections are cut once.

    Limits:
        Silent where the number is not known without running Terraform, and where the option `production` is
        false for what evidently serves production. The option `single` does nothing for gateways made by
        `for_each`, for several resources, and where something refers to all gateways at once.

    Source:
        Amazon VPC user guide, "NAT gateways", and pricing of Amazon VPC.
    """

    name = "aws-nat-gateway-per-zone"
    impact = Impact.REPLACE
    profile = Profile.BEST_PRACTICE
    options: ClassVar[Mapping[str, object]] = {"production": True, "single": False}

    def visit_module(self, module: Module) -> Iterator[Finding]:
        gateways = [one for one in module.resources("aws_nat_gateway") if _is_public(one)]
        counts = [_number(one, module) for one in gateways]
        total = sum(counts)
        if total < 2:
            return
        at = gateways[counts.index(max(counts))]
        is_live = is_production(at, module)
        if is_live and not self.option["production"]:
            return
        message = f"{total} NAT gateways cost about {33 * total} dollars a month before any traffic"
        advice = "one is enough if an outage of its zone may cut off the others"
        if is_live:
            advice = "for production keep one in each zone; " + advice
        can_be_one = self.option["single"] and len(gateways) == 1 and not _obstacle(at, module)
        yield Finding(at, message, partial(_leave_one, at, module) if can_be_one else None, advice)


def _is_public(block: Block) -> bool:
    kind = block.get("connectivity_type")
    return kind is None or kind.string != "private"


def _number(block: Block, module: Module) -> int:
    """How many a resource stands for; 0 where that is not known."""
    for name in ("count", "for_each"):
        attribute = block.get(name)
        if attribute is not None:
            value: Any = evaluate(attribute.expression, module, defaults=True)
            if isinstance(value, list | dict):
                return len(value)
            return value if isinstance(value, int) and not isinstance(value, bool) else 0
    return 1


def _obstacle(gateway: Block, module: Module) -> bool:
    return gateway.get("count") is None or not all(map(_is_indexed, _references(gateway, module)))


def _references(block: Block, module: Module) -> list[Reference]:
    address = Address.of(block)
    return module.references_to(address) if address is not None else []


def _is_indexed(reference: Reference) -> bool:
    """Whether a reference picks one of the instances."""
    steps = reference.node.steps
    is_plain = len(reference.node.names) == 2 and reference.node.root != "resource"
    return is_plain and len(steps) > 1 and isinstance(steps[1], nodes.Index)


def _leave_one(gateway: Block, module: Module) -> None:
    for block in (*_addresses_of(gateway, module), gateway):
        count = block.get("count")
        if count is not None:
            count.set("1")
    references = _references(gateway, module)
    module.redirect(references, lambda one: one.node.head(2) + "[0]" + _after_index(one.node))


def _after_index(node: nodes.Traversal) -> str:
    return node.source[node.steps[1].end : node.end]


def _addresses_of(gateway: Block, module: Module) -> list[Block]:
    """The elastic IPs that only this gateway uses, one each."""
    allocation = gateway.get("allocation_id")
    found = []
    for address in module.resources("aws_eip"):
        users = _references(address, module)
        is_its_own = users and all(one.attribute is allocation and _is_indexed(one) for one in users)
        if is_its_own and _number(address, module) == _number(gateway, module):
            found.append(address)
    return found
