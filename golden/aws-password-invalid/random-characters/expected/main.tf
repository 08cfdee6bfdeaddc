locals {
  password = random_password.orders[0].result
}

resource "random_password" "shop" {
  length           = 24
  override_special = "_%"
}

resource "random_password" "orders" {
  count = 1

  length           = 24
  special          = true
  override_special = "!#$%&*()-_=+[]{}<>:?"
}

resource "random_password" "sessions" {
  length           = 32
  override_special = "!#$&-<>"
  min_special      = 1
}

resource "aws_secretsmanager_secret" "shop" {
  name_prefix = "shop-"
}

resource "aws_secretsmanager_secret_version" "shop" {
  secret_id     = aws_secretsmanager_secret.shop.id
  secret_string = random_password.shop.result
}

resource "aws_db_instance" "shop" {
  engine              = "postgres"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "shop"
  password            = aws_secretsmanager_secret_version.shop.secret_string
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "orders" {
  engine              = "aurora-postgresql"
  master_username     = "orders"
  master_password     = var.password != null ? var.password : local.password
  skip_final_snapshot = true
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  transit_encryption_enabled = true
  auth_token                 = random_password.sessions.result
}

variable "password" {
  type      = string
  default   = null
  sensitive = true
}
