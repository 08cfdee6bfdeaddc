data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }

    # A role that assumes itself: a reference would be a cycle.
    condition {
      test     = "ArnEquals"
      variable = "aws:PrincipalArn"
      values   = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/deployer-${random_id.deployer_suffix.hex}"]
    }
  }
}

resource "aws_iam_role" "deployer" {
  name               = "deployer-${random_id.deployer_suffix.hex}"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "random_id" "deployer_suffix" {
  byte_length = 4
}

resource "aws_kms_key" "state" {
  description = "Terraform state"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${aws_iam_role.deployer.name}" }
      }
    ]
  })
}
