variable "region" {
  type = string
}

variable "service" {
  type = string
}

resource "aws_cloudwatch_event_rule" "often" {
  name                = "often"
  schedule_expression = "rate(1 minute)"
}

resource "aws_cloudwatch_event_rule" "less_often" {
  name                = "less"
  schedule_expression = "rate(10 minutes)"
}

resource "aws_cloudwatch_event_rule" "weekdays" {
  name                = "weekdays"
  schedule_expression = "cron(0/15 8-18 ? * MON-FRI *)"
}

resource "aws_cloudwatch_event_rule" "daily" {
  name                = "daily"
  schedule_expression = "cron(0 12 * * ? *)"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-12345678"
  service_name = "com.amazonaws.${var.region}.s3"
}

resource "aws_vpc_endpoint" "not_known" {
  vpc_id       = "vpc-12345678"
  service_name = "com.amazonaws.${var.region}.${var.service}"
}

resource "aws_security_group" "open" {
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_eks_node_group" "gpu" {
  cluster_name   = "cluster"
  node_role_arn  = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids     = ["subnet-12345678"]
  ami_type       = "AL2023_x86_64_NVIDIA"
  instance_types = ["g4dn.xlarge", "g5.xlarge"]

  scaling_config {
    desired_size = 1
    max_size     = 1
    min_size     = 1
  }
}

resource "aws_instance" "web" {
  ami           = "ami-12345678"
  instance_type = "m7i.large"

  root_block_device {
    volume_type = "gp3"
    iops        = 3000
    throughput  = 125
  }
}

resource "aws_rds_cluster" "main" {
  engine = "aurora-mysql"

  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 4
  }
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = "aurora-mysql"
  instance_class     = "db.serverless"
}

resource "aws_ecs_service" "web" {
  name            = "web"
  launch_type     = "FARGATE"
  task_definition = "web:1"

  network_configuration {
    subnets = ["subnet-12345678"]
  }
}
