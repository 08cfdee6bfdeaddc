variable "environment" {
  type    = string
  default = "prod"
}

resource "aws_lb" "web" {
  name                       = "web"
  internal                   = false
  subnets                    = var.subnet_ids
  enable_deletion_protection = true

  access_logs {
    bucket  = var.log_bucket
    enabled = true
  }
}

resource "aws_rds_cluster" "orders" {
  engine              = "aurora-postgresql"
  deletion_protection = true
}

resource "aws_cognito_user_pool" "users" {
  name                = "users"
  deletion_protection = "ACTIVE"
}
