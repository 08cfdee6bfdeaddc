variable "encrypted" {
  type    = bool
  default = false
}

resource "aws_ebs_encryption_by_default" "this" {}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 40
}

resource "aws_db_instance" "copy" {
  instance_class      = "db.t4g.medium"
  replicate_source_db = "arn:aws:rds:us-east-1:123456789012:db:main"
}

resource "aws_db_instance" "restored" {
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "rds:main-2026-01-01"
}

resource "aws_db_instance" "small" {
  engine            = "mysql"
  instance_class    = "db.t2.micro"
  allocated_storage = 20
}

resource "aws_rds_cluster" "serverless" {
  engine      = "aurora-mysql"
  engine_mode = "serverless"
}

resource "aws_rds_cluster" "by_variable" {
  engine            = "aurora-mysql"
  storage_encrypted = var.encrypted
}

resource "aws_sqs_queue" "jobs" {
  name_prefix = "jobs-"
}

resource "aws_instance" "app" {
  ami           = "ami-0a1b2c3d4e5f67890"
  instance_type = "t3.micro"

  root_block_device {
    volume_size = 20
  }
}

resource "aws_elasticache_replication_group" "valkey" {
  replication_group_id = "valkey"
  description          = "valkey"
  engine               = "valkey"
}
