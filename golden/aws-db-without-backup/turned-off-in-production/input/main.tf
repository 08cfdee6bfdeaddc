resource "aws_db_instance" "prod" {
  engine                  = "mysql"
  instance_class          = "db.m7g.large"
  allocated_storage       = 100
  backup_retention_period = 0
}

resource "aws_db_instance" "cache" {
  engine                  = "mysql"
  instance_class          = "db.m7g.large"
  allocated_storage       = 100
  backup_retention_period = 0
}
