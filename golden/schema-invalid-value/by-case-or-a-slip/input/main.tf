variable "is_spot" {
  type = bool
}

resource "aws_ecs_service" "web" {
  name        = "web"
  launch_type = "Fargate" # no servers
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  container_definitions    = "[]"
  requires_compatibilities = ["fargate", "EC2"]
  network_mode             = "aws-vpc"
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  comparison_operator = "GreaterThanOrEqualToThreshhold"
  evaluation_periods  = 2
  statistic           = "average"
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = "logs-111122223333"

  versioning_configuration {
    status = "Enable"
  }
}

resource "aws_eks_node_group" "main" {
  cluster_name  = "main"
  node_role_arn = "arn:aws:iam::111122223333:role/node"
  subnet_ids    = ["subnet-0123456789abcdef0"]
  capacity_type = var.is_spot ? "spot" : "ON-DEMAND"

  scaling_config {
    desired_size = 1
    max_size     = 2
    min_size     = 1
  }
}
