terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 3.0"
    }
    random = {
      source  = "example/random"
      version = "~> 1.0"
    }
  }
}

resource "aws_rds_cluster" "main" {
  engine          = "aurora-mysql"
  master_username = "admin"
  master_password = "changeme123"
}

variable "ssh_private_key" {
  type    = string
  default = "../keys/deploy"
}

variable "db_password" {
  type    = string
  default = "hunter2"
}
