variable "engine_version" {
  type = string
}

resource "aws_db_instance" "orders" {
  for_each = { a = "16.4", b = "17", c = "99.1", d = var.engine_version }

  identifier          = "orders-${each.key}"
  engine              = "postgres"
  engine_version      = each.value
  instance_class      = "db.t4g.medium"
  allocated_storage   = 50
  username            = "orders"
  password            = "from-a-vault"
  skip_final_snapshot = true
}

resource "aws_db_instance" "shop" {
  identifier          = "shop"
  engine              = "mysql"
  engine_version      = "8"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 50
  username            = "shop"
  password            = "from-a-vault"
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "events" {
  cluster_identifier  = "events"
  engine              = "aurora-mysql"
  engine_version      = "8.0.mysql_aurora.3.08.2"
  master_username     = "events"
  master_password     = "from-a-vault"
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "graph" {
  cluster_identifier = "graph"
  engine             = "neptune"
  engine_version     = "1.0"
  master_username    = "graph"
  master_password    = "from-a-vault"
}
