"""Listeners and target groups of load balancers that AWS does not accept as they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Address, Block, Finding, Impact, Module, Refused, Transform, quote, resources

from ._load_balancers import (
    BALANCERS,
    ENCRYPTED,
    LISTENERS,
    NEEDED_BY_ACTION,
    PROTOCOLS,
    TARGET_GROUPS,
    certificates,
    kind,
    number,
    protocol_of,
    referred,
    value,
    word,
)


class LbListenerCannotWork(Transform):
    """A load balancer listener or target group has arguments that AWS rejects together.

    What:
        Looks at listeners: HTTPS or TLS without a certificate, a certificate or TLS policy without HTTPS or
        TLS, a protocol that the kind of load balancer does not have, a target group of another protocol, an
        action without what it needs, two listeners on one port. And at target groups: no port, protocol or
        VPC, a health check of a protocol that the group cannot have, a path where the check is TCP, a timeout
        that is not shorter than the interval. The module's only certificate is given to a listener without
        one; HTTP on port 443 with a certificate becomes HTTPS.

    Why:
        CreateListener and CreateTargetGroup fail, many only in the middle of an apply ("A certificate must be
        specified for HTTPS listeners").

    Example:
        resource "aws_acm_certificate" "web" {
          domain_name       = "www.example.com"
          validation_method = "DNS"
        }

        resource "aws_lb_listener" "https" {
          load_balancer_arn = aws_lb.web.arn
          port              = 443
          protocol          = "HTTPS"

          default_action {
            type             = "forward"
            target_group_arn = aws_lb_target_group.web.arn
          }
        }

    Becomes:
        resource "aws_acm_certificate" "web" {
          domain_name       = "www.example.com"
          validation_method = "DNS"
        }

        resource "aws_lb_listener" "https" {
          load_balancer_arn = aws_lb.web.arn
          port              = 443
          protocol          = "HTTPS"
          certificate_arn   = aws_acm_certificate.web.arn

          default_action {
            type             = "forward"
            target_group_arn = aws_lb_target_group.web.arn
          }
        }

    Impact:
        None: the listener could not be made before.

    Limits:
        Values must be known: literals and local values of them. All but the two cases above is only reported.
        A module with several certificates, or with one of another provider, has to choose itself.

    Source:
        Elastic Load Balancing API reference, CreateListener and CreateTargetGroup.
    """

    name = "aws-lb-listener-cannot-work"
    impact = Impact.NONE
    watches = resources(*LISTENERS, *TARGET_GROUPS)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if len(block.labels) != 2 or len(module.blocks("resource", *block.labels)) > 1:
            return
        if block.labels[0] in TARGET_GROUPS:
            yield from _target_group(block, module)
            yield from _health_check(block, module)
            return
        yield from _certificate(block, module)
        yield from _protocol(block, module)
        yield from _actions(block, module)
        yield from _same_port(block, module)


# -- listeners -------------------------------------------------------------------------------------------


def _certificate(listener: Block, module: Module) -> Iterator[Finding]:
    protocol = protocol_of(listener, module)
    policy = listener.get("ssl_policy")
    name = word(listener, "ssl_policy", module)
    if policy is not None and name and not name.startswith("ELBSecurityPolicy-"):
        message = f"'{name}' is no TLS policy of a load balancer"
        yield Finding(policy, message, advice='ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"')
    if protocol in ENCRYPTED and listener.get("certificate_arn") is None:
        yield _without_certificate(listener, protocol, module)
    elif protocol and protocol not in ENCRYPTED:
        for name in ("certificate_arn", "ssl_policy"):
            attribute = listener.get(name)
            if attribute is None or value(listener, name, module) in (None, ""):
                continue
            message = f"'{name}' goes with HTTPS and TLS, and this listener is {protocol}"
            if (
                protocol == "HTTP"
                and number(listener, "port", module) == 443
                and listener.get("certificate_arn")
            ):
                yield Finding(attribute, message, partial(_set_protocol, listener, module))
                return
            yield Finding(
                attribute, message, advice=f"remove it, or set protocol to {' or '.join(ENCRYPTED)}"
            )


def _without_certificate(listener: Block, protocol: str, module: Module) -> Finding:
    at = listener.get("protocol")
    assert at is not None
    message = f"a listener of {protocol} needs a certificate"
    known = _certificates(listener, module)
    if len(known) == 1 and known[0]:
        return Finding(at, message, partial(_give_certificate, listener, module))
    return Finding(at, message, advice="certificate_arn = aws_acm_certificate….arn")


def _certificates(listener: Block, module: Module) -> list[str]:
    provider = listener.get("provider")
    return list(certificates(module, provider.source.strip() if provider is not None else None))


def _give_certificate(listener: Block, module: Module) -> None:
    known = _certificates(listener, module)
    if len(known) != 1 or not known[0]:
        raise Refused("there are several certificates now")
    after = "ssl_policy" if listener.get("ssl_policy") is not None else "protocol"
    listener.body.set("certificate_arn", known[0], after=after)


def _set_protocol(listener: Block, module: Module) -> None:
    listener.body.set("protocol", quote("HTTPS"))


def _protocol(listener: Block, module: Module) -> Iterator[Finding]:
    """What does not fit the kind of load balancer: the protocol here, or that of the target groups."""
    of = kind(referred(listener.get("load_balancer_arn"), BALANCERS, module), module)
    allowed = PROTOCOLS.get(of)
    protocol, at = protocol_of(listener, module), listener.get("protocol")
    if allowed is None:
        return
    if at is not None and protocol and protocol not in allowed:
        message = f"{of} load balancers have no listeners of {protocol}"
        yield Finding(at, message, advice=f"one of {', '.join(allowed)}")
        return
    for action in listener.blocks("default_action"):
        target = action.get("target_group_arn")
        group = referred(target, TARGET_GROUPS, module)
        theirs = protocol_of(group, module) if group is not None else ""
        if target is not None and group is not None and theirs and theirs not in allowed:
            message = f"{Address.of(group)} is of {theirs}, which {of} load balancers do not send"
            yield Finding(target, message, advice=f"one of {', '.join(allowed)}")


def _actions(listener: Block, module: Module) -> Iterator[Finding]:
    for action in listener.blocks("default_action"):
        type_ = word(action, "type", module)
        needed = NEEDED_BY_ACTION.get(type_, ())
        has = {item.type for item in action.blocks()} | {item.name for item in action.body.attributes}
        if needed and not has & {*needed, "dynamic"}:
            yield Finding(
                action, f"the action '{type_}' needs {' or '.join(needed)}", advice=f"add {needed[0]}"
            )


def _same_port(listener: Block, module: Module) -> Iterator[Finding]:
    port, arn = number(listener, "port", module), listener.get("load_balancer_arn")
    if port is None or arn is None or _is_repeated(listener):
        return
    for other in module.recall(_listeners)[arn.source.strip()]:
        if other is listener:
            return
        if number(other, "port", module) == port and not _is_repeated(other):
            at = listener.get("port")
            assert at is not None
            message = f"{Address.of(other)} listens on port {port} of this load balancer already"
            yield Finding(at, message, advice="take another port, or make rules of one listener")
            return


def _listeners(module: Module) -> dict[str, list[Block]]:
    """The listeners by the load balancer that they are of, as it is written."""
    found: dict[str, list[Block]] = {}
    for block in module.resources(*LISTENERS):
        if (arn := block.get("load_balancer_arn")) is not None:
            found.setdefault(arn.source.strip(), []).append(block)
    return found


def _is_repeated(block: Block) -> bool:
    return block.get("count") is not None or block.get("for_each") is not None


# -- target groups ---------------------------------------------------------------------------------------


def _target_group(group: Block, module: Module) -> Iterator[Finding]:
    type_ = word(group, "target_type", module) if group.get("target_type") is not None else "instance"
    if type_ in ("instance", "ip"):
        for name in ("port", "protocol", "vpc_id"):
            if group.get(name) is None:
                yield Finding(group, f"a target group of type {type_} needs '{name}'", advice=f"{name} = …")


def _health_check(group: Block, module: Module) -> Iterator[Finding]:
    protocol = protocol_of(group, module)
    for check in group.blocks("health_check"):
        own, at = protocol_of(check, module), check.get("protocol")
        if at is not None and own == "TCP" and protocol in PROTOCOLS["application"]:
            message = f"the health check of a target group of {protocol} cannot be TCP"
            yield Finding(at, message, advice=f'protocol = "{protocol}"')
        elif own == "TCP":
            for name in ("path", "matcher"):
                if (attribute := check.get(name)) is not None and value(check, name, module) not in (
                    None,
                    "",
                ):
                    message = f"'{name}' is nothing that a health check by TCP can look at"
                    yield Finding(attribute, message, advice='remove it, or set protocol = "HTTP" there')
        yield from _timeout(check, protocol, module)


def _timeout(check: Block, protocol: str, module: Module) -> Iterator[Finding]:
    at, timeout, interval = (
        check.get("timeout"),
        number(check, "timeout", module),
        number(check, "interval", module),
    )
    if at is None or timeout is None or interval is None or protocol not in PROTOCOLS["application"]:
        return
    if timeout >= interval:
        message = f"the timeout of a health check ({timeout}) must be shorter than its interval ({interval})"
        yield Finding(at, message, advice=f"timeout = {max(2, int(interval) // 2)}")
