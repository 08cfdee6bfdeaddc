provider "aws" {
  region = "eu-west-1"
}

variable "regions" {
  type = set(string)
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "orders"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_db_instance" "replica" {
  identifier          = "orders-replica"
  replicate_source_db = aws_db_instance.orders.identifier
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true
}

resource "aws_secretsmanager_secret" "main" {
  name_prefix = "main-"

  dynamic "replica" {
    for_each = var.regions

    content {
      region = replica.value
    }
  }
}
