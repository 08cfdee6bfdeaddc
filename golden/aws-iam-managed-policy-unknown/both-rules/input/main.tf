resource "aws_iam_role" "dev_flow_logs_role" {
  name = "dev-flow-logs-role"

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

  managed_policy_arns = ["arn:aws:iam::aws:policy/service-role/VPCFlowLogsRole"]
}

resource "aws_cloudwatch_log_group" "dev_flow_logs" {
  name = "dev-flow-logs"
}

resource "aws_flow_log" "dev" {
  vpc_id          = "vpc-0123456789abcdef0"
  traffic_type    = "ALL"
  iam_role_arn    = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/dev-flow-logs-role"
  log_destination = aws_cloudwatch_log_group.dev_flow_logs.arn
}

resource "aws_flow_log" "dev_peer" {
  vpc_id          = "vpc-0123456789abcdef1"
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.dev_flow_logs_role.arn
  log_destination = aws_cloudwatch_log_group.dev_flow_logs.arn
}

data "aws_caller_identity" "current" {}
