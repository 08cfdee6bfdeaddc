"""What AWS takes from us-east-1 only, in another region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tffix import (
    Block,
    Finding,
    Impact,
    Module,
    Transform,
    data_sources,
    expressions,
    facts,
    providers,
    resources,
)

from ..cloud._known_texts import text
from ._origins import Way, origins
from ._provider_region import regions_of

REGION = "us-east-1"
_CERTIFICATES = ("aws_acm_certificate",)
_CERTIFICATE_MODULES = frozenset(("cloudposse/acm-request-certificate/aws", "terraform-aws-modules/acm/aws"))
"""Modules of the registry whose outputs are of a certificate."""

_WEB_ACLS = ("aws_wafv2_ip_set", "aws_wafv2_regex_pattern_set", "aws_wafv2_rule_group", "aws_wafv2_web_acl")
_ALARM = "aws_cloudwatch_metric_alarm"
_GLOBAL_METRICS = frozenset(("AWS/Billing", "AWS/CloudFront", "AWS/Route53"))


@dataclass(frozen=True, slots=True)
class Partner:
    """What an argument takes: of which types, and the words for who takes what."""

    types: tuple[str, ...]
    who: str
    what: str


PARTNERS: dict[tuple[str, str], Partner] = {
    ("aws_api_gateway_domain_name", "certificate_arn"): Partner(
        _CERTIFICATES, "an edge-optimized domain of API Gateway", "certificates"
    ),
    ("aws_appsync_domain_name", "certificate_arn"): Partner(_CERTIFICATES, "AppSync", "certificates"),
    ("aws_cloudfront_distribution", "acm_certificate_arn"): Partner(
        _CERTIFICATES, "CloudFront", "certificates"
    ),
    ("aws_cloudfront_distribution", "lambda_arn"): Partner(
        ("aws_lambda_function",), "Lambda@Edge", "functions"
    ),
    ("aws_cognito_user_pool_domain", "certificate_arn"): Partner(_CERTIFICATES, "Cognito", "certificates"),
    ("aws_route53_key_signing_key", "key_management_service_arn"): Partner(
        ("aws_kms_key",), "DNSSEC of Route 53", "keys"
    ),
    ("aws_route53_query_log", "cloudwatch_log_group_arn"): Partner(
        ("aws_cloudwatch_log_group",), "query logging of Route 53", "log groups"
    ),
}
"""By type and argument. Facts, all of them Developer Guides: Amazon CloudFront, "Requirements for using
SSL/TLS certificates with CloudFront" and "Restrictions on Lambda@Edge"; Amazon API Gateway, "Get certificates
ready in AWS Certificate Manager"; Amazon Cognito, "Using your own domain for managed login"; AWS AppSync,
"Configuring custom domain names"; Amazon Route 53, "Public DNS query logging" and "Working with customer
managed keys for DNSSEC"."""

_USERS = tuple(dict.fromkeys(type_ for type_, _ in PARTNERS))


class UsEast1Required(Transform):
    """Something that AWS takes from us-east-1 only is in another region.

    What:
        Looks at what the certificates of CloudFront, of edge-optimized domains of API Gateway, of Cognito and
        AppSync domains, the functions of Lambda@Edge, and the log groups and keys of Route 53 are made with:
        the provider configuration of each, its alias, `providers` maps of module calls, and the argument
        `region` of version 6 of the provider. Looks, too, at WAFv2 of scope CLOUDFRONT and at alarms on
        metrics that are in us-east-1 only: those of CloudFront, Route 53 and billing.

    Why:
        The apply fails with InvalidViewerCertificate, "The scope is not valid" or the like; an alarm on a
        metric that the region does not have stays without data.

    Example:
        provider "aws" {
          region = "eu-west-1"
        }

        resource "aws_wafv2_web_acl" "site" {
          name  = "site"
          scope = "CLOUDFRONT"

          default_action {
            allow {}
          }

          visibility_config {
            cloudwatch_metrics_enabled = true
            metric_name                = "site"
            sampled_requests_enabled   = true
          }
        }

    Impact:
        None: this is only reported. What is in the wrong region has to be made anew, and others may use it.

    Limits:
        Silent where the region of a configuration is not known, as with one from the environment; a region
        that a variable has by default counts. Of modules that are not on disk, two for certificates count.

    Source:
        Amazon CloudFront, AWS WAF, Amazon Route 53, Amazon Cognito and AWS AppSync Developer Guides; Amazon
        CloudWatch User Guide, "Metrics in us-east-1"; the provider's documentation of the types.
    """

    name = "aws-us-east-1-required"
    impact = Impact.NONE
    watches = (*resources(*_USERS, *_WEB_ACLS, _ALARM), *data_sources(*_WEB_ACLS))

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        type_ = block.labels[0]
        if type_ in _USERS:
            yield from _partners(block, module)
        elif reason := _reason(block, module):
            for region in _elsewhere(block, module)[:1]:
                yield Finding(
                    block,
                    f"{reason} in {REGION} only, and this is in {region}",
                    advice=_advice(block, module),
                )


