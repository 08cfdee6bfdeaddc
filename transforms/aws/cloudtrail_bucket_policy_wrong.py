"""Bucket policies that speak of CloudTrail, and do not let it deliver."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from tffix import Attribute, Block, Finding, Impact, Module, Transform, inference, resources

from ._bucket_policies import may_have_policy_elsewhere
from ._policies import Statement, documents_for
from ._s3 import POLICY, bucket_in, settings_of
from ._trail_policy import PRINCIPAL

_NEEDED = ("s3:GetBucketAcl", "s3:PutObject")


class CloudtrailBucketPolicyWrong(Transform):
    """The policy of a trail's bucket allows CloudTrail something, and not what it needs.

    What:
        Reads the statements for CloudTrail in the policy of the bucket that an `aws_cloudtrail` delivers to:
        they must allow `s3:GetBucketAcl` and `s3:PutObject`, and objects must be allowed below the trail's
        `s3_key_prefix`.

    Why:
        CreateTrail tries the bucket and fails with InsufficientS3BucketPolicyException.

    Example:
        resource "aws_s3_bucket" "trail" {
          bucket_prefix = "trail-"
        }

        data "aws_iam_policy_document" "trail" {
          statement {
            actions   = ["s3:PutObject"]
            resources = ["${aws_s3_bucket.trail.arn}/AWSLogs/*"]

            principals {
              type        = "Service"
              identifiers = ["cloudtrail.amazonaws.com"]
            }
          }
        }

        resource "aws_s3_bucket_policy" "trail" {
          bucket = aws_s3_bucket.trail.id
          policy = data.aws_iam_policy_document.trail.json
        }

        resource "aws_cloudtrail" "main" {
          name           = "main"
          s3_bucket_name = aws_s3_bucket.trail.id
        }

    Impact:
        None: this is only reported, with what is missing.

    Limits:
        Silent where a statement, or who else sets the bucket's policy, is not wholly known here. A policy
        that does not speak of CloudTrail is for aws-cloudtrail-bucket-policy-missing.

    Source:
        AWS CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".
    """

    name = "aws-cloudtrail-bucket-policy-wrong"
    impact = Impact.NONE
    watches = resources("aws_cloudtrail")

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        bucket = bucket_in(block.get("s3_bucket_name"), module)
        if bucket is None or module.unreadable or may_have_policy_elsewhere(bucket, module):
            return
        policies = settings_of(bucket, POLICY, module)
        documents = [one for policy in policies for one in documents_for(policy, module, "policy")]
        statements = [one for document in documents for one in document.statements]
        own = [one for one in statements if _is_for_trails(one)]
        if len(policies) != 1 or not own or not all(one.is_complete for one in statements):
            return
        at = policies[0].get("policy")
        assert at is not None
        yield from _findings(at, own, block, module)


def _is_for_trails(statement: Statement) -> bool:
    return statement.allows and any(one.identifier == PRINCIPAL for one in statement.principals)


def _findings(at: Attribute, own: list[Statement], trail: Block, module: Module) -> Iterator[Finding]:
    allowing = {need: [one for one in own if _allows(one, need)] for need in _NEEDED}
    for need, found in allowing.items():
        if not found and all(map(_is_known, own)):
            what = "the bucket" if need.endswith("Acl") else "its objects below AWSLogs/"
            message = f"the policy does not allow CloudTrail {need}, which it needs"
            yield Finding(at, message, advice=f"allow {need} on {what}")
    prefix = _prefix(trail, module)
    places = [one for statement in allowing["s3:PutObject"] for one in _written(statement)]
    if prefix and places and all("/" in one and not _covers(one, prefix) for one in places):
        message = f"the policy allows CloudTrail no objects below '{prefix}/', the trail's s3_key_prefix"
        yield Finding(at, message, advice=f'resources = ["BUCKET_ARN/{prefix}/AWSLogs/ACCOUNT/*"]')


def _is_known(statement: Statement) -> bool:
    """Whether all actions of a statement are known."""
    actions = statement.elements.get("Action")
    return (
        actions is not None
        and all(isinstance(value, str) for value, _ in actions.parts)
        and bool(actions.strings)
    )


def _allows(statement: Statement, action: str) -> bool:
    return any(fnmatchcase(action.lower(), one.lower()) for one in statement.strings("Action"))


def _prefix(trail: Block, module: Module) -> str:
    attribute = trail.get("s3_key_prefix")
    found = None if attribute is None else inference.infer(attribute, trail, module, defaults=False).value
    return found.strip("/") if isinstance(found, str) else ""


def _written(statement: Statement) -> list[str]:
    """The resources of a statement as they are written."""
    element = statement.elements.get("Resource")
    return [] if element is None else [node.text.strip('"') for _, node in element.parts]


def _covers(resource: str, prefix: str) -> bool:
    """Whether a resource has the prefix in its path, or leaves it to a wildcard or to what is not known."""
    path = resource.partition("/")[2] if "}" not in resource else resource.rpartition("}")[2].lstrip("/")
    return path.startswith((prefix, "*")) or "${" in resource.replace("${", "", 1)
