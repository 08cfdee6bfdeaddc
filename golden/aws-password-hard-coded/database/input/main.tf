resource "aws_db_instance" "main" {
  identifier        = "main"
  engine            = "mysql"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  username          = "admin"
  password          = "changeme123!" # In production, use AWS Secrets Manager

  skip_final_snapshot = true
}

resource "aws_rds_cluster" "main" {
  cluster_identifier = "main"
  engine             = "aurora-postgresql"
  master_username    = "app"
  master_password    = "app-and-more"
}
