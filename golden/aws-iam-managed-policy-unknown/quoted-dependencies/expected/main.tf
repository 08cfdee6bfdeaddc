# IAM Role for AWS Config
resource "aws_iam_role" "prod_config_role" {
  name = "prod-config-role-${random_id.config_role_suffix.hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "config.amazonaws.com"
        }
      }
    ]
  })
}

resource "random_id" "config_role_suffix" {
  byte_length = 4
}

# What AWS Config may do
resource "aws_iam_role_policy" "prod_config_policy" {
  name = "prod-config-policy-${random_id.config_role_suffix.hex}"
  role = aws_iam_role.prod_config_role.name

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
        Resource = aws_s3_bucket.prod_config_bucket.arn
      },
      {
        Sid      = "DeliverToBucket"
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.prod_config_bucket.arn}/AWSLogs/*/Config/*"
        Condition = {
          StringEquals = {
            "s3:x-amz-acl" = "bucket-owner-full-control"
          }
        }
      },
      {
        Sid    = "RecordConfiguration"
        Effect = "Allow"
        Action = [
          "acm:DescribeCertificate",
          "acm:List*",
          "apigateway:GET",
          "autoscaling:Describe*",
          "cloudformation:Describe*",
          "cloudformation:List*",
          "cloudfront:List*",
          "cloudtrail:DescribeTrails",
          "cloudtrail:GetEventSelectors",
          "cloudtrail:GetTrailStatus",
          "cloudtrail:ListTags",
          "cloudwatch:DescribeAlarms",
          "cloudwatch:ListTagsForResource",
          "config:Describe*",
          "config:Get*",
          "config:List*",
          "config:Put*",
          "dynamodb:Describe*",
          "dynamodb:List*",
          "ec2:Describe*",
          "ec2:GetEbsEncryptionByDefault",
          "ecr:DescribeRepositories",
          "ecr:GetLifecyclePolicy",
          "ecr:GetRepositoryPolicy",
          "ecr:ListTagsForResource",
          "ecs:Describe*",
          "ecs:List*",
          "eks:Describe*",
          "eks:List*",
          "elasticfilesystem:Describe*",
          "elasticloadbalancing:Describe*",
          "iam:Get*",
          "iam:List*",
          "kms:DescribeKey",
          "kms:GetKeyPolicy",
          "kms:GetKeyRotationStatus",
          "kms:List*",
          "lambda:GetFunction",
          "lambda:GetPolicy",
          "lambda:List*",
          "rds:Describe*",
          "rds:ListTagsForResource",
          "redshift:Describe*",
          "route53:GetHealthCheck",
          "route53:GetHostedZone",
          "route53:List*",
          "s3:Get*Configuration",
          "s3:GetAccountPublicAccessBlock",
          "s3:GetBucket*",
          "s3:ListAllMyBuckets",
          "secretsmanager:DescribeSecret",
          "secretsmanager:GetResourcePolicy",
          "secretsmanager:ListSecrets",
          "sns:GetTopicAttributes",
          "sns:List*",
          "sqs:GetQueueAttributes",
          "sqs:List*",
          "ssm:DescribeDocument",
          "ssm:DescribeInstanceInformation",
          "ssm:GetDocument",
          "ssm:ListDocuments"
        ]
        Resource = "*"
      }
    ]
  })
}

resource "aws_s3_bucket" "prod_config_bucket" {
  bucket_prefix = "prod-config-bucket-"
}

resource "aws_config_configuration_recorder" "prod_config_recorder" {
  name     = "prod-config-recorder"
  role_arn = aws_iam_role.prod_config_role.arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_delivery_channel" "prod_config_delivery_channel" {
  name           = "prod-config-delivery-channel"
  s3_bucket_name = aws_s3_bucket.prod_config_bucket.bucket

  depends_on = ["aws_config_configuration_recorder.prod_config_recorder", aws_iam_role_policy.prod_config_policy]
}

resource "aws_config_configuration_recorder_status" "prod_config_recorder" {
  name       = aws_config_configuration_recorder.prod_config_recorder.name
  is_enabled = true

  depends_on = [
    "aws_config_delivery_channel.prod_config_delivery_channel", # first
    "aws_iam_role_policy.prod_config_policy",
  ]
}
