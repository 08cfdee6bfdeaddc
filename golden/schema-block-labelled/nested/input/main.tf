data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::example/*"]

    principals "AWS" {
      type        = "AWS"
      identifiers = ["123456789012"]
    }
  }
}
