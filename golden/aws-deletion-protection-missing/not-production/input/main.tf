resource "aws_db_instance" "orders" {
  engine         = "mysql"
  instance_class = "db.m7g.large"
}

resource "aws_lb" "nonprod" {
  name = "web"
}

resource "aws_dynamodb_table" "prod_orders" {
  name                        = "orders"
  deletion_protection_enabled = var.protect
}
