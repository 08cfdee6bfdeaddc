resource "aws_iam_group_policy" "readers" {
  group  = "readers"
  policy = "{\"Version\": \"2020-01-01\", \"Statement\": {\"Effect\": \"allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}}"
}
