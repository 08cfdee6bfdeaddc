"""Roles of AWS Config that may not write to the bucket that it delivers to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tffix import Address, Block, Finding, Impact, Module, Refused, Transform, mentions, resources

from ._arguments import is_declared_once
from ._bucket_policies import may_have_policy_elsewhere
from ._config import CHANNEL, RECORDER, belong_together
from ._dependencies import depends
from ._inline_policy import Plan, free_label, inline_policy, name_of
from ._role_policies import policy_may, role_may
from ._s3 import POLICY, add_dependencies, bucket_in, settings_of
from ._service_policies import Grant, deliveries

_WRITE = "s3:PutObject"
_PRINCIPAL = "config.amazonaws.com"
_SERVICE_LINKED = "aws_iam_service_linked_role"
_LINKED_PATH = f"/aws-service-role/{_PRINCIPAL}/"


class ConfigRoleCannotDeliver(Transform):
    """The role of an AWS Config recorder is not allowed to write to the bucket of the delivery channel.

    What:
        Reads the policies of the role that the recorder has, and the bucket's. Where none lets AWS Config put
        objects into the bucket, the role gets an `aws_iam_role_policy` that does: for this account's
        deliveries below the channel's prefix alone, with the channel's KMS key and topic. The delivery
        channel depends on it.

    Why:
        PutDeliveryChannel writes a file to try, and fails with InsufficientDeliveryPolicyException. The
        managed policy AWS_ConfigRole reads configuration only, and allows no writing to any bucket.

    Example:
        resource "aws_config_configuration_recorder" "main" {
          role_arn = aws_iam_role.config.arn
        }

        resource "aws_iam_role" "config" {
          name_prefix        = "config-"
          assume_role_policy = data.aws_iam_policy_document.config.json
        }

        resource "aws_iam_role_policy_attachment" "config" {
          role       = aws_iam_role.config.name
          policy_arn = "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"
        }

        resource "aws_s3_bucket" "config" {
          bucket_prefix = "config-"
        }

        resource "aws_config_delivery_channel" "main" {
          s3_bucket_name = aws_s3_bucket.config.id

          depends_on = [aws_config_configuration_recorder.main]
        }

    Becomes:
        resource "aws_config_configuration_recorder" "main" {
          role_arn = aws_iam_role.config.arn
        }

        resource "aws_iam_role" "config" {
          name_prefix        = "config-"
          assume_role_policy = data.aws_iam_policy_document.config.json
        }

        resource "aws_iam_role_policy" "config_delivery" {
          name = "config-delivery"
          role = aws_iam_role.config.id

          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [
              {
                Sid    = "FindDeliveryBucket"
                Effect = "Allow"
                Action = [
                  "s3:GetBucketAcl",
                  "s3:ListBucket"
                ]
                Resource = aws_s3_bucket.config.arn
              },
              {
                Sid      = "DeliverToBucket"
                Effect   = "Allow"
                Action   = "s3:PutObject"
                Resource = "${aws_s3_bucket.config.arn}/AWSLogs/*/Config/*"
                Condition = {
                  StringEquals = {
                    "s3:x-amz-acl" = "bucket-owner-full-control"
                  }
                }
              }
            ]
          })
        }

        resource "aws_iam_role_policy_attachment" "config" {
          role       = aws_iam_role.config.name
          policy_arn = "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"
        }

        resource "aws_s3_bucket" "config" {
          bucket_prefix = "config-"
        }

        resource "aws_config_delivery_channel" "main" {
          s3_bucket_name = aws_s3_bucket.config.id

          depends_on = [aws_config_configuration_recorder.main, aws_iam_role_policy.config_delivery]
        }

    Impact:
        Adds an inline policy to the role.

    Limits:
        Silent where the bucket, the role or one of their policies is not to be read here, where a policy of
        the bucket lets AWS Config or an account put objects, and with several recorders or delivery channels
        for one provider. Reported only: service-linked roles, for which the bucket must have a policy, and
        roles whose inline policies are managed exclusively. The topic is not looked at by itself: the policy
        that a topic has by default lets its account publish.

    Source:
        AWS Config Developer Guide, "Permissions for the Amazon S3 Bucket for the AWS Config Delivery Channel"
        and "Permissions for the IAM Role Assigned to AWS Config"; AWS Config API reference, errors of
        PutDeliveryChannel; the managed policies in tffix's facts.
    """

    name = "aws-config-role-cannot-deliver"
    impact = Impact.CREATE
    watches = resources(RECORDER)

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        at = block.get("role_arn")
        channel, bucket = _delivery(block, module)
        if at is None or channel is None or bucket is None or module.unreadable:
            return
        named = [module.get(one.address) for one in mentions(at.source)]
        role = named[0] if len(named) == 1 else None
        is_linked = f"{_SERVICE_LINKED}." in at.source or _LINKED_PATH in at.source
        if not (is_linked or isinstance(role, Block)) or _bucket_may(bucket, module):
            return
        if is_linked:
            message = f"{Address.of(bucket)} has no policy that lets the service-linked role deliver"
            yield Finding(at, message, advice=_advice(bucket))
        elif isinstance(role, Block) and role.type == "resource" and role.labels[0] == "aws_iam_role":
            if role_may(role, _WRITE, module):
                return
            message = f"{Address.of(role)} may not write to {Address.of(bucket)}, where AWS Config delivers"
            reason = _obstacle(role, channel, module)
            fix = None if reason else partial(_allow, role, channel, module)
            advice = f"give the role {_WRITE} on the bucket's objects ({reason})" if reason else ""
            yield Finding(at, message, fix, advice)


def _delivery(recorder: Block, module: Module) -> tuple[Block | None, Block | None]:
    """The one delivery channel of a recorder, and its bucket."""
    recorders = [one for one in module.resources(RECORDER) if belong_together(one, recorder)]
    channels = [one for one in module.resources(CHANNEL) if belong_together(one, recorder)]
    if len(recorders) != 1 or len(channels) != 1:
        return None, None
    return channels[0], bucket_in(channels[0].get("s3_bucket_name"), module)


def _bucket_may(bucket: Block, module: Module) -> bool:
    """Whether the bucket's own policies let AWS Config, or an account, put objects, or may."""
    if may_have_policy_elsewhere(bucket, module):
        return True
    holders = settings_of(bucket, POLICY, module)
    if bucket.get("policy") is not None:
        holders.append(bucket)
    return any(policy_may(one, "policy", _WRITE, module, _PRINCIPAL) for one in holders)


