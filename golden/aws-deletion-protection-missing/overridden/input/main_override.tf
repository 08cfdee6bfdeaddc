resource "aws_db_instance" "prod" {
  deletion_protection = true
}
