"""Availability zones that the region of their provider does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    blocks,
    evaluate,
    facts,
    nodes,
    parse_expression,
)

from ..terraform._contexts import Scope, contexts, instances, origin
from ._provider_region import regions_of

_ZONE = re.compile(r"([a-z]{2,}(?:-[a-z]+)+-[0-9]+)([a-z]|-[a-z0-9-]+)")
# fmt: off
_NAMES = frozenset(
    (
        "availability_zone", "availability_zone_name", "availability_zones", "preferred_availability_zones",
        "preferred_cache_cluster_azs",
    )
)
# fmt: on
_NAMES_OF_MODULES = _NAMES | {"azs", "zones", "availability_zone_names"}
_LOOKUP = "aws_availability_zone"


class AvailabilityZoneOutsideRegion(Transform):
    """A resource is in an availability zone of another region than its provider's.

    What:
        Looks for zones in the arguments of AWS resources, data sources and module calls that take zones,
        whose region is not that of the provider configuration in use; and for zones that the region does not
        have. Zones and region may be literals, or come by local values, `count`, `for_each`, callers, files
        of values and the defaults of variables. A list counts only where all of it is used.

    Why:
        The apply stops with InvalidParameterValue, "Value (us-west-2a) for parameter availabilityZone is
        invalid. Subnets can currently only be created in the following availability zones", when part of the
        network is there already.

    Example:
        provider "aws" {
          region = "us-east-2"
        }

        resource "aws_subnet" "public" {
          vpc_id            = aws_vpc.main.id
          cidr_block        = "10.0.1.0/24"
          availability_zone = "us-west-2a"
        }

    Impact:
        None: this is only reported, since either the zone or the region may be the one that is meant.

    Limits:
        Regions from the environment or a profile are not known, nor are variables to which callers or files
        give different values. Left alone: providers with endpoints of their own, `providers` maps with more
        than one entry, modules that are told a region, lists of which it is not known what is used. A letter
        of a zone is judged only from two beyond the last that tffix knows in the region, as AWS adds zones
        and accounts differ in the letters they have.

    Source:
        Amazon EC2 User Guide, "Regions and Zones"; Amazon EC2 API reference, CreateSubnet.
    """

    name = "aws-availability-zone-outside-region"
    impact = Impact.NONE
    watches = blocks("resource", "data", "module")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if _depends_on_region(block) or _configures_itself(block, module):
            return
        for owner, attribute in _places(block):
            found = _certain(attribute, owner, block, module) or _given(attribute, owner, block, module)
            for message, region in found:
                advice = f"the zones of {region} are {', '.join(facts.aws.zones(region))}"
                yield Finding(attribute, message, advice=advice)


def _certain(attribute: Attribute, owner: Block, block: Block, module: Module) -> list[tuple[str, str]]:
    """What is wrong with the zones in one of the regions, whatever variables are worth, and the region."""
    zones = _zones(attribute, instances(block, module), module)
    regions = _regions(owner, block, module) if zones else []
    return [found for zone in zones if (found := _first_wrong(zone, regions))]


def _given(attribute: Attribute, owner: Block, block: Block, module: Module) -> list[tuple[str, str]]:
    """The same by what variables are given or their defaults: zones and regions that come together."""
    zones = _zones(attribute, contexts(block, module), module, defaults=True)
    regions = _regions(owner, block, module, defaults=True) if zones else []
    if len(regions) != 1:
        return []
    wrong = [(zone, found) for zone in zones if (found := _first_wrong(zone, regions))]
    return [
        (message + (origin(attribute, block, module, zone) or " (by default)"), region)
        for zone, (message, region) in wrong
    ]


def _first_wrong(zone: str, regions: list[str]) -> tuple[str, str] | None:
    return next(((found, region) for region in regions if (found := _wrong(zone, region))), None)


def _places(block: Block) -> Iterator[tuple[Block, Attribute]]:
    """The arguments that take zones, each with the block that says the region: the one around it if that has
    a ``region`` of its own, else the whole one."""
    if block.type != "module" and not (block.labels and block.labels[0].startswith("aws_")):
        return
    for body in block.body.walk():
        owner = body.owner if body.get("region") is not None and body.owner is not None else block
        for attribute in body.attributes:
            if attribute.name in (_NAMES_OF_MODULES if block.type == "module" else _NAMES) or (
                attribute.name == "name" and block.labels[0] == _LOOKUP and body.owner is block
            ):
                yield owner, attribute


def _regions(owner: Block, block: Block, module: Module, *, defaults: bool = False) -> list[str]:
    """The regions in which an argument counts, which the block that it stands in may name itself."""
    own = owner.get("region")
    if block.type == "module" or own is None:
        return sorted(regions_of(block, module, defaults=defaults))
    region = evaluate(own.expression, module, defaults=defaults)
    return [region] if isinstance(region, str) else []


def _depends_on_region(block: Block) -> bool:
    """Whether a block is there for some regions only."""
    conditions = (block.get("count"), block.get("for_each"))
    return any(one is not None and "region" in one.source for one in conditions)


def _configures_itself(block: Block, module: Module) -> bool:
    """Whether a module that is called has a provider configuration of its own, or is told a region."""
    if block.type != "module":
        return False
    child = module.children.get(block.labels[0]) if block.labels else None
    configured = child is not None and bool(child.blocks("provider", "aws"))
    return configured or any("region" in one.name for one in block.body.attributes)


def _zones(
    attribute: Attribute, scopes: Iterable[Scope], module: Module, *, defaults: bool = False
) -> list[str]:
    """The zones that an argument surely has in some instance of a block."""
    found: dict[str, None] = {}
    for scope in scopes:
        known = evaluate(attribute.expression, module, scope, defaults=defaults)
        if known is None or not isinstance(known, str | list):
            known = _picked(attribute.expression, module, scope, defaults=defaults)
        zones = known if isinstance(known, list) else [known]
        found.update(dict.fromkeys(zone for zone in zones if isinstance(zone, str)))
    return list(found)


def _picked(expression: nodes.Expression, module: Module, scope: Scope, *, defaults: bool) -> list[str]:
    """The first of a list of zones of which it is not known which is taken, if all are of one region."""
    source: nodes.Expression | None = None
    if isinstance(expression, nodes.Call) and expression.name == "element" and expression.arguments:
        source = expression.arguments[0]
    elif (
        isinstance(expression, nodes.Traversal)
        and expression.root in ("local", "var")
        and len(expression.steps) == 2
        and isinstance(expression.steps[1], nodes.Index)
    ):
        source = parse_expression(f"{expression.root}.{expression.names[1]}")
    known = None if source is None else evaluate(source, module, scope, defaults=defaults)
    if not isinstance(known, list):
        return []
    matches = [_ZONE.fullmatch(one) if isinstance(one, str) else None for one in known]
    regions = {match[1] if match else None for match in matches}
    return known[:1] if len(regions) == 1 else []


def _wrong(zone: str, region: str) -> str:
    """What is wrong with a zone in a region, or nothing."""
    match, partition = _ZONE.fullmatch(zone), facts.aws.partition_of(region)
    if match is None or partition is None or facts.aws.partition_of(match[1]) is None:
        return ""
    if match[1] != region:
        return f"{zone} is not in {region}, the region of the provider"
    letters = [one[-1] for one in facts.aws.zones(region) if len(one) == len(region) + 1]
    if len(match[2]) == 1 and letters and ord(match[2]) > ord(max(letters)) + 1:
        return f"{region} has no zone {zone}"
    return ""
