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
      },
      {
        Sid    = "RecordConfiguration"
        Effect = "Allow"
        Action = [
          "config:Put*",
          "ec2:Describe*",
          "ec2:GetEbsEncryptionByDefault",
          "s3:Get*Configuration",
          "s3:GetAccountPublicAccessBlock",
          "s3:GetBucket*",
          "s3:ListAllMyBuckets"
        ]
        Resource = "*"
      }
    ]
  })
}

resource "aws_s3_bucket" "config" {
  bucket_prefix = "config-"
}

resource "aws_config_configuration_recorder" "main" {
  name     = "main"
  role_arn = aws_iam_role.prod_config_role.arn

  recording_group {
    all_supported  = false
    resource_types = ["AWS::EC2::Instance", "AWS::S3::Bucket"]
  }
}

resource "aws_config_delivery_channel" "main" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.config.bucket
  depends_on     = [aws_config_configuration_recorder.main, aws_iam_role_policy.prod_config_policy]
}
