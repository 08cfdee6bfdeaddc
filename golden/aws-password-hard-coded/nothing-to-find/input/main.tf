provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true

  endpoints {
    s3 = "http://localhost:4566"
  }
}

variable "db_password" {
  type      = string
  sensitive = true
}

variable "api_key" {
  type    = string
  default = ""
}

resource "random_password" "db" {
  length = 32
}

resource "aws_db_instance" "main" {
  engine            = "mysql"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  username          = "admin"
  password          = var.db_password
}

resource "aws_rds_cluster" "main" {
  engine          = "aurora-mysql"
  master_username = "admin"
  master_password = random_password.db.result
}

resource "aws_secretsmanager_secret_version" "app" {
  secret_id     = "app"
  secret_string = "set by hand"

  lifecycle {
    ignore_changes = [secret_string]
  }
}

resource "aws_lambda_function" "app" {
  function_name = "app"
  role          = "arn:aws:iam::123456789012:role/app"
  handler       = "app.handler"
  runtime       = "python3.13"
  filename      = "app.zip"

  environment {
    variables = {
      DB_PASSWORD     = "/app/db/password"
      API_KEY         = data.aws_ssm_parameter.key.value
      PASSWORD_POLICY = "strict"
    }
  }
}

data "aws_ssm_parameter" "key" {
  name = "/app/key"
}
