resource "aws_s3_bucket" "uploads" {
  bucket_prefix = "uploads-"
}

resource "aws_sqs_queue" "uploads" {
  name = "uploads"
}

resource "aws_sqs_queue_policy" "uploads" {
  queue_url = aws_sqs_queue.uploads.id
  policy    = file("${path.module}/policy.json")
}

resource "aws_sns_topic" "uploads" {
  name = "uploads"
}

resource "aws_sns_topic_policy" "uploads" {
  arn    = aws_sns_topic.uploads.arn
  policy = file("${path.module}/policy.json")
}

resource "aws_lambda_function" "resize" {
  for_each = toset(["small", "large"])

  function_name = "resize-${each.key}"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = var.image
}

resource "aws_lambda_permission" "resize" {
  for_each = aws_lambda_function.resize

  action        = "lambda:InvokeFunction"
  function_name = each.value.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.uploads.arn
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  dynamic "lambda_function" {
    for_each = aws_lambda_function.resize

    content {
      lambda_function_arn = lambda_function.value.arn
      events              = ["s3:ObjectCreated:*"]
      filter_prefix       = "${lambda_function.key}/"
    }
  }

  queue {
    queue_arn     = aws_sqs_queue.uploads.arn
    events        = ["s3:ObjectRemoved:*"]
    filter_prefix = "old/"
  }

  topic {
    topic_arn     = aws_sns_topic.uploads.arn
    events        = ["s3:ObjectCreated:*"]
    filter_prefix = "new/"
  }

  depends_on = [aws_lambda_permission.resize, aws_sqs_queue_policy.uploads, aws_sns_topic_policy.uploads]
}

variable "role_arn" {
  type = string
}

variable "image" {
  type = string
}
