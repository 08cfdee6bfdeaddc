variable "policies" {
  type = list(string)
}

resource "aws_iam_role_policy_attachment" "reader" {
  for_each   = toset(var.policies)
  role       = "reader"
  policy_arn = each.value
}