def _obstacle(role: Block, channel: Block, module: Module) -> str:
    """Why the policy cannot be added, or nothing."""
    if any(role.blocks("inline_policy")) or module.resources("aws_iam_role_policies_exclusive"):
        return "its inline policies are managed exclusively"
    if not is_declared_once(role, module):
        return "it is declared in several places"
    own, address = Address.of(channel), Address.of(role)
    if own is None or address is None or depends(module, address, own):
        return "it depends on the delivery channel"
    if deliveries([channel], Grant(role, role, module)) is None:
        return "which of its instances delivers is not evident"
    return ""


def _allow(role: Block, channel: Block, module: Module) -> None:
    if reason := _obstacle(role, channel, module):
        raise Refused(reason)
    if role_may(role, _WRITE, module):
        raise Refused("another fix has allowed it")
    statements = deliveries([channel], Grant(role, role, module))
    assert statements is not None
    label = free_label(f"{role.labels[1].removesuffix('_role')}_delivery", module)
    policy = inline_policy(Plan(role, label, name_of(label, role, role), statements))
    assert role.parent is not None
    role.parent.insert_after(role, policy)
    add_dependencies(channel, [policy], module)


def _advice(bucket: Block) -> str:
    address = Address.of(bucket)
    return (
        f"an aws_s3_bucket_policy for {address} that lets {_PRINCIPAL} do s3:GetBucketAcl and "
        f's3:ListBucket on it, and s3:PutObject on "${{{address}.arn}}/AWSLogs/*/Config/*", for this account '
        "alone (the condition aws:SourceAccount)"
    )
