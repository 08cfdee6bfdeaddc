terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 3.0"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.0"
    }
  }
}

resource "aws_db_instance" "main" {
  engine            = "mysql"
  instance_class    = "db.t3.medium"
  allocated_storage = 20
  username          = "admin"
  password          = random_password.main.result
}

resource "random_password" "main" {
  length      = 30
  special     = false
  min_lower   = 1
  min_numeric = 1
  min_upper   = 1
}
