resource "aws_db_instance" "shop" {
  engine                      = "postgres"
  instance_class              = "db.m6g.large"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

ephemeral "random_password" "orders" {
  length           = 24
  override_special = "_%"
}

resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.m6g.large"
  allocated_storage   = 20
  username            = "shop"
  password_wo         = ephemeral.random_password.orders.result
  password_wo_version = 1
  skip_final_snapshot = true
}
