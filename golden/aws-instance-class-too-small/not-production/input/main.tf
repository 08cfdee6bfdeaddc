resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = "t3.micro"
}

resource "aws_db_instance" "prod_test" {
  engine         = "postgres"
  instance_class = "db.t3.micro"
}
