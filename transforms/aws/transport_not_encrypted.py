"""Load balancers, distributions, caches and databases that take or send data in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tffix import Block, Finding, Impact, Module, Profile, Transform, quote, resources

from ._arguments import is_declared_once, nested, set_argument, value

_LISTENERS = ("aws_lb_listener", "aws_alb_listener")
_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06"
_POST_QUANTUM_POLICY = "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09"
_OLD_POLICY = re.compile(r"ELBSecurityPolicy-(?:2015-05|2016-08|FS-2018-06|(?:TLS13|TLS|FS)-1-[01]-[\w-]+)")
"""The names of policies that allow TLS of before 1.2: that of a newer one says the oldest version in it."""

_PARAMETERS = ("rds.force_ssl", "require_secure_transport")
_PARAMETER_GROUPS = ("aws_db_parameter_group", "aws_rds_cluster_parameter_group")
_BEHAVIOURS = ("default_cache_behavior", "ordered_cache_behavior")
_REDIRECT = """redirect to an HTTPS listener:
default_action {
  type = "redirect"

  redirect {
    port        = "443"
    protocol    = "HTTPS"
    status_code = "HTTP_301"
  }
}"""


class TransportNotEncrypted(Transform):
    """A load balancer, distribution, cache or database accepts plain text, or TLS older than 1.2.

    What:
        Looks for listeners of application load balancers that forward HTTP, for listeners with a security
        policy that allows TLS 1.0 or 1.1, for CloudFront behaviours with `viewer_protocol_policy =
        "allow-all"`, for ElastiCache without encryption in transit and for parameter groups of RDS that turn
        the demand for TLS off. Behaviours of CloudFront then send
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
        Only reported: HTTP that is forwarded, for HTTPS needs a certificate, policies for FIPS, and caches
        and databases, whose clients must be told (caches of Valkey encrypt by default). Buckets are for
        `aws-s3-plain-http-allowed`. Left alone: policies and protocols known only when
        Terraform runs.

    Source:
        Elastic Load Balancing user guide, "Security policies for your Application Load Balancer", with whose
        tables the package moto agrees; AWS Security Hub user guide, "Control reference for Security Hub
        CSPM"; Amazon RDS User Guide, "Using SSL/TLS to encrypt a connection to a DB instance or cluster"; RFC
        8996.
    """

    name = "aws-transport-not-encrypted"
    impact = Impact.UPDATE
    profile = Profile.SECURITY
    languages = frozenset(("hcl", "json", "python"))
    watches = resources(
        *_LISTENERS, *_PARAMETER_GROUPS, "aws_cloudfront_distribution", "aws_elasticache_replication_group"
    )

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.labels[0] in _LISTENERS:
            yield from _listener(block, module)
        elif block.labels[0] == "aws_cloudfront_distribution":
            yield from _distribution(block, module)
        elif block.labels[0] in _PARAMETER_GROUPS:
            yield from _database(block, module)
        elif _is_plain_cache(block, module):
            at = block.get("transit_encryption_enabled") or block
            advice = "transit_encryption_enabled = true, and clients that connect with TLS"
            yield Finding(at, "traffic to the cache is not encrypted", advice=advice, impact=Impact.REPLACE)


def _is_plain_cache(block: Block, module: Module) -> bool:
    found = value(block, "transit_encryption_enabled", module)
    return found is False or (found is None and value(block, "engine", module) in (None, "redis"))


def _database(block: Block, module: Module) -> Iterator[Finding]:
    for parameter in nested(block, "parameter"):
        setting = parameter.get("value")
        is_tls = setting is not None and value(parameter, "name", module) in _PARAMETERS
        if setting is not None and is_tls and str(value(parameter, "value", module)).lower() in ("0", "off"):
            advice = "value = 1, once all clients connect with TLS"
            yield Finding(setting, "the database takes connections without TLS", advice=advice)


def _listener(block: Block, module: Module) -> Iterator[Finding]:
    policy = block.get("ssl_policy")
    found = value(block, "ssl_policy", module)
    if policy is not None and isinstance(found, str) and _OLD_POLICY.fullmatch(found):
        fix, better = None, _POST_QUANTUM_POLICY if "-PQ-" in found else _POLICY
        if policy.string is not None and is_declared_once(block, module) and "-FIPS-" not in found:
            fix = partial(set_argument, block, "ssl_policy", quote(better), module)
        message = f"the listener's policy, {found}, allows TLS of before 1.2"
        advice = "one of TLS13-1-2-FIPS" if "-FIPS-" in found else f'ssl_policy = "{better}"'
        yield Finding(policy, message, fix, advice)
    protocol = block.get("protocol")
    if protocol is None or value(block, "protocol", module) != "HTTP":
        return
    if any(value(action, "type", module) == "forward" for action in nested(block, "default_action")):
        yield Finding(protocol, "the listener forwards plain HTTP", advice=_REDIRECT)


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
