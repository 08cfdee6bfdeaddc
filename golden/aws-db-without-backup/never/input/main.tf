resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "mysql"
  instance_class    = "db.m7g.large"
  allocated_storage = 100 # GiB

  vpc_security_group_ids = [aws_security_group.db.id]

  timeouts {
    create = "60m"
  }
}
