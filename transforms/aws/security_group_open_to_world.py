"""Management and database ports that the whole internet reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Refused,
    Transform,
    evaluate,
    nodes,
    resources,
    whole_number,
)

from ._arguments import is_declared_once, value
from ._provisioners import logging_in
from ._security_group_rules import GROUPS, SEPARATE, Argument, Rule, group_of, rules
from ._wide_networks import is_wide

_IPV4 = ("cidr_blocks", "cidr_ipv4")
_IPV6 = ("ipv6_cidr_blocks", "cidr_ipv6")
_ENTRANCES = ("bastion", "jump", "vpn", "gateway")
_PORTS = {
    22: "SSH",
    23: "Telnet",
    135: "Windows RPC",
    445: "SMB",
    1433: "SQL Server",
    1521: "Oracle",
    2049: "NFS",
    2375: "Docker",
    2379: "etcd",
    3306: "MySQL",
    3389: "RDP",
    5432: "PostgreSQL",
    5439: "Redshift",
    5601: "Kibana",
    5985: "WinRM",
    5986: "WinRM",
    6379: "Redis",
    8080: "consoles of applications",
    9042: "Cassandra",
    9090: "Prometheus",
    9200: "Elasticsearch",
    10250: "kubelet",
    11211: "Memcached",
    15672: "RabbitMQ",
    27017: "MongoDB",
}


class SecurityGroupOpenToWorld(Transform):
    """A management or database port, or every port, is open to the whole internet.

    What:
        Looks for ingress from `0.0.0.0/0`, `::/0` or half of them (`128.0.0.0/1`) to the ports of SSH, RDP,
        WinRM, file sharing, databases and consoles, and to all ports: in `ingress` blocks (also `dynamic`
        ones and `ingress = [...]`), in `aws_security_group_rule` and in
        `aws_vpc_security_group_ingress_rule`. Where a rule is for one such port and its group stands in a VPC
        that the module names, the source becomes that VPC's CIDR.

    Why:
        Such ports are found by scanners within minutes and attacked without end. Who has to reach a database
        is in its VPC; who has to reach a machine can use Session Manager, a VPN or a known address.

    Example:
        resource "aws_security_group" "database" {
          name   = "database"
          vpc_id = aws_vpc.main.id

          ingress {
            description = "PostgreSQL"
            from_port   = 5432
            to_port     = 5432
            protocol    = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }

    Becomes:
        resource "aws_security_group" "database" {
          name   = "database"
          vpc_id = aws_vpc.main.id

          ingress {
            description = "PostgreSQL"
            from_port   = 5432
            to_port     = 5432
            protocol    = "tcp"
            cidr_blocks = [aws_vpc.main.cidr_block]
          }
        }

    Impact:
        The group is updated in place: who connects from outside of the VPC no longer can. An
        `aws_security_group_rule` is replaced by one that lets in less.

    Limits:
        Only reported: ranges of several ports and all ports, since something in them may be meant for
        everybody; groups whose VPC the module does not name, or gives a second CIDR; those that are by their
        name an entrance (bastion, jump host, VPN, gateway); the ports of SSH or WinRM where a provisioner of
        the project logs in over them, as Terraform may run outside of the VPC; variables whose default is
        the whole internet; IPv6 where the VPC has no IPv6 block. `ports` lists the ports, `allowed-ports`
        those of them that may be open.

    Source:
        AWS Security Hub user guide, "Security Hub CSPM controls for Amazon EC2"; CIS AWS Foundations
        Benchmark, section "Networking".
    """

    name = "aws-security-group-open-to-world"
    impact = Impact.UPDATE
    profile = Profile.SECURITY
    languages = frozenset(("hcl", "json", "python"))
    watches = resources(*GROUPS, *SEPARATE["ingress"])
    options: ClassVar[Mapping[str, object]] = {"ports": sorted(_PORTS), "allowed-ports": []}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        for rule in rules(block, "ingress", module):
            told = [told for scope in rule.rounds if (told := self._exposed(rule, scope, module))]
            if not told:
                continue
            is_whole = len(told) == len(rule.rounds) and all(one.startswith("port ") for one in told)
            for name in (*_IPV4, *_IPV6):
                argument = rule.arguments.get(name)
                if argument is not None:
                    yield from self._findings(
                        rule, argument, " and ".join(dict.fromkeys(told)), is_whole, module
                    )

    def _exposed(self, rule: Rule, scope: Mapping[str, object], module: Module) -> str:
        """What a rule opens that should not be open to everybody, or nothing."""
        first, last = (rule.value(name, scope, module) for name in ("from_port", "to_port"))
        protocol = rule.value("protocol", scope, module) or rule.value("ip_protocol", scope, module)
        if str(protocol) in ("-1", "all"):
            return "every port"
        if str(protocol).lower() not in ("tcp", "6", "udp", "17"):
            return ""
        first, last = whole_number(first), whole_number(last)
        if first is None or last is None:
            return ""
        if first <= 1 and last >= 65535:
            return "every port"
        ports, allowed = self.option["ports"], self.option["allowed-ports"]
        assert isinstance(ports, list) and isinstance(allowed, list)
        within = [port for port in ports if first <= port <= last and port not in allowed]
        if not within or str(protocol).lower() in ("udp", "17"):
            return ""
        names = ", ".join(_PORTS.get(port, str(port)) for port in within[:3])
        return f"port {first} ({names})" if first == last else f"the range {first}-{last} ({names})"

    def _findings(
        self, rule: Rule, argument: Argument, told: str, is_whole: bool, module: Module
    ) -> Iterator[Finding]:
        worlds = [node for node in argument.node.find(nodes.Template) if is_wide(node.literal)]
        if worlds:
            message = f"{told} is open to the whole internet ({worlds[0].literal})"
            advice = "name the addresses that need it, in place of the whole internet"
            fix = None
            provisioner = logging_in(_ports(rule, module), module)
            if provisioner:
                advice += f"; Terraform itself logs in through it, maybe from elsewhere ({provisioner})"
            elif (
                is_whole and len(worlds) == 1 and _is_plain(argument) and _replacement(rule, argument, module)
            ):
                fix = partial(_narrow, rule, argument, module)
            elif is_whole and _is_entrance(rule.block):
                advice += "; it may be meant as an entrance, so it is left as it is"
            yield Finding(argument.attribute, message, fix, advice, _impact(rule.block), within=worlds[0])
        elif _is_world(evaluate(argument.node, module, defaults=True)):
            message = f"{told} is open to the whole internet by {argument.node.text}"
            advice = "give it no default, or one that is not the whole internet"
            yield Finding(argument.attribute, message, advice=advice, within=argument.node)


def _ports(rule: Rule, module: Module) -> set[int]:
    """The ports that a rule opens, as far as it opens them one by one."""
    found = (whole_number(rule.value("from_port", scope, module)) for scope in rule.rounds)
    return {port for port in found if port is not None}


def _is_world(found: object) -> bool:
    return is_wide(found) or (isinstance(found, list) and any(map(is_wide, found)))


def _is_entrance(block: Block) -> bool:
    name = block.get("name")
    words = f"{block.labels[1]} {name.source if name else ''}".lower()
    return any(word in words for word in _ENTRANCES)


def _is_plain(argument: Argument) -> bool:
    """Whether an argument is written out: a string, or a list."""
    return isinstance(argument.node, nodes.Template | nodes.Tuple)


def _impact(block: Block) -> Impact:
    return Impact.REPLACE if block.labels[0] == "aws_security_group_rule" else Impact.UPDATE


def _replacement(rule: Rule, argument: Argument, module: Module) -> str:
    """The reference to the CIDR of the VPC that a rule's group stands in; nothing if it is not known."""
    group = group_of(rule.block, module)
    vpc_id = group.get("vpc_id") if group else None
    if group is None or vpc_id is None or not is_declared_once(rule.block, module):
        return ""
    if any(map(_is_entrance, (group, rule.block))) or module.resources("aws_vpc_ipv4_cidr_block_association"):
        return ""
    node = vpc_id.expression
    if (
        not isinstance(node, nodes.Traversal)
        or "aws_vpc" not in node.names[:2]
        or not node.text.endswith(".id")
    ):
        return ""
    repeated = any(word in node.text for word in ("count.index", "each."))
    if repeated and group is not rule.block:
        return ""
    if not _is_ipv6(argument, rule):
        return f"{node.text[:-2]}cidr_block"
    vpc = module.resource("aws_vpc", node.names[1]) if node.root == "aws_vpc" else None
    has_ipv6 = vpc is not None and value(vpc, "assign_generated_ipv6_cidr_block", module) is True
    return f"{node.text[:-2]}ipv6_cidr_block" if has_ipv6 else ""


def _is_ipv6(argument: Argument, rule: Rule) -> bool:
    return any(rule.arguments.get(name) is argument for name in _IPV6)


def _narrow(rule: Rule, argument: Argument, module: Module) -> None:
    """Puts the CIDR of the VPC in the place of the whole internet."""
    attribute: Attribute = argument.attribute
    if argument.node.source != attribute.source:
        raise Refused("another fix has changed it")
    replacement = _replacement(rule, argument, module)
    worlds = [node for node in argument.node.find(nodes.Template) if is_wide(node.literal)]
    if replacement in argument.node.text:
        raise Refused("the CIDR of the VPC is in the list already: remove the whole internet")
    attribute.replace(dict.fromkeys(worlds, replacement))
