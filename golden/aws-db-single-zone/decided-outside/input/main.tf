variable "multi_az" {
  type    = bool
  default = false
}

resource "aws_db_instance" "prod_orders" {
  engine            = "postgres"
  instance_class    = "db.m7g.large"
  allocated_storage = 100
  multi_az          = var.multi_az
}
