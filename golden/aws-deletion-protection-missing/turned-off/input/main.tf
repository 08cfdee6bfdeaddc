resource "aws_db_instance" "prod_mysql" {
  identifier          = "prod-mysql"
  engine              = "mysql"
  instance_class      = "db.m7g.large"
  deletion_protection = false # for now
}
