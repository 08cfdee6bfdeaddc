"""Load balancers whose security groups let nobody in to a listener."""

from __future__ import annotations

from collections.abc import Iterator

from tffix import (
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    inference,
    mentions,
    nodes,
    resources,
    whole_number,
)

from ._security_group_rules import GROUPS, Rule, rules, rules_apart

_BALANCERS = ("aws_lb", "aws_alb")
_LISTENERS = ("aws_lb_listener", "aws_alb_listener")
_ALL = ("-1", "all")


class LbUnreachable(Transform):
    """No rule of a load balancer's security groups lets anybody in to the port of a listener.

    What:
        Compares the ports of the listeners of a load balancer with the ingress rules of its security groups:
        in the groups themselves, and in resources of their own.

    Why:
        The apply goes well, and then every connection to the port runs into a timeout.

    Example:
        resource "aws_security_group" "web" {
          name_prefix = "web-"

          ingress {
            description = "HTTP"
            from_port   = 80
            to_port     = 80
            protocol    = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }

        resource "aws_lb" "web" {
          name            = "web"
          subnets         = var.subnets
          security_groups = [aws_security_group.web.id]
        }

        resource "aws_lb_listener" "https" {
          load_balancer_arn = aws_lb.web.arn
          port              = 443
          protocol          = "HTTPS"

          default_action {
            type             = "forward"
            target_group_arn = var.target_group
          }
        }

    Impact:
        None: this is only reported; who is to reach the port cannot be told.

    Limits:
        Silent where a port, a rule or a group is not wholly known here, and where the group is given to
        another module, which may add rules.

    Source:
        Elastic Load Balancing User Guide, "Security groups for your Application Load Balancer".
    """

    name = "aws-lb-unreachable"
    impact = Impact.NONE
    watches = resources(*_LISTENERS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        at, port = block.get("port"), _port(block, module)
        balancer = _referred(block, "load_balancer_arn", _BALANCERS, module)
        if at is None or port is None or balancer is None:
            return
        groups = _groups(balancer, module)
        if groups and all(_shuts_out(group, port, module) for group in groups):
            names = ", ".join(".".join(group.labels) for group in groups)
            message = f"no ingress rule of {names} lets anybody in to port {port}"
            yield Finding(at, message, advice=f"add a rule for port {port} to the security group")


def _port(block: Block, module: Module) -> int | None:
    attribute = block.get("port")
    found = None if attribute is None else inference.infer(attribute, block, module, defaults=False)
    return whole_number(inference.plain(found)) if found is not None and found.is_known else None


def _referred(block: Block, name: str, types: tuple[str, ...], module: Module) -> Block | None:
    """The one resource of some types that an argument names."""
    attribute = block.get(name)
    found = list(mentions(attribute.source)) if attribute is not None else []
    one = module.get(found[0].address) if len(found) == 1 else None
    return one if isinstance(one, Block) and one.type == "resource" and one.labels[0] in types else None


def _groups(balancer: Block, module: Module) -> list[Block]:
    """The security groups of a load balancer, if all are of this module; none else."""
    attribute = balancer.get("security_groups")
    node = attribute.expression if attribute is not None else None
    if not isinstance(node, nodes.Tuple):
        return []
    found = [_group(item, module) for item in node.items]
    return [one for one in found if one is not None] if None not in found else []


def _group(item: nodes.Expression, module: Module) -> Block | None:
    named = list(mentions(item.text))
    one = module.get(named[0].address) if isinstance(item, nodes.Traversal) and len(named) == 1 else None
    return one if isinstance(one, Block) and one.labels[:1] == (GROUPS[0],) else None


def _shuts_out(group: Block, port: int, module: Module) -> bool:
    """Whether all rules of a group are known, and none is for the port."""
    if group.get("ingress") is not None or rules_apart(None, "ingress", module) or _is_given(group, module):
        return False
    apart = [
        one for block in rules_apart(group, "ingress", module) for one in rules(block, "ingress", module)
    ]
    return not any(_may_let_in(one, port, module) for one in (*rules(group, "ingress", module), *apart))


def _is_given(group: Block, module: Module) -> bool:
    """Whether another module gets the group, and may add rules to it."""
    address = ".".join(group.labels)
    takers = ("module",) if module.is_root else ("module", "output")
    return any(one.block.type in takers for one in module.references_to(address))


def _may_let_in(rule: Rule, port: int, module: Module) -> bool:
    for scope in rule.rounds:
        protocol = rule.value("protocol", scope, module) or rule.value("ip_protocol", scope, module)
        if protocol is None or str(protocol) in _ALL:
            return True
        first, last = (whole_number(rule.value(name, scope, module)) for name in ("from_port", "to_port"))
        if first is None or last is None or first <= port <= last:
            return True
    return False
