"""Load balancers, distributions, caches and buckets that take or send data in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Profile, Transform, quote, resources

from ._arguments import is_declared_once, nested, set_argument, value

_LISTENERS = ("aws_lb_listener", "aws_alb_listener")
_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06"
_OLD_POLICIES = (
    "ELBSecurityPolicy-2015-05",
    "ELBSecurityPolicy-2016-08",
    "ELBSecurityPolicy-TLS-1-0-2015-04",
    "ELBSecurityPolicy-TLS-1-1-2017-01",
    "ELBSecurityPolicy-FS-2018-06",
    "ELBSecurityPolicy-FS-1-1-2019-08",
)
_BEHAVIOURS = ("default_cache_behavior", "ordered_cache_behavior")


class TransportNotEncrypted(Transform):
    """A load balancer, distribution or cache takes traffic in plain text, or with TLS of before 1.2.

    What:
        Looks for listeners of application load balancers that forward HTTP, for listeners with a security
        policy that allows TLS 1.0 or 1.1, for CloudFront behaviours with `viewer_protocol_policy =
        "allow-all"` and for ElastiCache without encryption in transit. Behaviours of CloudFront then send
        HTTP on to HTTPS, and listeners get a policy of TLS 1.2 and 1.3; the rest is reported.

    Why:
        What goes over HTTP is read and changed on its way; TLS 1.0 and 1.1 are broken and deprecated.

    Example:
        resource "aws_lb_listener" "https" {
          load_balancer_arn = aws_lb.main.arn
          port              = 443
          protocol          = "HTTPS"
          ssl_policy        = "ELBSecurityPolicy-2016-08"
          certificate_arn   = aws_acm_certificate.main.arn

          default_action {
            type             = "forward"
            target_group_arn = aws_lb_target_group.main.arn
          }
        }

    Becomes:
        resource "aws_lb_listener" "https" {
          load_balancer_arn = aws_lb.main.arn
          port              = 443
          protocol          = "HTTPS"
          ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
          certificate_arn   = aws_acm_certificate.main.arn

          default_action {
            type             = "forward"
            target_group_arn = aws_lb_target_group.main.arn
          }
        }

    Impact:
        The listener or distribution is updated in place; clients of before 2014 that know no TLS 1.2 can no
        longer connect.

    Limits:
        Only reported: HTTP that is forwarded, for HTTPS needs a certificate, and caches, whose clients must
        be told (those of Valkey encrypt by default). Left alone: policies and protocols known only when
        Terraform runs.

    Source:
        AWS Security Hub controls ELB.1, ELB.17, CloudFront.3 and ElastiCache.5; Elastic Load Balancing user
        guide, "Security policies for your Application Load Balancer"; RFC 8996.
    """

    name = "aws-transport-not-encrypted"
    impact = Impact.UPDATE
    profile = Profile.SECURITY
    watches = resources(*_LISTENERS, "aws_cloudfront_distribution", "aws_elasticache_replication_group")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.labels[0] in _LISTENERS:
            yield from _listener(block, module)
        elif block.labels[0] == "aws_cloudfront_distribution":
            yield from _distribution(block, module)
        elif _is_plain_cache(block, module):
            at = block.get("transit_encryption_enabled") or block
            advice = "transit_encryption_enabled = true, and clients that connect with TLS"
            yield Finding(at, "traffic to the cache is not encrypted", advice=advice, impact=Impact.REPLACE)


def _is_plain_cache(block: Block, module: Module) -> bool:
    found = value(block, "transit_encryption_enabled", module)
    return found is False or (found is None and value(block, "engine", module) in (None, "redis"))


def _listener(block: Block, module: Module) -> Iterator[Finding]:
    policy = block.get("ssl_policy")
    found = value(block, "ssl_policy", module)
    if policy is not None and found in _OLD_POLICIES:
        fix = None
        if policy.string is not None and is_declared_once(block, module):
            fix = partial(set_argument, block, "ssl_policy", quote(_POLICY), module)
        message = f"the listener's policy, {found}, allows TLS of before 1.2"
        yield Finding(policy, message, fix, f'ssl_policy = "{_POLICY}"')
    protocol = block.get("protocol")
    if protocol is None or value(block, "protocol", module) != "HTTP":
        return
    if any(value(action, "type", module) == "forward" for action in nested(block, "default_action")):
        advice = 'redirect to an HTTPS listener: default_action { type = "redirect" ... protocol = "HTTPS" }'
        yield Finding(protocol, "the listener forwards plain HTTP", advice=advice)


def _distribution(block: Block, module: Module) -> Iterator[Finding]:
    for name in _BEHAVIOURS:
        for behaviour in nested(block, name):
            policy = behaviour.get("viewer_protocol_policy")
            if policy is None or value(behaviour, policy.name, module) != "allow-all":
                continue
            fix = None
            if policy.string is not None and is_declared_once(block, module):
                fix = partial(set_argument, behaviour, policy.name, quote("redirect-to-https"), module)
            message = "the distribution serves plain HTTP"
            yield Finding(policy, message, fix, 'viewer_protocol_policy = "redirect-to-https"')
