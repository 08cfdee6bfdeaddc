"""VPCs of whose traffic nothing is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Address, Block, Finding, Impact, Module, Profile, Transform, resources

from ._dependencies import uses
from ._environment import is_small_time

_PASTE = """resource "aws_flow_log" "{label}" {{
  vpc_id               = aws_vpc.{label}.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = <ARN of a bucket for logs>
}}"""


class VpcWithoutFlowLog(Transform):
    """Nothing records the traffic of a VPC.

    What:
        Reports VPCs that no `aws_flow_log` records, of theirs or of their subnets.

    Why:
        After an incident, and when a security group drops what it should let through, flow logs are what
        tells who talked to whom. They cannot be had afterwards.

    Example:
        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16"
        }

    Impact:
        None: this is only reported; where logs go, how long they are kept and what they may cost is yours to
        say.

    Limits:
        Silent for modules that are called, where any caller has a flow log; for VPCs that a module outputs
        which is called, or made to be: whoever calls it can record them; and for
        what is by its names for development, tests or an example.

    Source:
        Amazon VPC user guide, "Logging IP traffic using VPC Flow Logs".
    """

    name = "aws-vpc-without-flow-log"
    impact = Impact.NONE
    profile = Profile.BEST_PRACTICE
    watches = resources("aws_vpc")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        address = Address.of(block)
        if address is None or is_small_time(block, module):
            return
        if any(caller.resources("aws_flow_log") for caller, _ in module.callers):
            return
        logs = module.resources("aws_flow_log")
        is_elsewhere = _passes_on(address, module) or _is_callers(address, module)
        if is_elsewhere or any(_records(log, block, module) for log in logs):
            return
        yield Finding(
            block, "nothing records the traffic of this VPC", advice=_PASTE.format(label=block.labels[1])
        )


def _records(log: Block, vpc: Block, module: Module) -> bool:
    """Whether a flow log is of this VPC, or of something that cannot be told from it."""
    for name in ("vpc_id", "subnet_id", "eni_id", "transit_gateway_id"):
        attribute = log.get(name)
        if attribute is not None:
            others = [one for one in module.resources("aws_vpc") if one is not vpc]
            names_other = any(f"aws_vpc.{one.labels[-1]}." in attribute.source for one in others)
            return not names_other
    return True


def _is_callers(address: Address, module: Module) -> bool:
    """Whether a module that is made to be called outputs the VPC."""
    if module.is_root:  # its outputs are for people, and may have been added by a fix
        return False
    return any(reference.block.type == "output" for reference in uses(module, address))


def _passes_on(address: Address, module: Module) -> bool:
    """Whether a module that is named for flow logs gets the VPC."""
    return any(
        reference.block.type == "module" and "flow" in reference.block.body.text + reference.block.labels[0]
        for reference in module.references_to(address)
    )
