resource "aws_security_group" "database" {
  name = "database"
}

resource "aws_db_instance" "main" {
  instance_class         = "db.t4g.medium"
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.database.id]
}

resource "aws_security_group" "two" {
  name = "two"
}

resource "aws_instance" "two" {
  ami                    = "ami-0a1b2c3d4e5f67890"
  instance_type          = "t3.micro"
  user_data              = "dnf install -y httpd"
  vpc_security_group_ids = [aws_security_group.two.id, aws_security_group.database.id]
}

resource "aws_security_group" "handed_on" {
  name = "handed-on"
}

resource "aws_lb" "main" {
  name_prefix     = "main-"
  security_groups = [aws_security_group.handed_on.id]
  subnets         = ["subnet-0a1b2c3d4e5f67890"]
}

output "security_group_id" {
  value = aws_security_group.handed_on.id
}
