resource "aws_s3_bucket" "uploads" {
  bucket_prefix = "uploads-"
}

resource "aws_iam_policy" "app" {
  name_prefix = "app-"

  policy = <<JSON
{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": [
      "s3:*",
      "cloudwatch:PutMetricData"
    ],
    "Resource": "*"
  }
}
JSON
}

resource "aws_iam_policy" "messages" {
  name_prefix = "messages-"
  policy      = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sqs:*\", \"Resource\": \"arn:aws:sqs:*:*:jobs\"}]}"
}
