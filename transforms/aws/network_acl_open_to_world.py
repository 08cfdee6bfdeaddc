"""Network ACLs that let the whole internet in to SSH or RDP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tffix import Attribute, Block, Finding, Impact, Module, Profile, Transform, inference, resources

from ._arguments import nested
from ._wide_networks import is_wide

_PORTS = {22: "SSH", 3389: "RDP"}
_NETWORKS = ("cidr_block", "ipv6_cidr_block")


class NetworkAclOpenToWorld(Transform):
    """A network ACL lets the whole internet in to the port of SSH or RDP.

    What:
        Looks at rules of `aws_network_acl`, `aws_default_network_acl` and `aws_network_acl_rule` that allow
        ingress from the whole internet, or half of it, to a range of ports with SSH's or RDP's among them.

    Why:
        Such ports are found by scanners within minutes and attacked without end. Where a security group
        is opened by mistake the ACL is what is left.

    Example:
        resource "aws_network_acl_rule" "ssh" {
          network_acl_id = aws_network_acl.public.id
          rule_number    = 100
          protocol       = "tcp"
          rule_action    = "allow"
          cidr_block     = "0.0.0.0/0"
          from_port      = 22
          to_port        = 22
        }

    Impact:
        None: this is only reported; who has to reach the machines cannot be told.

    Limits:
        Rules for all ports, which networks have by default, are left alone, as are ranges of more than a
        thousand ports, which are there for answers.

    Source:
        AWS Security Hub control EC2.21; Amazon VPC User Guide, "Network ACL rules".
    """

    name = "aws-network-acl-open-to-world"
    impact = Impact.NONE
    profile = Profile.SECURITY
    watches = resources("aws_network_acl", "aws_default_network_acl", "aws_network_acl_rule")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.labels[0] == "aws_network_acl_rule":
            if _value(block.get("egress"), block, module) in (None, False):
                yield from _finding(block, block, "rule_action", module)
            return
        for rule in nested(block, "ingress"):
            yield from _finding(rule, block, "action", module)


def _finding(rule: Block, block: Block, action: str, module: Module) -> Iterator[Finding]:
    if str(_value(rule.get(action), block, module)).lower() != "allow":
        return
    first, last = (_port(rule.get(name), block, module) for name in ("from_port", "to_port"))
    if first is None or last is None or last - first > 1000:
        return
    open_ports = [f"{port} ({name})" for port, name in _PORTS.items() if first <= port <= last]
    for name in _NETWORKS:
        attribute = rule.get(name)
        if attribute is not None and open_ports and is_wide(_value(attribute, block, module)):
            message = f"port {' and '.join(open_ports)} is open to the whole internet"
            yield Finding(attribute, message, advice="name the addresses that need it")


def _value(attribute: Attribute | None, block: Block, module: Module) -> Any:
    """What is known of a value; None where nothing is set."""
    return None if attribute is None else inference.plain(inference.infer(attribute, block, module))


def _port(attribute: Attribute | None, block: Block, module: Module) -> int | None:
    found = _value(attribute, block, module)
    return int(found) if isinstance(found, int) or (isinstance(found, str) and found.isdigit()) else None
