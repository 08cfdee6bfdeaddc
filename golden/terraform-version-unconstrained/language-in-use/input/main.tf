terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

variable "low" {
  type = number
}

variable "high" {
  type = number

  validation {
    condition     = var.high > var.low
    error_message = "high must be above low."
  }
}

resource "aws_db_instance" "main" {
  instance_class      = "db.m7g.large"
  password_wo         = var.password
  password_wo_version = 1
}
