ephemeral "random_password" "database" {
  length = 16
}

resource "aws_db_instance" "main" {
  identifier          = "main"
  instance_class      = "db.t4g.micro"
  skip_final_snapshot = true
  password            = ephemeral.random_password.database.result
}

resource "aws_secretsmanager_secret" "main" {
  name = "main"
}

resource "aws_secretsmanager_secret_version" "main" {
  secret_id                = aws_secretsmanager_secret.main.id
  secret_string_wo         = ephemeral.random_password.database.result
  secret_string_wo_version = 1
}
