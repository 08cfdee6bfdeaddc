resource "aws_lambda_function" "main" {
  function_name = "main"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = var.image
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.main.function_name
  function_version = aws_lambda_function.main.version
}

resource "aws_lambda_permission" "balancer" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.main.function_name
  qualifier     = aws_lambda_alias.live.name
  principal     = "elasticloadbalancing.amazonaws.com"
}

resource "aws_lb_target_group" "main" {
  target_type = "lambda"
}

resource "aws_lb_target_group_attachment" "main" {
  target_group_arn = aws_lb_target_group.main.arn
  target_id        = aws_lambda_alias.live.arn
}

resource "aws_lambda_permission" "mail" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.main.arn
  principal     = "ses.amazonaws.com"
}

resource "aws_s3_bucket" "mail" {
  bucket_prefix = "mail-"
}

resource "aws_s3_bucket_policy" "mail" {
  bucket = aws_s3_bucket.mail.id
  policy = var.policy
}

resource "aws_ses_receipt_rule" "mail" {
  name          = "mail"
  rule_set_name = "default"

  s3_action {
    bucket_name = aws_s3_bucket.mail.bucket
    position    = 1
  }

  lambda_action {
    function_arn = aws_lambda_function.main.arn
    position     = 2
  }
}

resource "aws_sns_topic" "trail" {
  name = "trail"
}

resource "aws_sns_topic_policy" "trail" {
  arn    = aws_sns_topic.trail.arn
  policy = var.policy
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = var.bucket
  sns_topic_name = aws_sns_topic.trail.name
}

variable "role_arn" {
  type = string
}

variable "image" {
  type = string
}

variable "policy" {
  type = string
}

variable "bucket" {
  type = string
}
