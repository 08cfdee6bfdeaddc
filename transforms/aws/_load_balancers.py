"""What listeners and target groups of AWS load balancers can be: protocols by kind, what actions need.

Facts: Elastic Load Balancing API reference, version 2015-12-01, CreateListener and CreateTargetGroup.
"""

from __future__ import annotations

from collections.abc import Iterator

from tffix import Attribute, Block, Module, evaluate, mentions, whole_number

LISTENERS = ("aws_lb_listener", "aws_alb_listener")
TARGET_GROUPS = ("aws_lb_target_group", "aws_alb_target_group")
BALANCERS = ("aws_lb", "aws_alb")
ENCRYPTED = ("HTTPS", "TLS")
PROTOCOLS = {
    "application": ("HTTP", "HTTPS"),
    "network": ("TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"),
}
"""The protocols of listeners and of the target groups behind them, by kind of load balancer."""

NEEDED_BY_ACTION = {
    "forward": ("target_group_arn", "forward"),
    "redirect": ("redirect",),
    "fixed-response": ("fixed_response",),
    "authenticate-cognito": ("authenticate_cognito",),
    "authenticate-oidc": ("authenticate_oidc",),
}
"""One of which argument or block an action needs to have."""


def value(block: Block, name: str, module: Module) -> object:
    """The value of an argument, if it is known; None if it is not there or null."""
    attribute = block.get(name)
    return None if attribute is None else evaluate(attribute.expression, module)


def word(block: Block, name: str, module: Module) -> str:
    """A value that is known text, or nothing."""
    found = value(block, name, module)
    return found if isinstance(found, str) else ""


def protocol_of(block: Block, module: Module) -> str:
    """The protocol that a block says, as AWS writes it, or nothing."""
    return word(block, "protocol", module).upper()


def number(block: Block, name: str, module: Module) -> float | None:
    """A value that is a known number, also one in quotes."""
    found = value(block, name, module)
    return found if isinstance(found, float) else whole_number(found)


def referred(attribute: Attribute | None, types: tuple[str, ...], module: Module) -> Block | None:
    """The one resource of some types that a value refers to."""
    named = [module.get(one.address) for one in mentions(attribute.source)] if attribute is not None else []
    found = [
        one for one in named if isinstance(one, Block) and one.type == "resource" and one.labels[0] in types
    ]
    return found[0] if len(found) == 1 else None


def kind(balancer: Block | None, module: Module) -> str:
    """What kind of load balancer a block makes, or nothing where that is not known."""
    if balancer is None:
        return ""
    return (
        "application"
        if balancer.get("load_balancer_type") is None
        else word(balancer, "load_balancer_type", module)
    )


def certificates(module: Module, provider: str | None) -> Iterator[str]:
    """The references to the ARNs of the module's certificates; the validated one stands for its own."""
    validated = set[Block]()
    for validation in module.resources("aws_acm_certificate_validation"):
        certificate = referred(validation.get("certificate_arn"), ("aws_acm_certificate",), module)
        if certificate is not None and _is_plain(validation, provider):
            validated.add(certificate)
            yield f"aws_acm_certificate_validation.{validation.labels[1]}.certificate_arn"
    for type_ in ("resource", "data"):
        for block in module.blocks(type_, "aws_acm_certificate"):
            if block not in validated:
                prefix = "data." if type_ == "data" else ""
                yield (
                    f"{prefix}aws_acm_certificate.{block.labels[1]}.arn" if _is_plain(block, provider) else ""
                )


def _is_plain(block: Block, provider: str | None) -> bool:
    """Whether a block makes one certificate with the same provider."""
    own = block.get("provider")
    return (
        block.get("count") is None
        and block.get("for_each") is None
        and (own.source.strip() if own is not None else None) == provider
    )
