terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 4.0"
    }
  }
}

resource "aws_db_instance" "shop" {
  identifier          = "shop"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 50
  username            = "shop"
  password            = var.password
  skip_final_snapshot = true
}

resource "aws_db_instance" "reports" {
  identifier          = "reports"
  replicate_source_db = aws_db_instance.shop.id
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true
}

variable "password" {
  type      = string
  sensitive = true
}
