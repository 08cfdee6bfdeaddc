resource "aws_db_instance" "prod_orders" {
  engine            = "postgres"
  instance_class    = "db.m7g.large"
  allocated_storage = 100
  multi_az          = true
}

resource "aws_db_instance" "prod_orders_copy" {
  replicate_source_db = aws_db_instance.prod_orders.identifier
  instance_class      = "db.m7g.large"
}

resource "aws_rds_cluster" "prod_events" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "events" {
  count              = 2
  cluster_identifier = aws_rds_cluster.prod_events.id
  engine             = aws_rds_cluster.prod_events.engine
  instance_class     = "db.r7g.large"
}
