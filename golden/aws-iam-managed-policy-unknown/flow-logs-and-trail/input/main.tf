variable "vpc_ids" {
  type = list(string)
}

data "aws_iam_policy_document" "flow_logs_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "flow_logs" {
  count              = length(var.vpc_ids)
  name_prefix        = "flow-logs-"
  assume_role_policy = data.aws_iam_policy_document.flow_logs_trust.json
}

resource "aws_iam_role_policy_attachment" "flow_logs" {
  count      = length(var.vpc_ids)
  role       = aws_iam_role.flow_logs[count.index].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/VPCFlowLogsRole"
}

resource "aws_cloudwatch_log_group" "flow_logs" {
  count = length(var.vpc_ids)
  name  = "/vpc/${var.vpc_ids[count.index]}"
}

resource "aws_flow_log" "vpc" {
  count           = length(var.vpc_ids)
  vpc_id          = var.vpc_ids[count.index]
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.flow_logs[count.index].arn
  log_destination = aws_cloudwatch_log_group.flow_logs[count.index].arn
}

output "flow_log_policies" {
  value = aws_iam_role_policy_attachment.flow_logs[*].id
}

resource "aws_iam_role" "trail" {
  name = "trail"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Action = "sts:AssumeRole"
        Effect = "Allow"
        Principal = {
          Service = "cloudtrail.amazonaws.com"
        }
      }
    ]
  })
}

resource "aws_iam_role_policy_attachment" "trail" {
  role       = "trail"
  policy_arn = "arn:aws:iam::aws:policy/service-role/CloudTrailLogsRole"
}

resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

resource "aws_cloudtrail" "main" {
  name                       = "main"
  s3_bucket_name             = "trail-logs"
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
}
