"""Web ACLs of WAFv2 that cannot be attached to what they are attached to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import (
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Refused,
    Transform,
    mentions_of,
    nodes,
    resources,
)

from ..cloud._known_texts import text
from ._origins import origins

_ACL = "aws_wafv2_web_acl"
_DISTRIBUTION = "aws_cloudfront_distribution"


class WebAclMisattached(Transform):
    """A web ACL of WAFv2 is attached in a way that AWS refuses.

    What:
        Looks at the web ACLs of CloudFront distributions and of associations: a distribution takes the ARN of
        an ACL of scope CLOUDFRONT, in its own `web_acl_id`; an association takes one of scope REGIONAL, and
        no distribution. An `id` where CloudFront wants the ARN becomes `arn`.

    Why:
        The apply fails with "InvalidWebACLId" or "WAFInvalidParameterException".

    Example:
        resource "aws_cloudfront_distribution" "site" {
          enabled    = true
          web_acl_id = aws_wafv2_web_acl.site.id
        }

        resource "aws_wafv2_web_acl" "site" {
          name  = "site"
          scope = "CLOUDFRONT"
        }

    Becomes:
        resource "aws_cloudfront_distribution" "site" {
          enabled    = true
          web_acl_id = aws_wafv2_web_acl.site.arn
        }

        resource "aws_wafv2_web_acl" "site" {
          name  = "site"
          scope = "CLOUDFRONT"
        }

    Impact:
        An update in place at most: such an attachment could not be made.

    Limits:
        Scopes that are not known are left alone, and so are ACLs of modules that are not on disk. That an ACL
        of scope CLOUDFRONT is in us-east-1 is for aws-us-east-1-required.

    Source:
        AWS provider documentation, `aws_cloudfront_distribution` and `aws_wafv2_web_acl_association`.
    """

    name = "aws-web-acl-misattached"
    impact = Impact.UPDATE
    watches = resources(_DISTRIBUTION, "aws_wafv2_web_acl_association")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if block.labels[0] == _DISTRIBUTION:
            attribute = block.get("web_acl_id")
            if attribute is not None:
                yield from _of_another_scope(attribute, "CLOUDFRONT", "CloudFront", module)
                yield from _ids(attribute)
            return
        attached, acl = block.get("resource_arn"), block.get("web_acl_arn")
        if attached is not None and any(
            one.block.labels[0] == _DISTRIBUTION for one in origins(attached, module)
        ):
            advice = f"web_acl_id = {acl.source.strip() if acl else '…'}  # in the distribution"
            yield Finding(attached, "no association attaches a web ACL to a distribution", advice=advice)
        elif acl is not None:
            yield from _of_another_scope(acl, "REGIONAL", "an association", module)


def _of_another_scope(attribute: Attribute, wanted: str, who: str, module: Module) -> Iterator[Finding]:
    for origin in origins(attribute, module):
        scope = origin.block.get("scope") if origin.block.labels[0] == _ACL else None
        known = text(scope, origin.block, origin.module)
        if known in ("CLOUDFRONT", "REGIONAL") and known != wanted:
            message = f"{who} takes web ACLs of the scope {wanted}, and {origin.told(module)} has {known}"
            yield Finding(attribute, message)


def _ids(attribute: Attribute) -> Iterator[Finding]:
    for mention in mentions_of(attribute):
        last = mention.node.steps[-1] if mention.node.steps else None
        is_acl = _ACL in mention.address.parts[:2]
        if is_acl and isinstance(last, nodes.GetAttribute) and last.name == "id" and "." in mention.rest:
            message = "CloudFront takes the ARN of a web ACL of WAFv2, not its id"
            yield Finding(attribute, message, partial(_write_arn, attribute, last), within=mention.node)


def _write_arn(attribute: Attribute, step: nodes.GetAttribute) -> None:
    if attribute.source != step.source:
        raise Refused("the expression has changed")
    attribute.replace({step: ".arn"})
