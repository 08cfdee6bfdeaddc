variable "action" {
  type    = string
  default = "Read"
}

data "aws_iam_policy_document" "app" {
  statement {
    actions = [
      "S3:getobject",
      "s3:Get*",
      "ec2:Describe?nstances",
      "elasticloadbalancing:*",
      "logs:${var.action}",
      "*",
    ]
    resources = ["*"]
  }

  statement {
    actions   = concat(["s3:PutObject"], [var.action])
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "app" {
  user   = "app"
  policy = data.aws_iam_policy_document.app.json
}
