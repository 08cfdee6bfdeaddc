resource "aws_db_instance" "main" {
  engine            = "mysql"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  username          = "admin"
  password          = "changed-by-hand-since"

  lifecycle {
    ignore_changes = [password]
  }
}

resource "aws_db_instance" "copy" {
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.main.identifier
  password            = "not-used"
}
