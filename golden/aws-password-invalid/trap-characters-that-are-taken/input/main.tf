variable "specials" {
  type = string
}

resource "random_password" "shop" {
  length           = 24
  override_special = "_%+-="
}

resource "random_password" "orders" {
  length  = 24
  special = false
}

resource "random_password" "chosen" {
  length           = 24
  override_special = var.specials
}

# It may have any characters where it is not a password of AWS's.
resource "random_password" "application" {
  length = 24
}

resource "random_password" "changed" {
  length = 24
}

resource "aws_db_instance" "shop" {
  engine              = "postgres"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "shop"
  password            = random_password.shop.result
  skip_final_snapshot = true
}

resource "aws_db_instance" "chosen" {
  engine              = "mysql"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "shop"
  password            = random_password.chosen.result
  skip_final_snapshot = true
}

resource "aws_db_instance" "changed" {
  engine              = "postgres"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "shop"
  password            = replace(random_password.changed.result, "@", "_")
  skip_final_snapshot = true
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  transit_encryption_enabled = true
  auth_token                 = random_password.orders.result
}

resource "aws_secretsmanager_secret" "application" {
  name_prefix = "application-"
}

resource "aws_secretsmanager_secret_version" "application" {
  secret_id     = aws_secretsmanager_secret.application.id
  secret_string = random_password.application.result
}
