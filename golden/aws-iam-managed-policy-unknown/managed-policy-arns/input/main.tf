locals {
  functions = toset(["resize", "report"])
}

resource "aws_iam_role" "function_role" {
  for_each    = local.functions
  name_prefix = "${each.key}-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "lambda.amazonaws.com"
        }
      }
    ]
  })

  managed_policy_arns = [
    "arn:aws:iam::aws:policy/AmazonSQSFullAccess",
    "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecution", # logs
    "arn:aws:iam::aws:policy/AmazonSNSReadOnlyAccess",
  ]
}

resource "aws_iam_role" "cleanup" {
  name_prefix = "cleanup-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "lambda.amazonaws.com"
        }
      }
    ]
  })

  managed_policy_arns = ["arn:aws:iam::aws:policy/AWSLambdaExecutionRole"]
}

resource "aws_lambda_function" "cleanup" {
  function_name = "cleanup"
  role          = aws_iam_role.cleanup.arn
  filename      = "cleanup.zip"
  handler       = "index.handler"
  runtime       = "python3.12"
}
