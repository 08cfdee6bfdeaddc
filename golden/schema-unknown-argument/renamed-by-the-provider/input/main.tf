provider "aws" {
  region                  = "us-east-2"
  s3_force_path_style     = true
  shared_credentials_file = "~/.aws/credentials"
}

resource "aws_db_instance" "main" {
  identifier     = "main"
  instance_class = "db.t3.micro"
  # The first database
  name = "app"

  lifecycle {
    ignore_changes = [name, snapshot_identifier]
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id          = "sessions"
  replication_group_description = "Sessions of the shop"
  number_cache_clusters         = 2
}

resource "aws_eip" "nat" {
  vpc = true
}

resource "aws_eip" "elsewhere" {
  vpc = var.in_vpc
}

variable "in_vpc" {
  type = bool
}

resource "aws_eip" "conditional" {
  vpc = var.in_vpc ? true : false
}
