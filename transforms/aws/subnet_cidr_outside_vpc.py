"""Subnets whose CIDRs cannot be: outside of their VPC, overlapping, of a wrong size, or no networks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from ipaddress import IPv4Network
from typing import Any

from tffix import Address, Attribute, Block, Finding, Impact, Module, Transform, evaluate, mentions, quote

from ..terraform._contexts import Scope, instances, origin
from ..terraform._texts_behind import written_once
from ._arguments import is_declared_once, replace_part


@dataclass(frozen=True, slots=True)
class _Subnet:
    """One instance of a subnet whose CIDR is known."""

    attribute: Attribute
    vpc: Address
    told: str
    network: IPv4Network


class SubnetCidrOutsideVpc(Transform):
    """A subnet's CIDR block is outside its VPC's, overlaps another's, or is one that AWS rejects.

    What:
        Works out the CIDRs of the VPCs and subnets of a module, through locals, `cidrsubnet`, `count`,
        `for_each`, and what callers, files of values and defaults give to variables, and reports subnets that
        are not within their VPC, subnets of a VPC that overlap, and networks that are larger than /16 or
        smaller than /28. An address within a network that stands in the place of the network (`10.0.1.5/24`)
        becomes the network (`10.0.1.0/24`).

    Why:
        The apply stops with InvalidSubnet.Range or InvalidSubnet.Conflict, when the VPC is there already; an
        address in place of a network stops the plan.

    Example:
        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16"
        }

        resource "aws_subnet" "a" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.0.1.5/24"
        }

        resource "aws_subnet" "b" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.1.2.0/24"
        }

    Becomes:
        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16"
        }

        resource "aws_subnet" "a" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.0.1.0/24"
        }

        resource "aws_subnet" "b" {
          vpc_id     = aws_vpc.main.id
          cidr_block = "10.1.2.0/24"
        }

    Impact:
        None: what AWS does not take was never made.

    Limits:
        Only reported, but for addresses written in place of networks: which network is free only its author
        knows. Variables to which callers or files give different values are not known; a VPC with a second
        CIDR may have subnets in that; subnets that are there only under a condition are not compared with
        others.

    Source:
        Amazon VPC User Guide, "Subnet CIDR blocks"; Amazon EC2 API reference, errors of CreateSubnet.
    """

    name = "aws-subnet-cidr-outside-vpc"
    impact = Impact.NONE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        found: set[tuple[Attribute, str]] = set()
        if not module.resources("aws_subnet", "aws_vpc"):
            return
        for defaults in (False, True):
            for finding in _findings(module, defaults):
                key = (finding.at, finding.message)
                assert isinstance(finding.at, Attribute)
                if key not in found and not (defaults and _is_told(finding.at, found)):
                    yield replace(finding, message=finding.message + _origin(finding.at, module, defaults))
                found.add((finding.at, finding.message))


def _findings(module: Module, defaults: bool) -> Iterator[Finding]:
    """What is wrong whatever variables are; with ``defaults``, by what they are given or their default."""
    scope = _vpcs(module, defaults)
    networks = {address: _network(cidr) for address, cidr in _cidrs(scope).items()}
    subnets: list[_Subnet] = []
    for block in module.resources("aws_vpc", "aws_subnet"):
        yield from _not_a_network(block, module, defaults)
    for block in module.resources("aws_subnet"):
        subnets += _instances(block, module, scope, defaults)
    for subnet in subnets:
        yield from _out_of_place(subnet, networks.get(subnet.vpc), module)
    yield from _overlaps(subnets)


def _is_told(at: Attribute, found: set[tuple[Attribute, str]]) -> bool:
    return any(one is at for one, _ in found)


def _origin(at: Attribute, module: Module, defaults: bool) -> str:
    block = at.parent.owner if defaults and at.parent is not None else None
    return "" if block is None else origin(at, block, module) or " (by default)"


def _vpcs(module: Module, defaults: bool) -> dict[str, Any]:
    """The known CIDRs of the VPCs, as expressions find them: ``aws_vpc.NAME.cidr_block``."""
    found: dict[str, Any] = {}
    for block in module.resources("aws_vpc"):
        attribute = block.get("cidr_block")
        cidr = None if attribute is None else evaluate(attribute.expression, module, defaults=defaults)
        if isinstance(cidr, str) and is_declared_once(block, module) and block.get("for_each") is None:
            one = {"cidr_block": cidr}
            found[block.labels[1]] = [one] if block.get("count") is not None else one
    return {"aws_vpc": found}


def _cidrs(scope: Scope) -> dict[Address, str]:
    named = scope["aws_vpc"].items()
    return {
        Address(("aws_vpc", name)): (one[0] if isinstance(one, list) else one)["cidr_block"]
        for name, one in named
    }


def _instances(block: Block, module: Module, scope: Scope, defaults: bool) -> Iterator[_Subnet]:
    """The instances of a subnet, if it is known how many there are and what their networks are."""
    attribute, vpc_id = block.get("cidr_block"), block.get("vpc_id")
    vpcs = {one.address for one in mentions(vpc_id.source)} if vpc_id is not None else set()
    if attribute is None or len(vpcs) != 1 or not is_declared_once(block, module):
        return
    (vpc,) = vpcs
    address = Address.of(block)
    named = _named(attribute, scope)
    for told, inner in _rounds(block, module, defaults):
        cidr = evaluate(attribute.expression, module, {**named, **inner}, defaults=defaults)
        network = _network(cidr)
        if network is not None:
            yield _Subnet(attribute, vpc, f"{address}{told}", network)


def _named(attribute: Attribute, scope: Scope) -> Scope:
    """Of the known VPCs those that a value names."""
    known = scope["aws_vpc"]
    names = {one.address.parts[1] for one in mentions(attribute.source) if one.address.parts[0] == "aws_vpc"}
    return {"aws_vpc": {name: known[name] for name in names & known.keys()}} if names else {}


def _rounds(block: Block, module: Module, defaults: bool) -> Iterator[tuple[str, Scope]]:
    """The instances of a block, if they are known, each with its index."""
    is_repeated = block.get("count") is not None or block.get("for_each") is not None
    for scope in instances(block, module, defaults=defaults):
        if "count" in scope:
            yield f"[{scope['count']['index']}]", scope
        elif "each" in scope:
            yield f'["{scope["each"]["key"]}"]', scope
        elif not is_repeated:
            yield "", scope


def _network(cidr: object) -> IPv4Network | None:
    try:
        return IPv4Network(cidr) if isinstance(cidr, str) and "/" in cidr else None
    except ValueError:
        return None


def _not_a_network(block: Block, module: Module, defaults: bool) -> Iterator[Finding]:
    attribute = block.get("cidr_block")
    if attribute is None:
        return
    scopes = [scope for _, scope in _rounds(block, module, defaults)] or [{}]
    values = [evaluate(attribute.expression, module, scope, defaults=defaults) for scope in scopes]
    for cidr in dict.fromkeys(one for one in values if isinstance(one, str) and "/" in one):
        if _network(cidr) is not None:
            continue
        try:
            meant = str(IPv4Network(cidr, strict=False))
        except ValueError:
            yield Finding(attribute, f"'{cidr}' is no network", advice='write one like "10.0.1.0/24"')
            continue
        written = written_once(cidr, attribute, block, module)
        fix = partial(replace_part, *written, quote(meant)) if written is not None else None
        advice = f"write {quote(meant)}"
        yield Finding(attribute, f"'{cidr}' is an address within the network {meant}", fix, advice)


def _out_of_place(subnet: _Subnet, vpc: IPv4Network | None, module: Module) -> Iterator[Finding]:
    if not 16 <= subnet.network.prefixlen <= 28:
        message = f"{subnet.told} has the network {subnet.network}; AWS takes those of /16 to /28"
        yield Finding(subnet.attribute, message, advice="choose another size")
    elif vpc is not None and not subnet.network.subnet_of(vpc):
        if module.resources("aws_vpc_ipv4_cidr_block_association"):
            return
        message = f"{subnet.told} has the network {subnet.network}, outside of its VPC's, {vpc}"
        advice = f"choose a network within {vpc} that is free, or give the VPC a second CIDR"
        yield Finding(subnet.attribute, message, advice=advice)


def _overlaps(subnets: list[_Subnet]) -> Iterator[Finding]:
    for first, second in sorted(_overlapping(subnets)):
        one, other = subnets[first], subnets[second]
        message = f"{other.told} has the network {other.network}, which overlaps {one.told}'s, {one.network}"
        yield Finding(other.attribute, message, advice="choose a network that is free")


def _overlapping(subnets: list[_Subnet]) -> Iterator[tuple[int, int]]:
    """The positions of the subnets of a VPC that overlap. Networks overlap only if one is in the other."""
    by_vpc: dict[Address, list[int]] = {}
    for number, subnet in enumerate(subnets):
        by_vpc.setdefault(subnet.vpc, []).append(number)
    for numbers in by_vpc.values():
        around: list[int] = []
        for number in sorted(numbers, key=lambda one: _begin(subnets[one].network)):
            network = subnets[number].network
            while around and not network.subnet_of(subnets[around[-1]].network):
                around.pop()
            yield from ((min(one, number), max(one, number)) for one in around)
            around.append(number)


def _begin(network: IPv4Network) -> tuple[int, int]:
    return int(network.network_address), network.prefixlen
