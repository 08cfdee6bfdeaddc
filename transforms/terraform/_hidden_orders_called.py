"""Who must be allowed to use what before it is told to: hidden orders of AWS that permissions make.

An entry is here only if its source says that the later one cannot be made, or removed, without the sooner
one. What providers wait for themselves (subscription filters of logs, event source mappings) is not here.
"""

from __future__ import annotations

from ._hidden_order import Order, Tie
from ._order_conditions import (
    is_public_list,
    is_public_policy,
    lets_lists_be_public,
    lets_policies_be_public,
)

_DOCS = "documentation of the AWS provider, "
_S3_GRANTING = (
    'Amazon S3 User Guide, "Granting permissions to publish event notification messages to a destination"'
)

_FUNCTIONS = ("aws_lambda_function", "aws_lambda_alias")
_INVOKED = ("function_name", "qualifier")
_BUCKETS = ("aws_s3_bucket",)


def _of_bucket(*paths: str) -> Tie:
    return Tie(paths, ("bucket",), _BUCKETS)


CALLED = (
    Order(
        ("aws_s3_bucket_notification",),
        ("aws_lambda_permission",),
        (
            Tie(("lambda_function.lambda_function_arn",), _INVOKED, _FUNCTIONS),
            Tie(("bucket",), ("source_arn",), _BUCKETS, loose=True),
        ),
        "S3 rejects a function that it may not invoke",
        _DOCS + "aws_s3_bucket_notification (example); " + _S3_GRANTING,
        words=("s3.amazonaws.com",),
    ),
    Order(
        ("aws_s3_bucket_notification",),
        ("aws_sqs_queue_policy",),
        (Tie(("queue.queue_arn",), ("queue_url",), ("aws_sqs_queue",)),),
        "S3 rejects a queue that it may not send to",
        _S3_GRANTING,
    ),
    Order(
        ("aws_s3_bucket_notification",),
        ("aws_sns_topic_policy",),
        (Tie(("topic.topic_arn",), ("arn",), ("aws_sns_topic",)),),
        "S3 rejects a topic that it may not publish to",
        _S3_GRANTING,
    ),
    Order(
        ("aws_alb_target_group_attachment", "aws_lb_target_group_attachment"),
        ("aws_lambda_permission",),
        (Tie(("target_id",), _INVOKED, _FUNCTIONS),),
        "Elastic Load Balancing rejects a function that it may not invoke",
        _DOCS + "aws_lb_target_group_attachment (example with Lambda)",
        words=("elasticloadbalancing.amazonaws.com",),
    ),
    Order(
        ("aws_config_config_rule",),
        ("aws_lambda_permission",),
        (Tie(("source.source_identifier",), _INVOKED, _FUNCTIONS),),
        "AWS Config rejects a function that it may not invoke",
        _DOCS + "aws_config_config_rule (example of a custom rule)",
        words=("config.amazonaws.com",),
    ),
    Order(
        ("aws_cloudtrail",),
        ("aws_sns_topic_policy",),
        (Tie(("sns_topic_name",), ("arn",), ("aws_sns_topic",)),),
        "CloudTrail rejects a topic that it may not publish to (InsufficientSnsTopicPolicyException)",
        "AWS CloudTrail API reference, errors of CreateTrail",
    ),
    Order(
        ("aws_ses_receipt_rule",),
        ("aws_s3_bucket_policy",),
        (Tie(("s3_action.bucket_name",), ("bucket",), _BUCKETS),),
        "SES rejects a bucket that it may not write to (InvalidS3Configuration)",
        "Amazon SES API reference, errors of CreateReceiptRule",
    ),
    Order(
        ("aws_ses_receipt_rule",),
        ("aws_lambda_permission",),
        (Tie(("lambda_action.function_arn",), _INVOKED, _FUNCTIONS),),
        "SES rejects a function that it may not invoke (InvalidLambdaFunction)",
        "Amazon SES API reference, errors of CreateReceiptRule",
        words=("ses.amazonaws.com",),
    ),
    Order(
        ("aws_ses_receipt_rule",),
        ("aws_sns_topic_policy",),
        (Tie(("sns_action.topic_arn",), ("arn",), ("aws_sns_topic",)),),
        "SES rejects a topic that it may not publish to (InvalidSnsTopic)",
        "Amazon SES API reference, errors of CreateReceiptRule",
        words=("ses.amazonaws.com",),
    ),
    Order(
        ("aws_lb", "aws_alb", "aws_elb"),
        ("aws_s3_bucket_policy",),
        (_of_bucket("access_logs.bucket", "connection_logs.bucket"),),
        "Elastic Load Balancing rejects a bucket that it may not write its logs to",
        'Elastic Load Balancing user guide, "Enable access logs" ("Access Denied for bucket"); '
        "hashicorp/terraform-provider-aws#12010",
    ),
    Order(
        ("aws_redshift_logging",),
        ("aws_s3_bucket_policy",),
        (_of_bucket("bucket_name"),),
        "Redshift rejects a bucket that it may not write its logs to (InsufficientS3BucketPolicyFault)",
        "Amazon Redshift API reference, errors of EnableLogging",
    ),
    Order(
        ("aws_s3_bucket_acl",),
        ("aws_s3_bucket_ownership_controls",),
        (_of_bucket("bucket"),),
        "S3 rejects access control lists until the bucket's ownership controls allow them",
        _DOCS + "aws_s3_bucket_acl (example)",
    ),
    Order(
        ("aws_s3_bucket_acl",),
        ("aws_s3_bucket_public_access_block",),
        (_of_bucket("bucket"),),
        "S3 rejects a public access control list until the bucket's public access block allows it",
        _DOCS + "aws_s3_bucket_acl (example with a public list)",
        later_is=is_public_list,
        sooner_is=lets_lists_be_public,
    ),
    Order(
        ("aws_s3_bucket_policy",),
        ("aws_s3_bucket_public_access_block",),
        (_of_bucket("bucket"),),
        "S3 rejects a public policy until the bucket's public access block allows it",
        'Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage" (BlockPublicPolicy; all '
        "settings are on for new buckets)",
        later_is=is_public_policy,
        sooner_is=lets_policies_be_public,
    ),
    Order(
        ("aws_cloudfront_distribution",),
        ("aws_s3_bucket_ownership_controls",),
        (_of_bucket("logging_config.bucket"),),
        "CloudFront rejects a bucket for its logs that does not allow access control lists",
        'Amazon CloudFront Developer Guide, "Configure standard logging (legacy)" (choosing a bucket)',
    ),
    Order(
        ("aws_s3_bucket_object_lock_configuration",),
        ("aws_s3_bucket_versioning",),
        (_of_bucket("bucket"),),
        "S3 locks objects only in a bucket that has versions",
        _DOCS + "aws_s3_bucket_object_lock_configuration (example), aws_s3_bucket (object_lock_enabled)",
        unless="bucket>object_lock_enabled",
    ),
)
