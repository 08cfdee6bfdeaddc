resource "aws_sns_topic_policy" "alerts" {
  arn = "arn:aws:sns:eu-west-1:123456789012:alerts"

  policy = jsonencode({ Version = "2012-10-17", # who may publish
    Statement = [
      { Effect = "Allow", Action = "sns:Publish", Resource = "*", Principal = { Service = "s3.amazonaws.com" } },
    ]
  })
}
