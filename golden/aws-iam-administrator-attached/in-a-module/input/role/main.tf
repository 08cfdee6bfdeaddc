variable "policy" {
  type = string
}

resource "aws_iam_role_policy_attachment" "this" {
  role       = "app"
  policy_arn = var.policy
}
