resource "aws_s3_bucket" "state" {
  bucket_prefix = "state-"
}

data "aws_iam_policy_document" "state" {
  statement {
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.state.arn, "${aws_s3_bucket.state.arn}/*"]
  }
}
