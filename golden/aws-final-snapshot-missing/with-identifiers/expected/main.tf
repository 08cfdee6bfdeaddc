resource "aws_db_instance" "shop" {
  for_each = toset(["orders", "carts"])

  identifier                  = "shop-${each.key}"
  engine                      = "postgres"
  instance_class              = "db.m6g.large"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  final_snapshot_identifier   = "shop-${each.key}-final"
}

resource "aws_rds_cluster" "stock" {
  cluster_identifier          = local.name
  engine                      = "aurora-postgresql"
  master_username             = "stock"
  manage_master_user_password = true
  skip_final_snapshot         = false
  final_snapshot_identifier   = "${local.name}-final"
  backup_retention_period     = 7
}

locals {
  name = "stock"
}
