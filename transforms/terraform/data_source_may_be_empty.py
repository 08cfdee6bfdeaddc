"""Elements of lists that a data source may return with fewer elements, or none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Address,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Transform,
    evaluate,
    facts,
    knows,
    parse_block,
    quote,
)

from ..aws._provider_region import regions_of
from ._evaluation import is_always_evaluated, is_guarded
from ._list_elements import elements

_LISTS = {
    "aws_availability_zones": ("names", "zone_ids"),
    "aws_subnets": ("ids",),
    "aws_subnet_ids": ("ids",),
    "aws_instances": ("ids", "private_ips", "public_ips"),
    "aws_security_groups": ("ids", "arns"),
    "aws_vpcs": ("ids",),
    "aws_ami_ids": ("ids",),
    "aws_ebs_volumes": ("ids",),
    "aws_route_tables": ("ids",),
    "aws_nat_gateways": ("ids",),
    "aws_autoscaling_groups": ("names", "arns"),
    "aws_db_instances": ("instance_arns", "instance_identifiers"),
    "aws_iam_roles": ("names", "arns"),
    "google_compute_zones": ("names",),
}
_ZONES = ("aws_availability_zones", "google_compute_zones")
_FILTERS = ("exclude_names", "exclude_zone_ids")
_STATES = {"state": "available", "status": "UP"}


class DataSourceMayBeEmpty(Transform):
    """An element of a data source's result is used, and nothing handles a result with fewer elements.

    What:
        Looks for data sources that return lists (availability zones, subnets, instances, security groups …)
        and of whose lists elements are taken by a number, by `count.index` where the count is known, by
        `element` or `slice`, also of a sorted list and by way of local values. Where that happens in every
        plan, the data source gets a postcondition: that it found as many as are used.

    Why:
        Where it finds less, Terraform stops at the place of use with "Invalid index: The given key does not
        identify an element in this collection value", which tells nothing of the cause.

    Example:
        data "aws_subnets" "private" {
          tags = {
            Tier = "private"
          }
        }

        resource "aws_instance" "web" {
          ami           = var.ami
          instance_type = "t3.small"
          subnet_id     = data.aws_subnets.private.ids[0]
        }

    Becomes:
        data "aws_subnets" "private" {
          tags = {
            Tier = "private"
          }

          lifecycle {
            postcondition {
              condition     = length(self.ids) >= 1
              error_message = "data.aws_subnets.private found no ids."
            }
          }
        }

        resource "aws_instance" "web" {
          ami           = var.ami
          instance_type = "t3.small"
          subnet_id     = data.aws_subnets.private.ids[0]
        }

    Impact:
        None: where the condition fails, the plan failed before.

    Limits:
        Only reported, at the use: elements that are taken in repeated blocks, `dynamic` blocks and
        for-expressions, since there may be none of these where the lookup is rightly empty. Silent where what
        repeats them, or a condition, asks the data source; inside `try`, `can`, conditions, `check` blocks
        and provisioners; where the data source has a `lifecycle` block or is repeated; and for zones of all
        that a region has, if it is known to have so many, and for the first of any region: not where a
        filter, a state or names to leave out may take it away. Only reported for modules that ask for a
        Terraform older than 1.2.

    Source:
        Terraform language documentation, "Custom Conditions"; Amazon EC2 user guide, "Regions and Zones".
    """

    name = "terraform-data-source-may-be-empty"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE

    def visit_module(self, module: Module) -> Iterator[Finding]:
        for block in module.blocks("data"):
            address = Address.of(block)
            lists = _LISTS.get(block.labels[0], ()) if address is not None else ()
            is_plain = not any(block.get(name) for name in ("count", "for_each")) and not _lists_zones(
                block, module
            )
            if address is None or not lists or not is_plain or any(block.blocks("lifecycle")):
                continue
            if len(module.blocks("data", *block.labels)) == 1:
                yield from _findings(block, address, lists, module)


def _findings(block: Block, address: Address, lists: tuple[str, ...], module: Module) -> Iterator[Finding]:
    """At the data source what is always used of it; where it is used what is used now and then."""
    used = list(elements(address, lists, module))
    certain = [one for one in used if all(is_always_evaluated(step, module) for step in one.path)]
    if certain:
        most = max(certain, key=lambda one: one.number)
        if not _is_in_every_region(most.number, block, module):
            yield _finding(block, address, most.name, most.number + 1, module)
        return
    for one in used:
        name, number, use = one.name, one.number, one.use
        if is_guarded(use, address, module) or _is_in_every_region(number, block, module):
            continue
        message = f"element {number} of the {name} of {address} is used here, which may find fewer"
        advice = f"write try({use.node.text}, null), or a condition on length({address}.{name})"
        yield Finding(use.attribute, message, advice=advice, within=use.node)


def _lists_zones(block: Block, module: Module) -> bool:
    """Whether a data source looks up zones by name, which `aws-availability-zones-filtered-by-name` mends."""
    for one in block.blocks("filter"):
        name, values = one.get("name"), one.get("values")
        if name is not None and name.string == "zone-name" and values is not None:
            known = evaluate(values.expression, module, defaults=True)
            zones = known if isinstance(known, list) else [values.source]
            is_by_letters = isinstance(known, list) or "${" in values.source
            return is_by_letters and not any("*" in str(zone) or "?" in str(zone) for zone in zones)
    return False


def _is_in_every_region(number: int, block: Block, module: Module) -> bool:
    """Whether a data source finds every zone, and the regions that it looks in have so many; each has one."""
    if not _lists_all_zones(block):
        return False
    if number == 0:
        return True
    regions = regions_of(block, module, defaults=True) if block.get("region") is None else ()
    return bool(regions) and all(number < len(facts.aws.zones(region)) for region in regions)


def _lists_all_zones(block: Block) -> bool:
    """Whether a data source finds every zone of a region that is in service."""
    states = ((block.get(name), usual) for name, usual in _STATES.items())
    return (
        block.labels[0] in _ZONES
        and next(iter(block.body.blocks()), None) is None
        and all(block.get(name) is None for name in _FILTERS)
        and all(state is None or state.string == usual for state, usual in states)
    )


def _finding(block: Block, address: Address, name: str, number: int, module: Module) -> Finding:
    count = "no" if number == 1 else f"fewer than {number}"
    message = f"{number} of its {name} are used, and it may find {count}"
    if number == 1:
        message = f"the first of its {name} is used, and it may find none"
    source = (
        "lifecycle {\n  postcondition {\n"
        f"    condition     = length(self.{name}) >= {number}\n"
        f"    error_message = {quote(f'{address} found {count} {name}.')}\n  }}\n}}\n"
    )
    fix = partial(_add, block, source, module) if knows(">= 1.2", module) else None
    return Finding(block, message, fix, source)


def _add(block: Block, source: str, module: Module) -> None:
    block.body.append(parse_block(source))
