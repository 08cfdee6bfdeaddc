"""The actions with which AWS Config reads the resources of each service that it records.

Facts: the statements of the managed policy AWS_ConfigRole, for the services that most accounts use, with
wildcards where the managed policy SecurityAudit has them or all that they cover reads configuration.
"""

from __future__ import annotations

from collections.abc import Mapping

READS: Mapping[str, tuple[str, ...]] = {
    "ACM": ("acm:DescribeCertificate", "acm:List*"),
    "ApiGateway": ("apigateway:GET",),
    "ApiGatewayV2": ("apigateway:GET",),
    "AutoScaling": ("autoscaling:Describe*",),
    "CloudFormation": ("cloudformation:Describe*", "cloudformation:List*"),
    "CloudFront": ("cloudfront:List*",),
    "CloudTrail": (
        "cloudtrail:DescribeTrails",
        "cloudtrail:GetEventSelectors",
        "cloudtrail:GetTrailStatus",
        "cloudtrail:ListTags",
    ),
    "CloudWatch": ("cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"),
    "Config": ("config:Describe*", "config:Get*", "config:List*"),
    "DynamoDB": ("dynamodb:Describe*", "dynamodb:List*"),
    "EC2": ("ec2:Describe*", "ec2:GetEbsEncryptionByDefault"),
    "ECR": (
        "ecr:DescribeRepositories",
        "ecr:GetLifecyclePolicy",
        "ecr:GetRepositoryPolicy",
        "ecr:ListTagsForResource",
    ),
    "ECS": ("ecs:Describe*", "ecs:List*"),
    "EFS": ("elasticfilesystem:Describe*",),
    "EKS": ("eks:Describe*", "eks:List*"),
    "ElasticLoadBalancing": ("elasticloadbalancing:Describe*",),
    "ElasticLoadBalancingV2": ("elasticloadbalancing:Describe*",),
    "IAM": ("iam:Get*", "iam:List*"),
    "KMS": ("kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:List*"),
    "Lambda": ("lambda:GetFunction", "lambda:GetPolicy", "lambda:List*"),
    "RDS": ("rds:Describe*", "rds:ListTagsForResource"),
    "Redshift": ("redshift:Describe*",),
    "Route53": ("route53:GetHealthCheck", "route53:GetHostedZone", "route53:List*"),
    "S3": ("s3:Get*Configuration", "s3:GetAccountPublicAccessBlock", "s3:GetBucket*", "s3:ListAllMyBuckets"),
    "SNS": ("sns:GetTopicAttributes", "sns:List*"),
    "SQS": ("sqs:GetQueueAttributes", "sqs:List*"),
    "SSM": (
        "ssm:DescribeDocument",
        "ssm:DescribeInstanceInformation",
        "ssm:GetDocument",
        "ssm:ListDocuments",
    ),
    "SecretsManager": (
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetResourcePolicy",
        "secretsmanager:ListSecrets",
    ),
}
