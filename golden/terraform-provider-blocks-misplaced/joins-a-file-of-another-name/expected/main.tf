data "aws_caller_identity" "audit" {
  provider = aws.audit
}
