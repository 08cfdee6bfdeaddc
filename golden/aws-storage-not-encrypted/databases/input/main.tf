resource "aws_db_instance" "main" {
  identifier        = "main"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20

  tags = {
    Name = "main"
  }
}

resource "aws_rds_cluster" "main" {
  cluster_identifier = "main"
  engine             = "aurora-postgresql"
  storage_encrypted  = false # later
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "sessions"
}

resource "aws_efs_file_system" "shared" {}

resource "aws_sqs_queue" "jobs" {
  name_prefix             = "jobs-"
  sqs_managed_sse_enabled = false
}
