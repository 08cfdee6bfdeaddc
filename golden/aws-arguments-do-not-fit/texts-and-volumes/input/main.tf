variable "region" {
  type = string
}

resource "aws_cloudwatch_event_rule" "often" {
  name                = "often"
  schedule_expression = "rate(1 minutes)"
}

resource "aws_cloudwatch_event_rule" "few_fields" {
  name                = "few"
  schedule_expression = "cron(0 12 * * *)"
}

resource "aws_cloudwatch_event_rule" "two_days" {
  name                = "days"
  schedule_expression = "cron(0 12 * * * *)"
}

resource "aws_vpc_endpoint" "registry" {
  vpc_id       = "vpc-12345678"
  service_name = "com.amazonaws.${var.region}.ecr.api"
}

resource "aws_security_group" "open" {
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 65535
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_eks_node_group" "arm" {
  cluster_name   = "cluster"
  node_role_arn  = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids     = ["subnet-12345678"]
  ami_type       = "AL2023_ARM_64_STANDARD"
  instance_types = ["m7g.large", "m7i.large"]

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
    volume_type = "gp2"
    iops        = 3000
    throughput  = 125
  }
}

resource "aws_sns_topic" "orders" {
  name       = "orders.fifo"
  fifo_topic = true
}

resource "aws_sns_topic_subscription" "mails" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "email"
  endpoint  = "orders@example.com"
}

resource "aws_rds_cluster" "main" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = "aurora-mysql"
  instance_class     = "db.serverless"
}

resource "aws_cognito_user_pool_client" "service" {
  name                = "service"
  user_pool_id        = "eu-west-1_12345678"
  allowed_oauth_flows = ["client_credentials", "code"]
}

resource "aws_ecs_service" "web" {
  name            = "web"
  launch_type     = "FARGATE"
  task_definition = "web:1"
}
