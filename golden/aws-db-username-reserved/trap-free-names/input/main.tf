variable "password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "shop" {
  engine              = "postgres"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "postgres"
  password            = var.password
  skip_final_snapshot = true
}

resource "aws_db_instance" "stock" {
  engine              = "mysql"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "admin"
  password            = var.password
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "orders" {
  engine              = "aurora-mysql"
  master_username     = "admin"
  master_password     = var.password
  skip_final_snapshot = true
}
