locals {
  engine = "postgres"
}

variable "name" {
  type    = string
  default = "admin"
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "shop" {
  engine              = local.engine
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = var.name
  password            = var.password
  skip_final_snapshot = true
}

resource "aws_db_instance" "stock" {
  engine              = "mysql"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "rdsadmin"
  password            = var.password
  skip_final_snapshot = true
}

resource "aws_docdb_cluster" "carts" {
  master_username     = "admin"
  master_password     = var.password
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "orders" {
  for_each = { orders = "pg_orders" }

  engine              = "aurora-postgresql"
  master_username     = each.value
  master_password     = var.password
  skip_final_snapshot = true
}
