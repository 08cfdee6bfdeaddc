variable "effect" {
  type    = string
  default = "Allow"
}

variable "resources" {
  type    = list(string)
  default = null
}

variable "trusted" {
  type    = list(string)
  default = []
}

resource "aws_iam_role_policy" "app" {
  role   = "app"
  policy = data.aws_iam_policy_document.app.json
}

data "aws_iam_policy_document" "app" {
  version = "2008-10-17"

  statement {
    effect    = var.effect
    actions   = ["s3:GetObject"]
    resources = var.resources

    dynamic "principals" {
      for_each = var.trusted

      content {
        type        = "AWS"
        identifiers = [principals.value]
      }
    }
  }
}

resource "aws_sqs_queue_policy" "jobs" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      merge({ Effect = "Allow" }, { Action = "sqs:SendMessage" }),
      {
        "Effect"       = "Deny"
        "NotPrincipal" = { AWS = "123456789012" }
        "NotAction"    = "sqs:SendMessage"
        "NotResource"  = "arn:aws:sqs:::other"
      },
    ]
  })
}

resource "google_thing" "other_cloud" {
  policy = jsonencode({ Version = "3", Statement = [{ Effect = "allow" }] })
}
