variable "engine_version" {
  type    = string
  default = "10.23"
}

locals {
  mysql = "5.6.41"
}

resource "aws_db_instance" "orders" {
  identifier          = "orders"
  engine              = "postgres"
  engine_version      = "12.7"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 50
  username            = "orders"
  password            = "from-a-vault"
  skip_final_snapshot = true
}

resource "aws_db_instance" "shop" {
  identifier          = "shop"
  engine              = "mysql"
  engine_version      = local.mysql
  instance_class      = "db.t4g.medium"
  allocated_storage   = 50
  username            = "shop"
  password            = "from-a-vault"
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "events" {
  cluster_identifier  = "events"
  engine              = "aurora-postgresql"
  engine_version      = var.engine_version
  master_username     = "events"
  master_password     = "from-a-vault"
  skip_final_snapshot = true
}

resource "aws_db_instance" "old" {
  identifier          = "old"
  engine              = "sqlserver-ex"
  engine_version      = "12.00.5571.0.v1"
  instance_class      = "db.t3.medium"
  allocated_storage   = 50
  username            = "old"
  password            = "from-a-vault"
  skip_final_snapshot = true
}
