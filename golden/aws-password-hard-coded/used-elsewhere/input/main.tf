resource "aws_db_instance" "main" {
  engine            = "mysql"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  username          = "admin"
  password          = "tr0ub4dor" # For now
}

resource "aws_lambda_function" "app" {
  function_name = "app"
  role          = "arn:aws:iam::123456789012:role/app"
  handler       = "app.handler"
  runtime       = "python3.13"
  filename      = "app.zip"

  environment {
    variables = {
      DB_HOST     = aws_db_instance.main.address
      DB_PASSWORD = "tr0ub4dor"
      SECRET_ARN  = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app"
    }
  }
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id = "db"
  secret_string = jsonencode({
    username = "admin"
    password = "tr0ub4dor"
  })
}

# Of a service that others run.
resource "aws_secretsmanager_secret_version" "mail" {
  secret_id     = "mail"
  secret_string = "given-by-the-provider"
}

resource "aws_docdb_cluster" "documents" {
  master_username = "app"
  master_password = "correct-horse"
}

output "connection" {
  value     = "mongodb://app:${aws_docdb_cluster.documents.master_password}@example.internal"
  sensitive = true
}
