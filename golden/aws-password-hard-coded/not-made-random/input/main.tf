terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 4.0"
    }
  }
}

# The same word says something else, too.
resource "aws_db_instance" "main" {
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  username                    = "keeper"
  password                    = "keeper"
  manage_master_user_password = null
}

# A token that changes replaces the cache with this provider.
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  transit_encryption_enabled = true
  auth_token                 = "a-rather-long-token"
}

# Of a database that others run.
resource "aws_dms_endpoint" "source" {
  endpoint_id   = "source"
  endpoint_type = "source"
  engine_name   = "mysql"
  username      = "copy"
  password      = "given-by-others"
}
