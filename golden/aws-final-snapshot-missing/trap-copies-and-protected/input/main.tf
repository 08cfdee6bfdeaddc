resource "aws_db_instance" "copy" {
  identifier          = "copy"
  instance_class      = "db.m6g.large"
  replicate_source_db = aws_db_instance.protected.identifier
}

resource "aws_db_instance" "protected" {
  identifier                  = "protected"
  engine                      = "postgres"
  instance_class              = "db.m6g.large"
  allocated_storage           = 20
  username                    = "shop"
  manage_master_user_password = true

  lifecycle {
    prevent_destroy = true
  }
}
