variable "engine_version" {
  type = string
}

locals {
  mysql = "8.4.3"
}

resource "aws_db_parameter_group" "mysql" {
  family = "mysql8.0"
}

resource "aws_db_parameter_group" "postgres" {
  family = "postgres15"
}

resource "aws_db_instance" "other_engine" {
  engine               = "postgres"
  engine_version       = "15.4"
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.mysql.name
}

resource "aws_db_instance" "other_version" {
  engine               = "mysql"
  engine_version       = local.mysql
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.mysql.name
}

resource "aws_db_instance" "right" {
  engine               = "postgres"
  engine_version       = "15"
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.postgres.name
}

resource "aws_db_instance" "not_known" {
  engine               = "postgres"
  engine_version       = var.engine_version
  instance_class       = "db.m7g.large"
  parameter_group_name = aws_db_parameter_group.postgres.id
}

resource "aws_elasticache_parameter_group" "cache" {
  name   = "cache"
  family = "redis6.x"
}

resource "aws_elasticache_replication_group" "right" {
  replication_group_id = "right"
  description          = "right"
  engine               = "redis"
  engine_version       = "6.2"
  parameter_group_name = aws_elasticache_parameter_group.cache.name
}

resource "aws_elasticache_replication_group" "other_version" {
  replication_group_id = "other"
  description          = "other"
  engine               = "redis"
  engine_version       = "7.1"
  parameter_group_name = aws_elasticache_parameter_group.cache.name
}
