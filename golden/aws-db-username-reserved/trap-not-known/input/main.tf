variable "engine" {
  type = string
}

variable "name" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "shop" {
  engine              = var.engine
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "admin"
  password            = var.password
  skip_final_snapshot = true
}

resource "aws_db_instance" "stock" {
  engine              = "postgres"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = var.name
  password            = var.password
  skip_final_snapshot = true
}
