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

resource "aws_iam_role_policy_attachment" "local" {
  role       = aws_iam_role.flow_logs.name
  policy_arn = local.needed
}

resource "aws_iam_role_policy_attachment" "alone_in_a_set" {
  for_each   = toset(["arn:aws:iam::aws:policy/VPCFlowLogsPolicy"])
  role       = aws_iam_role.flow_logs.name
  policy_arn = each.key
}

# Somebody may give another one.
resource "aws_iam_role_policy_attachment" "by_default" {
  role       = aws_iam_role.flow_logs.name
  policy_arn = var.trail_policy
}

resource "aws_iam_role_policy_attachment" "in_a_map" {
  for_each   = { logs = "service-role/VPCFlowLogsRole", read = "ReadOnlyAccess" }
  role       = aws_iam_role.flow_logs.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

resource "aws_flow_log" "main" {
  vpc_id          = "vpc-1"
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.flow_logs.arn
  log_destination = aws_cloudwatch_log_group.flow_logs.arn
}

resource "aws_cloudwatch_log_group" "flow_logs" {
  name_prefix = "flow-logs-"
}
