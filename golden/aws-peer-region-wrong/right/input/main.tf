provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

resource "aws_vpc_peering_connection" "shared" {
  vpc_id      = "vpc-0a1b2c3d"
  peer_vpc_id = "vpc-1a2b3c4d"
  peer_region = "us-east-1"
  auto_accept = false
}

resource "aws_vpc_peering_connection" "near" {
  vpc_id      = "vpc-0a1b2c3d"
  peer_vpc_id = "vpc-1a2b3c4d"
  auto_accept = true
}

resource "aws_kms_key" "main" {
  multi_region = true
}

resource "aws_kms_replica_key" "main" {
  provider        = aws.us
  primary_key_arn = aws_kms_key.main.arn
}

resource "aws_secretsmanager_secret" "main" {
  name_prefix = "main-"

  replica {
    region = "us-east-1"
  }
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "orders"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_db_instance" "replica" {
  provider            = aws.us
  identifier          = "orders-replica"
  replicate_source_db = aws_db_instance.orders.arn
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true
}
