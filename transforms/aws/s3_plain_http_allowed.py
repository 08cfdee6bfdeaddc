"""S3 buckets whose policy does not ask for TLS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import (
    Address,
    Attribute,
    Block,
    Finding,
    Impact,
    Module,
    Profile,
    Refused,
    Transform,
    parse_block,
    resources,
)

from ._arguments import has, has_its_provider
from ._bucket_policies import may_have_policy_elsewhere, own_document, policies_of, text_of
from ._instances import instance_of
from ._s3 import BUCKET, POLICY, add_setting, settings_of
from ._unique_names import is_repeated

_STATEMENT = """statement {{
  sid       = "DenyPlainHttp"
  effect    = "Deny"
  actions   = ["s3:*"]
  resources = [{bucket}.arn, "${{{bucket}.arn}}/*"]

  principals {{
    type        = "*"
    identifiers = ["*"]
  }}

  condition {{
    test     = "Bool"
    variable = "aws:SecureTransport"
    values   = ["false"]
  }}
}}"""
_JSON = """jsonencode({{
    Version = "2012-10-17"
    Statement = [
      {{
        Sid       = "DenyPlainHttp"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [{bucket}.arn, "${{{bucket}.arn}}/*"]
        Condition = {{
          Bool = {{
            "aws:SecureTransport" = "false"
          }}
        }}
      }}
    ]
  }})"""


class S3PlainHttpAllowed(Transform):
    """An S3 bucket has no policy that refuses requests over plain HTTP.

    What:
        Reports buckets that have no policy, or one that does not speak of `aws:SecureTransport`. With the
        option `add` set, a bucket without a policy gets one that denies what does not come over TLS, and the
        `aws_iam_policy_document` that is a bucket's policy gets that statement. Below, `add = true` is set.

    Why:
        S3 answers HTTP and HTTPS alike. Clients that are set up wrongly then send data and what signs the
        request in plain text, and nobody notices.

    Example:
        resource "aws_s3_bucket" "reports" {
          bucket_prefix = "reports-"
        }

    Becomes:
        resource "aws_s3_bucket" "reports" {
          bucket_prefix = "reports-"
        }

        resource "aws_s3_bucket_policy" "reports" {
          bucket = aws_s3_bucket.reports.id

          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [
              {
                Sid       = "DenyPlainHttp"
                Effect    = "Deny"
                Principal = "*"
                Action    = "s3:*"
                Resource  = [aws_s3_bucket.reports.arn, "${aws_s3_bucket.reports.arn}/*"]
                Condition = {
                  Bool = {
                    "aws:SecureTransport" = "false"
                  }
                }
              }
            ]
          })
        }

    Impact:
        With the option, a bucket policy is added, or one is updated: clients that use HTTP are refused from
        then on. A policy that somebody gave the bucket outside of Terraform is overwritten. Without the
        option nothing changes.

    Limits:
        No fix by default, since it is for the owner to know whether all clients use HTTPS. Only reported in
        any case: policies written as JSON, and documents that are not this bucket's alone. Silent for
        buckets that are web sites, whose endpoint knows no HTTPS, where a policy is not all written out here,
        and where another module may set it.

    Source:
        Amazon S3 User Guide, "Security best practices for Amazon S3", section "Enforce encryption of data in
        transit"; AWS Security Hub user guide, "Security Hub CSPM controls for Amazon S3".
    """

    name = "aws-s3-plain-http-allowed"
    impact = Impact.CREATE
    profile = Profile.SECURITY
    watches = resources(BUCKET)
    options: ClassVar[Mapping[str, object]] = {"add": False}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        if module.unreadable or _is_website(block, module) or may_have_policy_elsewhere(block, module):
            return
        policies = policies_of(block, module)
        texts = [text_of(one, module) for one in policies]
        if any(not is_known or "securetransport" in text.lower() for text, is_known in texts):
            return
        if settings_of(block, POLICY, module) and not policies:
            return
        address, fix = str(Address.of(block)), None
        if policies:
            message = f"the policy of {address} lets plain HTTP pass"
            document = own_document(policies, module)
            if document is not None and not is_repeated(block):
                fix = partial(_extend, document, block, module)
        else:
            message = f"{address} has no policy that refuses plain HTTP"
            is_free = module.resource(POLICY, block.labels[1]) is None and has_its_provider(block, module)
            fix = partial(_add, block, module) if is_free else None
        advice = "put into the document of its policy:\n" + _STATEMENT.format(bucket=instance_of(block))
        at = policies[0] if policies else block
        impact = Impact.UPDATE if policies else None
        yield Finding(at, message, fix if self.option["add"] else None, advice, impact)


def _is_website(bucket: Block, module: Module) -> bool:
    return has(bucket, "website") or bool(settings_of(bucket, "aws_s3_bucket_website_configuration", module))


def _extend(document: Block, bucket: Block, module: Module) -> None:
    """Adds the statement to a bucket's own policy document."""
    document.body.append(parse_block(_STATEMENT.format(bucket=Address.of(bucket))))


def _add(bucket: Block, module: Module) -> None:
    """Puts a policy after a bucket, as often as there is the bucket."""
    if policies_of(bucket, module):
        raise Refused("another fix has given it a policy")
    policy = Attribute.new("policy", _JSON.format(bucket=instance_of(bucket)))
    add_setting(POLICY, bucket, [policy], bucket, module)
    policy.leading = "\n" + policy.leading
