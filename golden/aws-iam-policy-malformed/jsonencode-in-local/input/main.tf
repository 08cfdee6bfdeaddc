locals {
  trust = jsonencode({
    Version = "2021-10-17" # the day it was written
    Statement = [{
      Effect    = "allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })

  # Nothing of AWS takes this one.
  own_format = jsonencode({
    Version   = "1"
    Statement = [{ Effect = "permit", Action = "read" }]
  })
}

resource "aws_iam_role" "function" {
  name_prefix        = "function-"
  assume_role_policy = local.trust
}
