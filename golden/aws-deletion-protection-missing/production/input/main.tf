variable "environment" {
  type    = string
  default = "prod"
}

resource "aws_lb" "web" {
  name     = "web"
  internal = false
  subnets  = var.subnet_ids

  access_logs {
    bucket  = var.log_bucket
    enabled = true
  }
}

resource "aws_rds_cluster" "orders" {
  engine = "aurora-postgresql"
}

resource "aws_cognito_user_pool" "users" {
  name = "users"
}
