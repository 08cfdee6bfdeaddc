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
    "arn:aws:iam::aws:policy/AmazonSNSReadOnlyAccess",
  ]
}

resource "aws_iam_role_policy" "function_policy" {
  for_each = local.functions

  name = "function-policy"
  role = aws_iam_role.function_role[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "WriteLogs"
        Effect = "Allow"
        Action = [
          "logs:CreateLogGroup",
          "logs:CreateLogStream",
          "logs:PutLogEvents"
        ]
        Resource = "arn:aws:logs:*:*:log-group:/aws/lambda/*:*"
      }
    ]
  })
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

  managed_policy_arns = []
}

resource "aws_iam_role_policy" "cleanup_policy" {
  name = "cleanup-policy"
  role = aws_iam_role.cleanup.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "WriteLogs"
        Effect = "Allow"
        Action = [
          "logs:CreateLogGroup",
          "logs:CreateLogStream",
          "logs:PutLogEvents"
        ]
        Resource = "arn:aws:logs:*:*:log-group:/aws/lambda/cleanup:*"
      }
    ]
  })
}

resource "aws_lambda_function" "cleanup" {
  function_name = "cleanup"
  role          = aws_iam_role.cleanup.arn
  filename      = "cleanup.zip"
  handler       = "index.handler"
  runtime       = "python3.12"
}
