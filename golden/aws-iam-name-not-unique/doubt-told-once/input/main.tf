resource "aws_iam_role" "build" {
  name               = "orders-build"
  assume_role_policy = "{}"
}

variable "account" {
  type = string
}

resource "aws_s3_bucket_policy" "artifacts" {
  bucket = "example-artifacts"
  policy = <<POLICY
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::${var.account}:role/orders-build" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example-artifacts/*" },
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::${var.account}:role/orders-build" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::example-artifacts/*" }
  ]
}
POLICY
}
