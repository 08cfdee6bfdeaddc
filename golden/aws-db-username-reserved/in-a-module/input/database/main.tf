variable "name" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "main" {
  engine              = "postgres"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = var.name
  password            = var.password
  skip_final_snapshot = true
}
