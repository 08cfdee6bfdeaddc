resource "aws_db_parameter_group" "orders" {
  name_prefix = "orders-"
  family      = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "0"
  }

  parameter {
    name  = "log_connections"
    value = "0"
  }
}

resource "aws_rds_cluster_parameter_group" "stock" {
  name_prefix = "stock-"
  family      = "aurora-mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "OFF"
  }
}

resource "aws_db_parameter_group" "encrypted" {
  name_prefix = "encrypted-"
  family      = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = 1
  }
}
