resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.m7g.large"
  allocated_storage = 100
}

resource "aws_db_instance" "production_like_staging" {
  identifier        = "staging"
  engine            = "postgres"
  instance_class    = "db.m7g.large"
  allocated_storage = 100
}

resource "aws_db_instance" "products" {
  engine            = "postgres"
  instance_class    = "db.m7g.large"
  allocated_storage = 100
}
