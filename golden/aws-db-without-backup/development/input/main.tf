variable "environment" {
  type    = string
  default = "dev"
}

resource "aws_db_instance" "orders" {
  identifier        = "orders-${var.environment}"
  engine            = "mysql"
  instance_class    = "db.t4g.micro"
  allocated_storage = 20
}
