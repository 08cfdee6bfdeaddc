resource "aws_db_instance" "main" {
  engine            = "mysql"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  username          = "admin"
  password          = random_password.main.result # For now
}

resource "random_password" "main" {
  length      = 30
  special     = false
  min_lower   = 1
  min_numeric = 1
  min_upper   = 1
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
      DB_PASSWORD = random_password.main.result
      SECRET_ARN  = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app"
    }
  }
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id = "db"
  secret_string = jsonencode({
    username = "admin"
    password = random_password.main.result
  })
}

# Of a service that others run.
resource "aws_secretsmanager_secret_version" "mail" {
  secret_id     = "mail"
  secret_string = "given-by-the-provider"
}

resource "aws_docdb_cluster" "documents" {
  master_username = "app"
  master_password = random_password.documents.result
}

resource "random_password" "documents" {
  length      = 30
  special     = false
  min_lower   = 1
  min_numeric = 1
  min_upper   = 1
}

output "connection" {
  value     = "mongodb://app:${aws_docdb_cluster.documents.master_password}@example.internal"
  sensitive = true
}
