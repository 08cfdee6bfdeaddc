resource "aws_db_instance" "prod_orders" {
  engine         = "postgres"
  instance_class = "db.m7g.large"
}

resource "aws_instance" "prod_web" {
  ami           = var.ami
  instance_type = "t3.large"
}

resource "aws_instance" "prod_any" {
  ami           = var.ami
  instance_type = var.instance_type
}
