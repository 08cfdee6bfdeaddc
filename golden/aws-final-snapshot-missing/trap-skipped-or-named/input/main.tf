variable "skip" {
  type = bool
}

variable "snapshot" {
  type = string
}

locals {
  skip = true
}

resource "aws_db_instance" "skipped" {
  identifier                  = "skipped"
  engine                      = "postgres"
  instance_class              = "db.m6g.large"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = local.skip
}

resource "aws_db_instance" "named" {
  identifier                  = "named"
  engine                      = "postgres"
  instance_class              = "db.m6g.large"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  final_snapshot_identifier   = var.snapshot
}

resource "aws_db_instance" "unknown" {
  identifier                  = "unknown"
  engine                      = "postgres"
  instance_class              = "db.m6g.large"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = var.skip
}
