resource "aws_iam_role" "web_role" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_subnet" "public" {
  vpc_id = aws_vpc.main.id
}

resource "aws_s3_bucket_policy" "logs_bucket_policies" {
  bucket = aws_s3_bucket.logs.id
  policy = data.aws_iam_policy_document.logs.json
}

resource "aws_security_group_rule" "security_groups" {
  type = "ingress"
}
