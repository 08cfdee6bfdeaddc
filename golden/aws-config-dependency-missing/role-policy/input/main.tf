resource "aws_iam_role" "config" {
  name_prefix        = "config-"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "delivery" {
  role   = aws_iam_role.config.id
  policy = "{}"
}

resource "aws_iam_role" "other" {
  name_prefix        = "other-"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "other" {
  role   = aws_iam_role.other.id
  policy = "{}"
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = aws_iam_role.config.arn
}

resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = "config-of-the-shop"

  depends_on = ["aws_config_configuration_recorder.main"]
}
