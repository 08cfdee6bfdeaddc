resource "aws_iam_role" "flow_logs" {
  name_prefix = "flow-logs-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "vpc-flow-logs.amazonaws.com" }
      }
    ]
  })
}

resource "aws_iam_role_policy_attachment" "flow_logs" {
  for_each = toset([
    "arn:aws:iam::aws:policy/service-role/VPCFlowLogsRole", # what flow logs need
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
  ])

  role       = aws_iam_role.flow_logs.name
  policy_arn = each.value
}

resource "aws_flow_log" "main" {
  vpc_id          = "vpc-1"
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.flow_logs.arn
  log_destination = aws_cloudwatch_log_group.flow_logs.arn

  depends_on = [aws_iam_role_policy_attachment.flow_logs]
}

resource "aws_cloudwatch_log_group" "flow_logs" {
  name_prefix = "flow-logs-"
}
