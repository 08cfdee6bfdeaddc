resource "aws_iam_role" "dev_flow_logs_role" {
  name = "dev-flow-logs-role-${random_id.flow_logs_role_suffix.hex}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "vpc-flow-logs.amazonaws.com"
        }
      }
    ]
  })

  managed_policy_arns = []
}

resource "random_id" "flow_logs_role_suffix" {
  byte_length = 4
}

resource "aws_iam_role_policy" "dev_flow_logs_policy" {
  name = "dev-flow-logs-policy-${random_id.flow_logs_role_suffix.hex}"
  role = aws_iam_role.dev_flow_logs_role.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "WriteFlowLogs"
        Effect = "Allow"
        Action = [
          "logs:CreateLogStream",
          "logs:DescribeLogStreams",
          "logs:PutLogEvents"
        ]
        Resource = "${aws_cloudwatch_log_group.dev_flow_logs.arn}:*"
      },
      {
        Sid      = "FindLogGroups"
        Effect   = "Allow"
        Action   = "logs:DescribeLogGroups"
        Resource = "*"
      }
    ]
  })
}

resource "aws_cloudwatch_log_group" "dev_flow_logs" {
  name = "dev-flow-logs"
}

resource "aws_flow_log" "dev" {
  vpc_id          = "vpc-0123456789abcdef0"
  traffic_type    = "ALL"
  iam_role_arn    = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${aws_iam_role.dev_flow_logs_role.name}"
  log_destination = aws_cloudwatch_log_group.dev_flow_logs.arn
}

resource "aws_flow_log" "dev_peer" {
  vpc_id          = "vpc-0123456789abcdef1"
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.dev_flow_logs_role.arn
  log_destination = aws_cloudwatch_log_group.dev_flow_logs.arn
}

data "aws_caller_identity" "current" {}
