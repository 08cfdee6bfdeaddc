"""What is meant by the names of IAM actions that do not exist: mostly the names of API operations."""

from __future__ import annotations

from difflib import get_close_matches

from tffix import facts

OPERATIONS = {
    "dynamodb:BatchGetItems": "dynamodb:BatchGetItem",
    "lambda:Invoke": "lambda:InvokeFunction",
    "s3:DeleteObjects": "s3:DeleteObject",
    "s3:GetBucketAccelerateConfiguration": "s3:GetAccelerateConfiguration",
    "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
    "s3:GetBucketLifecycle": "s3:GetLifecycleConfiguration",
    "s3:GetBucketLifecycleConfiguration": "s3:GetLifecycleConfiguration",
    "s3:GetBucketReplication": "s3:GetReplicationConfiguration",
    "s3:ListBuckets": "s3:ListAllMyBuckets",
    "s3:ListMultipartUploads": "s3:ListBucketMultipartUploads",
    "s3:ListObjectVersions": "s3:ListBucketVersions",
    "s3:ListObjects": "s3:ListBucket",
    "s3:ListObjectsV2": "s3:ListBucket",
    "s3:ListParts": "s3:ListMultipartUploadParts",
    "s3:PutBucketEncryption": "s3:PutEncryptionConfiguration",
    "s3:PutBucketLifecycle": "s3:PutLifecycleConfiguration",
    "s3:PutBucketLifecycleConfiguration": "s3:PutLifecycleConfiguration",
    "s3:PutBucketReplication": "s3:PutReplicationConfiguration",
    "sqs:DeleteMessageBatch": "sqs:DeleteMessage",
    "sqs:ReceiveMessages": "sqs:ReceiveMessage",
    "sqs:SendMessageBatch": "sqs:SendMessage",
    "sqs:SendMessages": "sqs:SendMessage",
}
"""The actions that allow what API operations of other names do, and no more. Source: Amazon S3 User Guide,
"Required permissions for Amazon S3 API operations"; Amazon SQS Developer Guide, "Amazon SQS API permissions";
Service Authorization Reference."""

WIDER = {
    "s3:CompleteMultipartUpload": ("s3:PutObject", "writing whole objects"),
    "s3:CreateMultipartUpload": ("s3:PutObject", "writing whole objects"),
    "s3:DeleteBucketLifecycle": ("s3:PutLifecycleConfiguration", "writing any lifecycle configuration"),
    "s3:HeadBucket": ("s3:ListBucket", "listing the objects in the bucket"),
    "s3:HeadObject": ("s3:GetObject", "reading what is in the object"),
    "s3:UploadPart": ("s3:PutObject", "writing whole objects"),
}
"""The actions that API operations need and that allow more than the operation does, with what more. Source:
as above."""

SERVICES = {
    "alb": "elasticloadbalancing",
    "apigw": "apigateway",
    "cloudwatchlogs": "logs",
    "cognito": "cognito-idp",
    "cognitoidp": "cognito-idp",
    "documentdb": "rds",
    "efs": "elasticfilesystem",
    "elb": "elasticloadbalancing",
    "elbv2": "elasticloadbalancing",
    "emr": "elasticmapreduce",
    "eventbridge": "events",
    "opensearch": "es",
    "parameterstore": "ssm",
    "secretmanager": "secretsmanager",
    "secrets-manager": "secretsmanager",
    "stepfunctions": "states",
    "waf-v2": "wafv2",
}
"""The prefixes of services that are known by other names."""


def nearest(action: str) -> str:
    """The action that is evidently meant by one that does not exist; nothing if none is."""
    if action in OPERATIONS:
        return OPERATIONS[action]
    service, _, name = action.partition(":")
    known = list(facts.iam.actions(service))
    singular = [one for one in known if name.lower() in (f"{one}s".lower(), one.lower().removesuffix("s"))]
    if len(singular) == 1:
        return f"{service}:{singular[0]}"
    return ""


def alike(action: str) -> str:
    """An action that may be meant by one that does not exist; nothing if none is near."""
    service, _, name = action.partition(":")
    found = get_close_matches(name, list(facts.iam.actions(service)), 1, 0.8)
    return f"{service}:{found[0]}" if found else ""
