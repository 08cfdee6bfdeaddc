resource "aws_iam_role" "guard_duty" {
  name = "AWSServiceRoleForAmazonGuardDuty"
  path = "/aws-service-role/guardduty.amazonaws.com/"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "guardduty.amazonaws.com" }
    }]
  })
}
