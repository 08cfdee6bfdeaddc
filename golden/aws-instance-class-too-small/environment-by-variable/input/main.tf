variable "environment" {
  type = string
}

resource "aws_db_instance" "orders" {
  identifier     = "orders-${var.environment}"
  engine         = "postgres"
  instance_class = "db.t3.micro"
}