def _partners(block: Block, module: Module) -> Iterator[Finding]:
    for attribute, _ in expressions(block):
        partner = PARTNERS.get((block.labels[0], attribute.name))
        if partner is None or (block.labels[0] == "aws_api_gateway_domain_name" and _is_regional(block)):
            continue
        taken = f"{partner.who} takes {partner.what} of {REGION} only"
        arn = text(attribute, block, module).split(":")
        if len(arn) > 5 and facts.aws.partition_of(arn[3]) == "aws" and arn[3] != REGION:
            yield Finding(attribute, f"{taken}, and this one is of {arn[3]}")
        for origin in origins(attribute, module):
            if _is_of(partner, origin.block):
                for region in _elsewhere(origin.block, origin.module, origin.way)[:1]:
                    message = f"{taken}, and {origin.told(module)} is in {region}"
                    yield Finding(attribute, message, advice=_advice(origin.block, origin.module))


def _is_of(partner: Partner, block: Block) -> bool:
    """Whether a resource is what a partner takes, or a call of a module of the registry that makes it."""
    if block.type != "module":
        return block.labels[0] in partner.types
    source = block.get("source")
    return partner.types is _CERTIFICATES and source is not None and source.string in _CERTIFICATE_MODULES


def _reason(block: Block, module: Module) -> str:
    """Why a resource must be in us-east-1, as the beginning of a sentence; nothing if it need not."""
    if block.labels[0] == _ALARM:
        namespaces = [one for one in _namespaces(block, module) if one in _GLOBAL_METRICS]
        return f"metrics of {namespaces[0]} are" if namespaces else ""
    is_global = text(block.get("scope"), block, module) == "CLOUDFRONT"
    return "what is of the scope CLOUDFRONT can be made" if is_global else ""


def _namespaces(block: Block, module: Module) -> Iterator[str]:
    for attribute, _ in expressions(block):
        if attribute.name == "namespace":
            yield text(attribute, block, module)


def _elsewhere(block: Block, module: Module, way: Way = ()) -> list[str]:
    """The regions that a block is in and that are not us-east-1, of those that its partition has."""
    found = regions_of(block, module, defaults=True, way=way)
    return sorted(one for one in found if one != REGION and facts.aws.partition_of(one) == "aws")


def _advice(block: Block, module: Module) -> str:
    """What puts a resource, or what a module makes, into us-east-1."""
    found = "aws.…"
    for name, configured in sorted(providers.configurations(module).items()):
        region = configured.get("region")
        if configured.labels == ("aws",) and region is not None and region.string == REGION and "." in name:
            found = name
            break
    told = f"providers = {{ aws = {found} }}" if block.type == "module" else f"provider = {found}"
    return told if found != "aws.…" else f'{told}  # of a provider "aws" with region = "{REGION}"'


def _is_regional(block: Block) -> bool:
    """Whether a domain name has an endpoint that may be another than the edge-optimized one."""
    types = [one.get("types") for one in block.blocks("endpoint_configuration")]
    return any(one is None or "EDGE" not in one.source for one in types) or any(block.blocks("dynamic"))
