provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "us"
  region = "us-east-1"
}

locals {
  peer = "us-east-1"
}

resource "aws_vpc_peering_connection" "shared" {
  vpc_id      = "vpc-0a1b2c3d"
  peer_vpc_id = "vpc-1a2b3c4d"
  peer_region = local.peer
  auto_accept = true
}

resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  replica {
    region_name = "eu-west-1"
  }

  replica {
    region_name = local.peer
  }
}

resource "aws_kms_key" "main" {
  multi_region = true
}

resource "aws_kms_replica_key" "main" {
  primary_key_arn = aws_kms_key.main.arn
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
  replicate_source_db = aws_db_instance.orders.identifier
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true
}
