"""Facts about AWS resources that no schema tells: arguments valid only beside certain values of another, and
arguments whose value is one of a few.

A fact stands here only if its source says so outright. Values are compared regardless of case, since some
provider versions accept them so.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValidOnlyWhen:
    """``arguments`` are valid where ``selector`` has a value of ``valid``, and not where it has one of
    ``invalid``; any other value proves nothing. ``default`` is the selector's value where it is not set.

    ``idle`` tells that the service never takes the arguments beside an ``invalid`` value, so that they can
    be removed; else it may as well be the selector that is wrong.
    """

    resource: str
    arguments: tuple[str, ...]
    selector: str
    valid: tuple[str, ...]
    invalid: tuple[str, ...]
    source: str
    default: str | None = None
    idle: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    """``argument`` takes one of ``values``. ``instead`` is what another value evidently stands for, if there
    is such a thing."""

    resource: str
    argument: str
    values: tuple[str, ...]
    source: str
    instead: str | None = None


_ALARM_ARGUMENTS = ("cloudwatch_alarm_name", "cloudwatch_alarm_region", "insufficient_data_health_status")
_ENDPOINT_CHECKS = ("HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP")
_HTTP_CHECKS = ("HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH")
_OTHER_CHECKS = ("CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL")
_HEALTH_CHECKS = "Amazon Route 53 API reference, HealthCheckConfig"
_EBS = "AWS provider, checks of aws_ebs_volume before a plan; Amazon EBS user guide, volume types"

VALID_ONLY_WHEN = (
    ValidOnlyWhen(
        "aws_route53_health_check",
        ("resource_path",),
        "type",
        valid=_HTTP_CHECKS,
        invalid=("TCP", *_OTHER_CHECKS),
        source=_HEALTH_CHECKS,
    ),
    ValidOnlyWhen(
        "aws_route53_health_check",
        ("search_string",),
        "type",
        valid=("HTTP_STR_MATCH", "HTTPS_STR_MATCH"),
        invalid=("HTTP", "HTTPS", "TCP", *_OTHER_CHECKS),
        source=_HEALTH_CHECKS,
    ),
    ValidOnlyWhen(
        "aws_route53_health_check",
        ("failure_threshold", "request_interval", "measure_latency", "ip_address", "port", "fqdn"),
        "type",
        valid=_ENDPOINT_CHECKS,
        invalid=_OTHER_CHECKS,
        source=_HEALTH_CHECKS,
    ),
    ValidOnlyWhen(
        "aws_route53_health_check",
        ("child_healthchecks", "child_health_threshold"),
        "type",
        valid=("CALCULATED",),
        invalid=(*_ENDPOINT_CHECKS, "CLOUDWATCH_METRIC", "RECOVERY_CONTROL"),
        source=_HEALTH_CHECKS,
    ),
    ValidOnlyWhen(
        "aws_route53_health_check",
        _ALARM_ARGUMENTS,
        "type",
        valid=("CLOUDWATCH_METRIC",),
        invalid=(*_ENDPOINT_CHECKS, "CALCULATED", "RECOVERY_CONTROL"),
        source="Amazon Route 53 API reference, HealthCheckConfig",
        idle=True,
    ),
    ValidOnlyWhen(
        "aws_ebs_volume", ("iops",), "type", ("gp3", "io1", "io2"), ("gp2", "sc1", "st1", "standard"), _EBS
    ),
    ValidOnlyWhen(
        "aws_ebs_volume",
        ("throughput",),
        "type",
        ("gp3",),
        ("gp2", "io1", "io2", "sc1", "st1", "standard"),
        _EBS,
    ),
    ValidOnlyWhen(
        "aws_ebs_volume",
        ("multi_attach_enabled",),
        "type",
        ("io1", "io2"),
        ("gp2", "gp3", "sc1", "st1", "standard"),
        _EBS,
    ),
    ValidOnlyWhen(
        "aws_sqs_queue",
        ("content_based_deduplication",),
        "fifo_queue",
        ("true",),
        ("false",),
        source="Amazon SQS API reference, SetQueueAttributes",
        default="false",
    ),
    ValidOnlyWhen(
        "aws_sns_topic",
        ("archive_policy", "content_based_deduplication"),
        "fifo_topic",
        ("true",),
        ("false",),
        source="Amazon SNS API reference, CreateTopic",
        default="false",
    ),
)

ONE_OF = (
    OneOf(
        "aws_route53_health_check",
        "insufficient_data_health_status",
        ("Healthy", "Unhealthy", "LastKnownStatus"),
        source="Amazon Route 53 API reference, HealthCheckConfig",
        instead="Unhealthy",
    ),
)
