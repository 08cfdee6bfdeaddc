variable "buckets" {
  type = set(string)
}

data "aws_iam_policy_document" "read" {
  dynamic "statement" {
    for_each = var.buckets

    content {
      actions   = ["s3:GetObject"]
      resources = ["arn:aws:s3:::${statement.value}/*"]
    }
  }
}
