resource "aws_ecs_service" "web" {
  name        = "web"
  cluster     = "main"
  launch_type = "FARGATE"
  # None of these is evident.
  task      = "web"
  deploy    = true
  propagate = var.propagate
}

resource "aws_flow_log" "main" {
  vpc_id       = "vpc-0123456789abcdef0"
  traffic_type = "ALL"
  iam_role     = aws_iam_role.flow_logs.name
}

resource "aws_iam_role" "flow_logs" {
  name_prefix        = "flow-logs-"
  assume_role_policy = "{}"
}

variable "propagate" {}
