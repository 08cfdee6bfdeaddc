resource "aws_db_instance" "main" {
  identifier     = "main"
  instance_class = "db.t3.micro"
  db_name        = "app"

  lifecycle {
    ignore_changes = [db_name]
  }
}

output "name" {
  value = aws_db_instance.main.name
}
