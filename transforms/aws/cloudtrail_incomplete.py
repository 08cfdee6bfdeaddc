"""CloudTrail trails that miss events, or whose records can be changed or read unnoticed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from tffix import Block, Finding, Impact, Module, Profile, Transform, resources

from ._arguments import is_declared_once, set_argument, value

_LOG_GROUP = ("cloud_watch_logs_group_arn", "cloud_watch_logs_role_arn")


class CloudtrailIncomplete(Transform):
    """A CloudTrail trail does not validate its files, or lacks other regions, a KMS key or a log group.

    What:
        Turns on `enable_log_file_validation` and `is_multi_region_trail` where they are off, and reports
        trails without `kms_key_id`, without `cloud_watch_logs_group_arn`, or with `enable_logging` off.

    Why:
        Without validation nobody can tell that a log file was changed or removed. A trail of one region does
        not see what an intruder does in the others. Without a log group no alarm can be raised on what
        is recorded; without a KMS key everybody who may read the bucket may read the records.

    Example:
        resource "aws_cloudtrail" "main" {
          name                       = "main"
          s3_bucket_name             = aws_s3_bucket.trail.id
          kms_key_id                 = aws_kms_key.trail.arn
          cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
          cloud_watch_logs_role_arn  = aws_iam_role.trail.arn
        }

    Becomes:
        resource "aws_cloudtrail" "main" {
          name                       = "main"
          s3_bucket_name             = aws_s3_bucket.trail.id
          kms_key_id                 = aws_kms_key.trail.arn
          cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
          cloud_watch_logs_role_arn  = aws_iam_role.trail.arn
          enable_log_file_validation = true
          is_multi_region_trail      = true
        }

    Impact:
        The trail is updated in place. Other regions' events are recorded too; the first copy of management
        events is free of charge, more storage is used.

    Limits:
        All regions are turned on only where the module has one trail and it records the events of global
        services; data events are then recorded in all regions too. A key and a log group need policies and a
        role of their own and are only reported; `log-group = false` and `kms-key = false` leave them out, and
        `multi-region = false` the regions.

    Source:
        AWS Security Hub user guide, "Security Hub CSPM controls for CloudTrail"; CIS AWS Foundations
        Benchmark, section "Logging".
    """

    name = "aws-cloudtrail-incomplete"
    impact = Impact.UPDATE
    profile = Profile.SECURITY
    watches = resources("aws_cloudtrail")
    options: ClassVar[Mapping[str, object]] = {"multi-region": True, "kms-key": True, "log-group": True}

    def visit(self, block: Block, module: Module) -> Iterator[Finding]:
        yield from _off(block, "enable_log_file_validation", "does not validate its log files", "", module)
        if self.option["multi-region"]:
            obstacle = _one_region(block, module)
            yield from _off(block, "is_multi_region_trail", "records one region only", obstacle, module)
        if self.option["kms-key"] and block.get("kms_key_id") is None:
            advice = (
                "kms_key_id = aws_kms_key.NAME.arn, a key whose policy lets cloudtrail.amazonaws.com use it"
            )
            yield Finding(block, "the trail is not encrypted with a KMS key", advice=advice)
        if self.option["log-group"] and block.get(_LOG_GROUP[0]) is None:
            advice = (
                f"{_LOG_GROUP[0]} = a log group's ARN with ':*', {_LOG_GROUP[1]} = a role that writes to it"
            )
            yield Finding(block, "the trail does not go to a log group", advice=advice)
        logging = block.get("enable_logging")
        if logging is not None and value(block, "enable_logging", module) is False:
            yield Finding(logging, "the trail is turned off", advice="remove 'enable_logging = false'")


def _off(block: Block, name: str, told: str, obstacle: str, module: Module) -> Iterator[Finding]:
    """A finding where an argument is off that should be on."""
    if value(block, name, module) not in (None, False):
        return
    if not is_declared_once(block, module):
        obstacle = "the resource is declared twice, or overridden"
    fix = None if obstacle else partial(set_argument, block, name, "true", module)
    advice = f"{name} = true" + (f" ({obstacle})" if obstacle else "")
    yield Finding(block.get(name) or block, f"the trail {told}", fix, advice)


def _one_region(block: Block, module: Module) -> str:
    """Why a trail may be meant for one region, or nothing."""
    if len(module.resources("aws_cloudtrail")) > 1 or block.get("provider") or block.get("for_each"):
        return "there may be trails for other regions"
    if value(block, "include_global_service_events", module) not in (None, True):
        return "it must then record the events of global services"
    return ""
