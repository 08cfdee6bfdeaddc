locals {
  tags = { Environment = "production" }
}

resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.m7g.large"
  allocated_storage = 100
  multi_az          = false
  tags              = local.tags
}

resource "aws_rds_cluster" "prod_events" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "events" {
  cluster_identifier = aws_rds_cluster.prod_events.id
  engine             = aws_rds_cluster.prod_events.engine
  instance_class     = "db.r7g.large"
}

resource "aws_elasticache_replication_group" "live_sessions" {
  replication_group_id = "live-sessions"
  description          = "Sessions"
  node_type            = "cache.m7g.large"
}
