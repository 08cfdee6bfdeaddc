locals {
  policy = {
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  }

  statement = {
    Effect   = "Allow"
    Action   = local.everything
    Resource = local.everything
  }

  statements = [local.statement]
  everything = ["*"]
  of_s3      = ["s3:*"]
  reading    = ["s3:GetObject"]

  # An object that is never a policy.
  settings = {
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  }
}

resource "aws_iam_policy" "object" {
  policy = jsonencode(local.policy)
}

resource "aws_iam_policy" "listed" {
  policy = jsonencode({ Version = "2012-10-17", Statement = local.statements })
}

resource "aws_iam_policy" "joined" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(local.statements, [{
      Effect   = "Allow"
      Action   = local.of_s3
      Resource = "*"
    }])
  })
}

resource "aws_iam_policy" "reading" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = local.reading
      Resource = local.everything
    }]
  })
}

data "aws_iam_policy_document" "data" {
  statement {
    actions   = local.of_s3
    resources = local.everything
  }
}

output "settings" {
  value = local.settings
}
