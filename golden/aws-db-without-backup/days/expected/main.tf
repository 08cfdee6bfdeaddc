resource "aws_db_instance" "orders" {
  engine                  = "mysql"
  instance_class          = "db.m7g.large"
  backup_retention_period = 30
}
