"""Rules of security groups that do not say what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import (
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Transform,
    evaluate,
    nodes,
    quote,
    resources,
    whole_number,
)

from ._arguments import is_declared_once, set_argument
from ._security_group_rules import GROUPS, SEPARATE, Rule, rules

_SERVICES = {
    ("tcp", 22): "SSH",
    ("tcp", 25): "SMTP",
    ("tcp", 53): "DNS",
    ("udp", 53): "DNS",
    ("tcp", 80): "HTTP",
    ("udp", 123): "NTP",
    ("tcp", 389): "LDAP",
    ("tcp", 443): "HTTPS",
    ("tcp", 587): "SMTP submission",
    ("tcp", 636): "LDAP over TLS",
    ("tcp", 1433): "SQL Server",
    ("tcp", 1521): "Oracle",
    ("tcp", 2049): "NFS",
    ("tcp", 3306): "MySQL",
    ("tcp", 3389): "RDP",
    ("tcp", 5432): "PostgreSQL",
    ("tcp", 5439): "Redshift",
    ("tcp", 6379): "Redis",
    ("tcp", 9092): "Kafka",
    ("tcp", 11211): "Memcached",
    ("tcp", 27017): "MongoDB",
}
_EVERYTHING = "All traffic"
_TOWARDS = {"ingress": "from", "egress": "to"}
_NETWORKS = ("cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6")
_OTHER_GROUPS = ("security_groups", "source_security_group_id", "referenced_security_group_id")
_ANYWHERE = ("0.0.0.0/0", "::/0")
_FOR_ANYBODY = ("DNS", "HTTP", "HTTPS", "NTP", "SMTP", "SMTP submission")
_MOST = 2
_VPC = re.compile(r"(?:data\.)?aws_vpc\.[\w-]+(?:\[0\])?\.(?:ipv6_)?cidr_block")
_GROUP = re.compile(r"aws_security_group\.([\w-]+)(?:\[0\])?\.id")


class SecurityGroupWithoutDescription(Transform):
    """A rule of a security group has no description.

    What:
        Adds a description to rules, inline and in resources of their own, whose port tells the service, or
        that are for all traffic, and whose other side is known: `HTTPS from anywhere`, `PostgreSQL from the
        group app`, `All traffic to the VPC`. Reports the others.

    Why:
        A year later nobody knows why a port is open, and so nobody closes it.

    Example:
        resource "aws_security_group" "web" {
          name = "web"

          ingress {
            from_port   = 443
            to_port     = 443
            protocol    = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }

    Becomes:
        resource "aws_security_group" "web" {
          name = "web"

          ingress {
            description = "HTTPS from anywhere"
            from_port   = 443
            to_port     = 443
            protocol    = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }

    Impact:
        Rules that are resources of their own are updated in place. An inline rule is taken away and made anew
        within one update of its group: connections that stand stay, new ones may fail for a moment.

    Limits:
        The description of a group itself cannot be changed without replacing it and is left alone. Only
        reported: ports of no well-known service, ports that differ or are not known, other sides that a
        variable says or that are more than two, what is open to the world though it is not for anybody, and
        `ingress = [...]`.

    Source:
        Amazon VPC User Guide, "Security group rules" (descriptions); documentation of the AWS provider,
        aws_security_group.
    """

    name = "aws-security-group-without-description"
    impact = Impact.UPDATE
    profile = Profile.BEST_PRACTICE
    watches = resources(*GROUPS, *dict.fromkeys((*SEPARATE["ingress"], *SEPARATE["egress"])))

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        directions = [one for one in SEPARATE if block.labels[0] in (*GROUPS, *SEPARATE[one])]
        for direction in directions:
            for rule in rules(block, direction, module):
                description = rule.arguments.get("description")
                if description is None or evaluate(description.node, module) == "":
                    yield _finding(rule, direction, module)


def _finding(rule: Rule, direction: str, module: Module) -> Finding:
    service, others = _service(rule, module), _others(rule, module)
    told = f"{service or '...'} {_TOWARDS[direction]} {others or '...'}"
    fix = None
    # What is open to the world by mistake is narrowed by another rule first, or by whoever is told of it.
    is_meant = direction == "egress" or others != "anywhere" or service in _FOR_ANYBODY
    if (
        service
        and others
        and is_meant
        and isinstance(rule.at, Block)
        and is_declared_once(rule.block, module)
    ):
        fix = partial(_describe, rule.at, told, module)
    return Finding(rule.at, f"the {direction} rule has no description", fix, f"description = {quote(told)}")


def _service(rule: Rule, module: Module) -> str:
    """What a rule is for, by its protocol and port; nothing where these do not tell."""
    if len(rule.rounds) != 1:
        return ""
    (scope,) = rule.rounds
    names = ("protocol", "ip_protocol", "from_port", "to_port")
    protocol, ip_protocol, first, last = (rule.value(name, scope, module) for name in names)
    protocol = str(protocol or ip_protocol).lower()
    if protocol in ("-1", "all"):
        return _EVERYTHING
    port = whole_number(first)
    if port is None or port != whole_number(last):
        return ""
    return _SERVICES.get((protocol, port), "")


def _others(rule: Rule, module: Module) -> str:
    """Who is at the other side of a rule; nothing where that is not known, or too many to say."""
    found: list[str] = []
    for name, argument in rule.arguments.items():
        listed = argument.node.items if isinstance(argument.node, nodes.Tuple) else (argument.node,)
        if name in _NETWORKS:
            found += (_network(one, module) for one in listed)
        elif name in _OTHER_GROUPS:
            found += (_group(one) for one in listed)
        elif name == "self" and evaluate(argument.node, module) is True:
            found.append("the group itself")
        elif name.startswith("prefix_list_id"):
            return ""
    told = list(dict.fromkeys(found))
    if "anywhere" in told:
        return "anywhere"
    return " and ".join(told) if "" not in told and len(told) <= _MOST else ""


def _network(node: nodes.Expression, module: Module) -> str:
    value = evaluate(node, module)
    if isinstance(value, list):
        texts = {one if isinstance(one, str) else "" for one in value}
        if texts & set(_ANYWHERE):
            return "anywhere"
        return " and ".join(sorted(texts)) if "" not in texts and 0 < len(texts) <= _MOST else ""
    if isinstance(value, str):
        return "anywhere" if value in _ANYWHERE else value
    return "the VPC" if _VPC.fullmatch(node.text.strip()) else ""


def _group(node: nodes.Expression) -> str:
    match = _GROUP.fullmatch(node.text.strip())
    return f"the group {match[1].replace('_', '-')}" if match else ""


def _describe(at: Block, told: str, module: Module) -> None:
    """Adds a description, as the first argument of an inline rule and as the last of a resource."""
    if at.type == "resource":
        set_argument(at, "description", quote(told), module)
        return
    first, is_there = next(at.body.attributes, None), at.get("description") is not None
    attribute = at.body.set("description", quote(told))
    if first is not None and not is_there:
        at.body.remove(attribute)
        at.body.insert_before(first, attribute)
