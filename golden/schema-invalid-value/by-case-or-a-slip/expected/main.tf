variable "is_spot" {
  type = bool
}

resource "aws_ecs_service" "web" {
  name        = "web"
  launch_type = "FARGATE" # no servers
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  container_definitions    = "[]"
  requires_compatibilities = ["FARGATE", "EC2"]
  network_mode             = "awsvpc"
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 2
  statistic           = "Average"
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = "logs-111122223333"

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_eks_node_group" "main" {
  cluster_name  = "main"
  node_role_arn = "arn:aws:iam::111122223333:role/node"
  subnet_ids    = ["subnet-0123456789abcdef0"]
  capacity_type = var.is_spot ? "SPOT" : "ON_DEMAND"

  scaling_config {
    desired_size = 1
    max_size     = 2
    min_size     = 1
  }
}
