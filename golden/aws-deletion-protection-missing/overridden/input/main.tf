resource "aws_db_instance" "prod" {
  engine         = "mysql"
  instance_class = "db.m7g.large"
}
