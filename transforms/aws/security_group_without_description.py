"""Rules of security groups that do not say what they are for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Profile, Transform, quote, resources

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
_EVERYTHING = {"ingress": "All traffic", "egress": "All outbound traffic"}


class SecurityGroupWithoutDescription(Transform):
    """A rule of a security group has no description.

    What:
        Adds a description to rules, inline and in resources of their own, whose port tells the service
        (`HTTPS`, `PostgreSQL`) or that are for all traffic; reports the others.

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
            description = "HTTPS"
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
        reported: ports of no well-known service, ports that differ or are not known, and `ingress = [...]`.

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
                if "description" not in rule.arguments:
                    yield _finding(rule, direction, module)


def _finding(rule: Rule, direction: str, module: Module) -> Finding:
    told = _service(rule, direction, module)
    fix = None
    if told and isinstance(rule.at, Block) and is_declared_once(rule.block, module):
        fix = partial(_describe, rule.at, told, module)
    advice = f'description = "{told or "..."}"'
    return Finding(rule.at, f"the {direction} rule has no description", fix, advice)


def _service(rule: Rule, direction: str, module: Module) -> str:
    """What a rule is for, by its protocol and port; nothing where these do not tell."""
    if len(rule.rounds) != 1:
        return ""
    (scope,) = rule.rounds
    names = ("protocol", "ip_protocol", "from_port", "to_port")
    protocol, ip_protocol, first, last = (rule.value(name, scope, module) for name in names)
    protocol = str(protocol or ip_protocol).lower()
    if protocol in ("-1", "all"):
        return _EVERYTHING[direction]
    if str(first) != str(last) or not str(first).isdigit():
        return ""
    return _SERVICES.get((protocol, int(str(first))), "")


def _describe(at: Block, told: str, module: Module) -> None:
    """Adds a description, as the first argument of an inline rule and as the last of a resource."""
    if at.type == "resource":
        set_argument(at, "description", quote(told), module)
        return
    first = next(at.body.attributes, None)
    attribute = at.body.set("description", quote(told))
    if first is not None and first is not attribute:
        at.body.remove(attribute)
        at.body.insert_before(first, attribute)
    module.changed()
