resource "aws_db_instance" "main" {
  identifier     = "main"
  instance_class = "db.t3.micro"
  name           = "app"

  lifecycle {
    ignore_changes = [name]
  }
}

output "name" {
  value = aws_db_instance.main.name
}
