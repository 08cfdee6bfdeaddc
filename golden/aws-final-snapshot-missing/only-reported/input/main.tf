variable "skip" {
  type    = bool
  default = false
}

resource "aws_db_instance" "named" {
  identifier                  = "named"
  engine                      = "postgres"
  instance_class              = "db.m6g.large"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = var.skip
}

resource "aws_redshift_cluster" "nothing" {
  cluster_identifier        = "nothing"
  node_type                 = "ra3.xlplus"
  master_username           = "shop"
  manage_master_password    = true
  final_snapshot_identifier = null
}

resource "aws_db_instance" "prefixed" {
  identifier_prefix           = "prefixed-"
  engine                      = "postgres"
  instance_class              = "db.m6g.large"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
}
