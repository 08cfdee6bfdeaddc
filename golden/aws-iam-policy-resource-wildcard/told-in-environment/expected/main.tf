resource "aws_s3_bucket" "uploads" {
  bucket_prefix = "uploads-"
}

resource "aws_sqs_queue" "jobs" {
  name_prefix = "jobs-"
}

resource "aws_iam_role" "worker" {
  name_prefix        = "worker-"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "worker" {
  role = aws_iam_role.worker.id

  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["s3:GetObject", "s3:ListBucket"],
          "Resource": ["${aws_s3_bucket.uploads.arn}", "${aws_s3_bucket.uploads.arn}/*"]
        }
      ]
    }
  JSON
}

resource "aws_iam_policy" "queue" {
  name_prefix = "queue-"
  policy      = data.aws_iam_policy_document.queue.json
}

data "aws_iam_policy_document" "queue" {
  statement {
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
}

resource "aws_iam_role_policy_attachment" "queue" {
  role       = aws_iam_role.worker.name
  policy_arn = aws_iam_policy.queue.arn
}

locals {
  environment = {
    BUCKET = aws_s3_bucket.uploads.id
    QUEUE  = aws_sqs_queue.jobs.url
  }
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = aws_iam_role.worker.arn
  handler       = "worker.handler"
  runtime       = "python3.13"
  filename      = "worker.zip"

  environment {
    variables = local.environment
  }
}
