resource "aws_sqs_queue" "jobs" {
  name_prefix = "jobs-"
}

resource "aws_sqs_queue_policy" "jobs" {
  queue_url = aws_sqs_queue.jobs.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sqs:SendMessage"
      Principal = "*"
      Resource  = aws_sqs_queue.jobs.arn
    }]
  })
}

resource "aws_s3_bucket_policy" "uploads" {
  bucket = "uploads-of-the-app"
  policy = data.aws_iam_policy_document.uploads.json
}

data "aws_iam_policy_document" "uploads" {
  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["arn:aws:s3:::uploads-of-the-app/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
