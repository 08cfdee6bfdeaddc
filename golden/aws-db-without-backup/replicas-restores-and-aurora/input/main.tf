resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.orders.identifier
  instance_class      = "db.m7g.large"
}

resource "aws_db_instance" "restored" {
  snapshot_identifier = var.snapshot
  instance_class      = "db.m7g.large"
}

resource "aws_db_instance" "member" {
  engine         = "aurora-mysql"
  instance_class = "db.r7g.large"
}
